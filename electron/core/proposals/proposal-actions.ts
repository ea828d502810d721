import { z } from 'zod';
import { PART_NAME_MAX, PartName, PartRole } from '../../../shared/entities/part.ts';
import type { Proposal } from '../../../shared/entities/proposal.ts';
import { PolarizationLevel, RelationshipType } from '../../../shared/entities/relationship.ts';
import { MessageId, PartId, ProposalId, type RelationshipId } from '../../../shared/ids.ts';
import { type ActionWork, defineAction } from '../actions/action.ts';
import type { Row } from '../db/schema.ts';
import { Failure, notFound } from '../failure.ts';
import { addEvidence, addPart, evidenceKindOf } from '../parts/part-changes.ts';
import { partRepository } from '../parts/part-repository.ts';
import { addRelationship, requireRelatable } from '../relationships/relationship-actions.ts';
import { exilesRest } from '../safety/exiles-rest.ts';
import { digestOfWords, proposalRepository } from './proposal-repository.ts';

/** A part is offered by its name; what a proposal of a relationship is called follows from its parts. */
const noRelationship = {
  relationshipId: null,
  fromPartId: null,
  toPartId: null,
  relationshipType: null,
  polarizationLevel: null,
} as const;

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
  perform(work, { messageId, ...offer }) {
    if (offer.role === 'exile') requireExilesAtWork(work);
    return propose(work, messageId, { kind: 'part', ...offer, ...noRelationship });
  },
});

/** Offers a relationship between two parts there are, with the words that show it. Proposing never creates it. */
export const proposeRelationship = defineAction({
  type: 'propose_relationship',
  entityType: 'proposal',
  undoable: true,
  input: z.strictObject({
    messageId: MessageId,
    fromPartId: PartId,
    toPartId: PartId,
    type: RelationshipType,
    level: PolarizationLevel,
    quote: z.string().min(1),
    confidence: z.number().min(0).max(1),
  }),
  perform(work, { messageId, quote, confidence, ...relationship }) {
    requireRelatable(work, relationship);
    if (relationship.type === 'protector-exile') requireExilesAtWork(work);
    const { fromPartId, toPartId, type, level } = relationship;
    const names = [fromPartId, toPartId].map((partId) => work.ledger.get('parts', partId)?.name ?? '');
    return propose(work, messageId, {
      ...{ kind: 'relationship', name: names.join(' – '), role: 'unknown', quote, confidence, relationshipId: null },
      ...{ fromPartId, toPartId, relationshipType: type, polarizationLevel: level },
    });
  },
});

/** Whoever offers, a tool or the machine itself: nothing of exiles while a crisis is open. */
function requireExilesAtWork({ scope }: ActionWork): void {
  if (exilesRest(scope)) throw new Failure('CONFLICT', 'While a hard moment is open, work with exiles rests.');
}

type Offer = Omit<
  Row<'proposals'>,
  'id' | 'userId' | 'state' | 'wordsDigest' | 'sessionId' | 'messageId' | 'partId' | 'createdAt' | 'updatedAt'
>;

function propose({ actor, ids, ledger, now }: ActionWork, messageId: MessageId, offer: Offer) {
  const message = ledger.get('messages', messageId);
  if (!message) throw notFound('This message');
  const { sessionId } = message;
  const id = ProposalId.parse(ids.next());
  ledger.insert('proposals', {
    ...offer,
    ...{ id, userId: actor.userId, state: 'open', wordsDigest: digestOfWords(offer.quote), sessionId, messageId, partId: null },
    ...{ createdAt: now, updatedAt: now },
  });
  return { value: id, entityId: id, sessionId };
}

/** What an accepted proposal became. */
export type Accepted = { partId: PartId; relationshipId: null } | { partId: null; relationshipId: RelationshipId };

/**
 * The person's yes. Makes an emerging part with the words as its first evidence; a part that already has this name gets the words as further
 * evidence instead. Or relates the two parts it was about.
 */
export const acceptProposal = defineAction({
  type: 'accept_proposal',
  entityType: 'proposal',
  undoable: true,
  input: z.strictObject({ proposalId: ProposalId, name: PartName.optional() }),
  perform(work, { proposalId, name }) {
    const proposal = requireUnanswered(work, proposalId);
    const accepted: Accepted = proposal.relationship
      ? { partId: null, relationshipId: addRelationship(work, { ...proposal.relationship, notes: '' }) }
      : { partId: acceptPart(work, proposal, name ?? proposal.name), relationshipId: null };
    const named = proposal.relationship ? {} : { name: name ?? proposal.name };
    work.ledger.update('proposals', proposalId, { state: 'accepted', ...accepted, ...named, updatedAt: work.now });
    return { value: accepted, entityId: proposalId, sessionId: proposal.sessionId };
  },
});

function acceptPart(work: ActionWork, { messageId, quote, role, sessionId }: Proposal, name: string): PartId {
  const message = work.ledger.get('messages', messageId);
  if (!message) throw notFound('The message of this proposal');
  const partId = work.scope.use(partRepository).named(name) ?? addPart(work, { name, attributes: { role } });
  addEvidence(work, partId, { kind: evidenceKindOf(quote), quote, sessionId, messageId, observedAt: message.createdAt });
  return partId;
}

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

export const proposalActions = [proposePart, proposeRelationship, acceptProposal, setProposalAside];

/** A no or a not now may still become a yes. A yes has made a part: it can be undone, not answered again. */
function requireUnanswered({ scope }: ActionWork, proposalId: ProposalId): Proposal {
  const proposal = scope.use(proposalRepository).get(proposalId);
  if (!proposal) throw notFound('This proposal');
  if (proposal.state === 'accepted') throw new Failure('CONFLICT', 'This proposal was already accepted.');
  return proposal;
}
