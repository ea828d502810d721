import { z } from 'zod';
import { AssessmentNote, Judgement } from '../../../../shared/entities/assessment.ts';
import { NoteTitle } from '../../../../shared/entities/note.ts';
import { PartAttributes, PartName, PartRole, evidenceKinds, type EvidenceKind } from '../../../../shared/entities/part.ts';
import { PolarizationLevel, RelationshipType } from '../../../../shared/entities/relationship.ts';
import { ActionId, EvidenceId, MessageId, PartId, type ProposalId } from '../../../../shared/ids.ts';
import type { Message } from '../../../../shared/entities/session.ts';
import { Failure, notFound } from '../../failure.ts';
import { wasDeclined } from '../../proposals/declined.ts';
import { proposePart as proposePartAction, proposeRelationship as proposeRelationshipAction } from '../../proposals/proposal-actions.ts';
import { proposalRepository } from '../../proposals/proposal-repository.ts';
import { markMessage } from '../../sessions/session-actions.ts';
import { defineTool } from './tool.ts';
import { type ToolWork, doing, knownPart, personsMessage } from './tool-work.ts';

const Quote = z.string().min(1).max(2000).describe('The person’s own words, exactly as they stand in the message');
const Sureness = z.number().min(0).max(1).describe('How sure you are, 0 to 1');

const MARKS_MAX = 500;

/** Marks the words of a proposal in their message, which is where the person is asked about it. */
function markWords(
  { services, actor, scope }: ToolWork,
  message: Message,
  quote: string,
  mark: { role: PartRole; proposalId: ProposalId },
) {
  // As it is now: a mark may have been added a moment ago.
  const marks = scope.find('messages', message.id)?.metadata.marks ?? [];
  if (marks.length >= MARKS_MAX) return;
  const start = message.content.indexOf(quote);
  services.bus.perform(actor, markMessage, { messageId: message.id, marks: [...marks, { start, end: start + quote.length, ...mark }] });
}

/** @throws Failure when these words were answered before, or are on offer now. */
function requireNotOffered({ scope, services }: ToolWork, kind: 'part' | 'relationship', quote: string): void {
  const isDeclined = wasDeclined(scope, services.keyedDigest, kind, quote);
  if (!isDeclined && scope.use(proposalRepository).forWords(kind, quote).length === 0) return;
  throw new Failure(
    'CONFLICT',
    isDeclined
      ? 'The person said no to this for the same words. Do not offer it again.'
      : 'This is on offer already for the same words, or was accepted.',
  );
}

export const proposePart = defineTool<{ messageId: MessageId; name: string; role: PartRole; quote: string; confidence: number }, ToolWork>({
  name: 'propose_part',
  description:
    'Offers the person a part you noticed, with their own words that show it. It creates nothing: the person accepts, renames or declines it.',
  input: z.strictObject({ messageId: MessageId, name: PartName, role: PartRole, quote: Quote, confidence: Sureness }),
  run(work, { messageId, ...offer }) {
    if (work.safetyOpen && offer.role === 'exile') throw new Failure('CONFLICT', 'Safety comes first now: leave this part in peace.');
    const message = personsMessage(work, messageId, offer.quote);
    if (work.keptPrivate().mentions(offer.name)) throw new Failure('CONFLICT', 'This can’t be offered.');
    requireNotOffered(work, 'part', offer.quote);
    const changed = work.services.bus.together(work.actor, () => {
      const offered = work.services.bus.perform(work.actor, proposePartAction, { messageId, ...offer });
      markWords(work, message, offer.quote, { role: offer.role, proposalId: offered.value });
      return { actionId: offered.actionId, proposalId: offered.value };
    });
    return { about: offer.name, changed, data: { proposalId: changed.proposalId, state: 'open' } };
  },
});

type RelationshipOffer = {
  messageId: MessageId;
  fromPartId: PartId;
  toPartId: PartId;
  type: RelationshipType;
  level: number;
  quote: string;
  confidence: number;
};

export const proposeRelationship = defineTool<RelationshipOffer, ToolWork>({
  name: 'propose_relationship',
  description:
    'Offers the person that two of their parts are related, with their own words that show it: protector-exile (from the protector), polarized (with a level of 0 to 10) or allied. It creates nothing.',
  input: z.strictObject({
    messageId: MessageId,
    fromPartId: PartId,
    toPartId: PartId,
    type: RelationshipType,
    level: PolarizationLevel.default(0),
    quote: Quote,
    confidence: Sureness,
  }),
  run(work, { messageId, ...offer }) {
    const names = [offer.fromPartId, offer.toPartId].map((partId) => knownPart(work, partId).name);
    const message = personsMessage(work, messageId, offer.quote);
    requireNotOffered(work, 'relationship', offer.quote);
    const changed = work.services.bus.together(work.actor, () => {
      const offered = work.services.bus.perform(work.actor, proposeRelationshipAction, { messageId, ...offer });
      markWords(work, message, offer.quote, { role: 'unknown', proposalId: offered.value });
      return { actionId: offered.actionId, proposalId: offered.value };
    });
    return { about: names.join(' and '), changed, data: { proposalId: changed.proposalId, state: 'open' } };
  },
});

export const addEvidence = defineTool<{ partId: PartId; messageId: MessageId; kind: EvidenceKind; quote: string }, ToolWork>({
  name: 'add_evidence',
  description: 'Adds words of the person’s to a part they have accepted. The words must stand in one of their messages exactly as quoted.',
  input: z.strictObject({ partId: PartId, messageId: MessageId, kind: z.enum(evidenceKinds), quote: Quote }),
  run(work, { partId, messageId, kind, quote }) {
    const { name } = knownPart(work, partId);
    personsMessage(work, messageId, quote);
    const { value, actionId } = doing(work, () => work.services.parts.addEvidence(work.actor, { partId, messageId, kind, quote }));
    const { id, evidenceCount, recentEvidence } = value;
    return {
      about: name,
      changed: actionId && { actionId, partId },
      data: { partId: id, evidenceCount, evidenceId: recentEvidence.find((piece) => piece.quote === quote)?.id ?? null },
    };
  },
});

const ChangedAttributes = PartAttributes.partial().omit({ emoji: true, hue: true });

export const updatePart = defineTool<
  { partId: PartId; name?: string | undefined; story?: string | undefined; attributes?: z.infer<typeof ChangedAttributes> | undefined },
  ToolWork
>({
  name: 'update_part',
  description:
    'Changes what is written about a part, when the person has told you so: its name, its story, or details such as age, feelings, fears. Only what you give changes. The person sees it and can take it back.',
  input: z.strictObject({
    partId: PartId,
    name: PartName.optional(),
    story: z.string().max(20_000).optional(),
    attributes: ChangedAttributes.optional(),
  }),
  run(work, { partId, attributes, ...changes }) {
    const part = knownPart(work, partId);
    const merged = attributes && PartAttributes.parse({ ...part.attributes, ...attributes });
    const { value, actionId } = doing(work, () =>
      work.services.parts.update(work.actor, { partId, ...changes, ...(merged && { attributes: merged }) }),
    );
    const { name } = value;
    return { about: name, changed: actionId && { actionId, partId }, data: { partId, name } };
  },
});

export const recordAssessment = defineTool<{ partId: PartId; judgement: Judgement; note: string; evidenceIds: EvidenceId[] }, ToolWork>({
  name: 'record_assessment',
  description:
    'Notes your dated judgement about a part: how sure it is one (identification), how much Self there is toward it (self_energy), or how far along the six Fs (six_fs). The person’s own judgement always counts more.',
  input: z.strictObject({
    partId: PartId,
    judgement: Judgement,
    note: AssessmentNote.describe('Why you think so'),
    evidenceIds: z.array(EvidenceId).max(50).default([]),
  }),
  run(work, input) {
    const { name } = knownPart(work, input.partId);
    const { value, actionId } = doing(work, () => work.services.assessments.record(work.actor, input));
    return { about: name, changed: actionId && { actionId, partId: input.partId }, data: { assessmentId: value.id } };
  },
});

export const writeNote = defineTool<{ title: string; content: string; partId?: PartId | undefined }, ToolWork>({
  name: 'write_note',
  description: 'Writes a short note for the person, such as what they want to come back to. About a part, if you name one.',
  input: z.strictObject({ title: NoteTitle, content: z.string().min(1).max(20_000), partId: PartId.optional() }),
  run(work, { partId, ...note }) {
    if (partId !== undefined) knownPart(work, partId);
    const { value, actionId } = doing(work, () =>
      work.services.notes.create(work.actor, { kind: 'note', sessionId: work.sessionId, ...note, ...(partId && { partId }) }),
    );
    const { id, title } = value;
    return { about: title === '' ? 'a note' : title, changed: actionId && { actionId, noteId: id }, data: { noteId: id } };
  },
});

export const undoAction = defineTool<{ actionId: ActionId }, ToolWork>({
  name: 'undo_action',
  description: 'Takes back something you changed in this session. Only your own changes; list_recent_actions names them.',
  input: z.strictObject({ actionId: ActionId }),
  run({ actor, services, sessionId }, { actionId }) {
    const action = services.activity.get(actor, actionId);
    if (action.sessionId !== sessionId) throw notFound('This change');
    if (action.actor !== 'agent') throw new Failure('CONFLICT', 'You can only take back what you did yourself.');
    services.activity.undo(actor, { actionId, withLater: false });
    return { about: action.changes.find(({ label }) => label !== null)?.label ?? 'a change', data: { undone: actionId } };
  },
});
