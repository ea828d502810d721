import type { ParsedInput, RouteOutput } from '../../../shared/contracts/index.ts';
import type { Proposal } from '../../../shared/entities/proposal.ts';
import type { ProposalId } from '../../../shared/ids.ts';
import type { ActionBus } from '../actions/action-bus.ts';
import type { Actor } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { notFound } from '../failure.ts';
import type { Clock } from '../ports.ts';
import { shownDay } from '../parts/confidence.ts';
import { partRepository } from '../parts/part-repository.ts';
import { relationshipRepository } from '../relationships/relationship-repository.ts';
import { acceptProposal, setProposalAside } from './proposal-actions.ts';
import { proposalRepository } from './proposal-repository.ts';

export type ProposalService = {
  list(actor: Actor, filter: ParsedInput<'proposals.list'>): RouteOutput<'proposals.list'>;
  accept(actor: Actor, input: ParsedInput<'proposals.accept'>): RouteOutput<'proposals.accept'>;
  setAside(actor: Actor, proposalId: ProposalId, state: 'declined' | 'later'): Proposal;
};

export function createProposalService(options: { bus: ActionBus; scopeOf: (actor: Actor) => OwnerScope; clock: Clock }): ProposalService {
  const { bus, scopeOf } = options;
  const get = (actor: Actor, id: ProposalId): Proposal => {
    const proposal = scopeOf(actor).use(proposalRepository).get(id);
    if (!proposal) throw notFound('This proposal');
    return proposal;
  };
  return {
    list: (actor, filter) => scopeOf(actor).use(proposalRepository).list(filter),
    accept(actor, input) {
      const { partId, relationshipId } = bus.perform(actor, acceptProposal, input).value;
      const scope = scopeOf(actor);
      return {
        proposal: get(actor, input.proposalId),
        part: (partId && scope.use(partRepository).get(partId, shownDay(options.clock.now()))) ?? null,
        relationship: (relationshipId && scope.use(relationshipRepository).get(relationshipId)) ?? null,
      };
    },
    setAside(actor, proposalId, state) {
      bus.perform(actor, setProposalAside, { proposalId, state });
      return get(actor, proposalId);
    },
  };
}
