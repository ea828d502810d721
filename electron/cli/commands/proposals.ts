import type { Proposal } from '../../../shared/entities/proposal.ts';
import { type MessageId, ProposalId } from '../../../shared/ids.ts';
import type { Core } from '../../core/create-core.ts';
import { ask, everyPage } from '../ask.ts';
import type { CommandContext } from '../command-context.ts';
import { readId } from '../read-id.ts';
import { percent, table } from '../output.ts';
import { partFacts, partRow } from './parts.ts';
import { relationshipFacts } from './relate.ts';

export const proposalRow = ({ id, kind, name, role, quote, confidence, state }: Proposal) => ({
  id,
  kind,
  name,
  role,
  quote,
  confidence,
  state,
});

export const readProposals = async (core: Core, filter: { messageId?: MessageId } = {}): Promise<Proposal[]> =>
  everyPage((place) => ask(core, 'proposals.list', { ...filter, ...place }));

export const proposalTable = (proposals: readonly Proposal[]): string =>
  table(
    ['ID', 'STATE', 'ROLE', 'NAME', 'SURE', 'YOUR WORDS'],
    proposals.map(({ id, state, role, name, confidence, quote }) => [id, state, role, name, percent(confidence), quote]),
  );

export const listProposals = async (context: CommandContext): Promise<void> => {
  const proposals = await context.withProfile((core) => readProposals(core));
  await context.print(proposals.map(proposalRow), () =>
    proposals.length === 0 ? 'Nothing has been proposed yet.\n' : proposalTable(proposals),
  );
};

export const acceptProposal = async (context: CommandContext, id: string, { name }: { name?: string }): Promise<void> => {
  const proposalId = readId(ProposalId, id, 'trailhead proposals');
  const { part, relationship } = await context.withProfile((core) =>
    ask(core, 'proposals.accept', { proposalId, ...(name === undefined ? {} : { name }) }),
  );
  if (part) await context.print(partRow(part), () => partFacts(part));
  else if (relationship) await context.print(relationship, () => relationshipFacts(relationship));
};
