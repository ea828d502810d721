import { z } from 'zod';
import { PART_NAME_MAX, PartName, PartRole } from '../../../shared/entities/part.ts';
import type { Proposal } from '../../../shared/entities/proposal.ts';
import { MessageId, PartId, ProposalId } from '../../../shared/ids.ts';
import { type ActionWork, defineAction } from '../actions/action.ts';
import { Failure, notFound } from '../failure.ts';
import { addEvidence, addPart, evidenceKindOf } from '../parts/part-changes.ts';
import { partRepository } from '../parts/part-repository.ts';
import { digestOfWords, proposalRepository } from './proposal-repository.ts';

/** Offers a part, with the words it was noticed in. Proposing never creates the part. */
export const proposePart = defineAction({
  type: 'propose_part',
  entityType: 'proposal',
  undoable: true,
  input: z.strictObject({
    messageId: MessageId,
    name: z.string().min(1).max(PART_NAME_MAX),
    role: PartRole,
    quote: z.string().min(1),
    confidence: z.number().min(0).max(1),
  }),
  perform({ actor, ids, ledger, now }, { messageId, name, role, quote, confidence }) {
    const message = ledger.get('messages', messageId);
    if (!message) throw notFound('This message');
    const id = ProposalId.parse(ids.next());
    ledger.insert('proposals', {
      id,
      userId: actor.userId,
      kind: 'part',
      state: 'open',
      name,
      role,
      quote,
      wordsDigest: digestOfWords(quote),
      confidence,
      sessionId: message.sessionId,
      messageId,
      partId: null,
      createdAt: now,
      updatedAt: now,
    });
    return { value: id, entityId: id, sessionId: message.sessionId };
  },
});

/**
 * The person's yes. Makes an emerging part with the words as its first evidence;
 * a part that already has this name gets the words as further evidence instead.
 */
export const acceptProposal = defineAction({
  type: 'accept_proposal',
  entityType: 'proposal',
  undoable: true,
  input: z.strictObject({ proposalId: ProposalId, name: PartName.optional() }),
  perform(work, { proposalId, name: chosen }) {
    const { ledger, now, scope } = work;
    const proposal = requireUnanswered(work, proposalId);
    const message = ledger.get('messages', proposal.messageId);
    if (!message) throw notFound('The message of this proposal');
    const name = chosen ?? proposal.name;
    const partId = scope.use(partRepository).named(name) ?? addPart(work, { name, attributes: { role: proposal.role } });
    addEvidence(work, partId, {
      kind: evidenceKindOf(proposal.quote),
      quote: proposal.quote,
      sessionId: proposal.sessionId,
      messageId: proposal.messageId,
      observedAt: message.createdAt,
    });
    ledger.update('proposals', proposalId, { state: 'accepted', partId, name, updatedAt: now });
    return { value: PartId.parse(partId), entityId: proposalId, sessionId: proposal.sessionId };
  },
});

/** The person's no, or not now. A declined proposal is not offered again for the same words. */
export const setProposalAside = defineAction({
  type: 'set_proposal_aside',
  entityType: 'proposal',
  undoable: true,
  input: z.strictObject({ proposalId: ProposalId, state: z.enum(['declined', 'later']) }),
  perform(work, { proposalId, state }) {
    const proposal = requireUnanswered(work, proposalId);
    work.ledger.update('proposals', proposalId, { state, updatedAt: work.now });
    return { value: proposalId, entityId: proposalId, sessionId: proposal.sessionId };
  },
});

export const proposalActions = [proposePart, acceptProposal, setProposalAside];

/** A no or a not now may still become a yes. A yes has made a part: it can be undone, not answered again. */
function requireUnanswered({ scope }: ActionWork, proposalId: ProposalId): Proposal {
  const proposal = scope.use(proposalRepository).get(proposalId);
  if (!proposal) throw notFound('This proposal');
  if (proposal.state === 'accepted') throw new Failure('CONFLICT', 'This proposal was already accepted.');
  return proposal;
}
