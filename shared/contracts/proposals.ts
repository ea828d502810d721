import { z } from 'zod';
import { PageRequest, page } from '../entities/common.ts';
import { Part, PartName } from '../entities/part.ts';
import { Relationship } from '../entities/relationship.ts';
import { Proposal, ProposalState } from '../entities/proposal.ts';
import { MessageId, ProposalId, SessionId } from '../ids.ts';
import { route } from './route.ts';

export const proposalsContract = {
  /** Newest first, or only those of one session or message. */
  'proposals.list': route(
    'person',
    z.strictObject({
      state: ProposalState.optional(),
      sessionId: SessionId.optional(),
      messageId: MessageId.optional(),
      ...PageRequest,
    }),
    page(Proposal),
  ),
  /** Makes an emerging part of the proposal, or adds its words as evidence to the part that already has this name; or relates its two parts. */
  'proposals.accept': route(
    'person',
    z.strictObject({ proposalId: ProposalId, name: PartName.optional() }),
    z.strictObject({ proposal: Proposal, part: Part.nullable(), relationship: Relationship.nullable() }),
  ),
  /** Not offered again for the same words. */
  'proposals.decline': route('person', z.strictObject({ proposalId: ProposalId }), Proposal),
  /** Not now: it waits, and can be accepted or declined later. */
  'proposals.postpone': route('person', z.strictObject({ proposalId: ProposalId }), Proposal),
};
