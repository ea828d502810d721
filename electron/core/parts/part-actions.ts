import { z } from 'zod';
import { EvidenceKind, EvidenceQuote, PartAttributes, PartName, PartRole, PartStatus, PartStory } from '../../../shared/entities/part.ts';
import { EvidenceId, MessageId, PartId } from '../../../shared/ids.ts';
import { defineAction } from '../actions/action.ts';
import { Failure, notFound } from '../failure.ts';
import { missingFor } from './lifecycle.ts';
import { NewPart, addEvidence, addPart, dropEvidence, refreshPart, requireFreeName, stepBackWithoutEvidence } from './part-changes.ts';
import { partRepository } from './part-repository.ts';

export const createPart = defineAction({
  type: 'create_part',
  entityType: 'part',
  undoable: true,
  input: NewPart,
  perform(work, part) {
    const id = addPart(work, part);
    return { value: id, entityId: id, sessionId: null };
  },
});

export const updatePart = defineAction({
  type: 'update_part',
  entityType: 'part',
  undoable: true,
  input: z.strictObject({
    partId: PartId,
    name: PartName.optional(),
    story: PartStory.optional(),
    attributes: PartAttributes.optional(),
  }),
  perform({ ledger, now, scope }, { partId, name, story, attributes }) {
    if (name !== undefined) requireFreeName(scope, name, partId);
    const changes = {
      ...(name !== undefined && { name }),
      ...(story !== undefined && { story }),
      ...(attributes !== undefined && { attributes }),
      updatedAt: now,
    };
    ledger.update('parts', partId, changes, 'This part');
    return { value: partId, entityId: partId, sessionId: null };
  },
});

export const setPartStatus = defineAction({
  type: 'set_part_status',
  entityType: 'part',
  undoable: true,
  input: z.strictObject({ partId: PartId, status: PartStatus }),
  perform({ actor, ledger, now, scope }, { partId, status }) {
    const standing = scope.use(partRepository).standing(partId);
    if (!standing) throw notFound('This part');
    const missing = missingFor(standing, status, actor.kind);
    if (missing !== null) throw new Failure('CONFLICT', missing);
    ledger.update('parts', partId, { status, updatedAt: now });
    return { value: partId, entityId: partId, sessionId: null };
  },
});

export const addPartEvidence = defineAction({
  type: 'add_evidence',
  entityType: 'part',
  undoable: true,
  input: z.strictObject({ partId: PartId, kind: EvidenceKind, quote: EvidenceQuote, messageId: MessageId.nullable() }),
  perform(work, { partId, kind, quote, messageId }) {
    const message = messageId === null ? null : work.ledger.get('messages', messageId);
    if (message === undefined) throw notFound('The message of these words');
    if (message && message.role !== 'user') throw new Failure('CONFLICT', 'Only your own words can speak for a part.');
    if (message && !message.content.includes(quote)) throw new Failure('CONFLICT', 'These words do not stand in that message.');
    addEvidence(work, partId, {
      kind,
      quote,
      sessionId: message?.sessionId ?? null,
      messageId,
      observedAt: message?.createdAt ?? work.now,
    });
    return { value: partId, entityId: partId, sessionId: message?.sessionId ?? null };
  },
});

export const removePartEvidence = defineAction({
  type: 'remove_evidence',
  entityType: 'part',
  undoable: true,
  input: z.strictObject({ evidenceId: EvidenceId }),
  perform(work, { evidenceId }) {
    const evidence = work.ledger.get('partEvidence', evidenceId);
    if (!evidence) throw notFound('This evidence');
    dropEvidence(work, evidenceId);
    refreshPart(work, evidence.partId);
    stepBackWithoutEvidence(work, evidence.partId);
    return { value: evidence.partId, entityId: evidence.partId, sessionId: evidence.sessionId };
  },
});

/** The chosen evidence, with its dates, goes over to a new, emerging part. One left with too little of it is no longer active. */
export const splitPart = defineAction({
  type: 'split_part',
  entityType: 'part',
  undoable: true,
  input: z.strictObject({ partId: PartId, evidenceIds: z.array(EvidenceId).min(1), name: PartName, role: PartRole }),
  perform(work, { partId, evidenceIds, name, role }) {
    const { ledger } = work;
    if (!ledger.get('parts', partId)) throw notFound('This part');
    const newPartId = addPart(work, { name, attributes: { role } });
    for (const evidenceId of new Set(evidenceIds)) {
      if (ledger.get('partEvidence', evidenceId)?.partId !== partId) throw notFound('One of these pieces of evidence');
      ledger.update('partEvidence', evidenceId, { partId: newPartId });
    }
    refreshPart(work, partId);
    stepBackWithoutEvidence(work, partId);
    refreshPart(work, newPartId);
    return { value: newPartId, entityId: partId, sessionId: null };
  },
});

export const partActions = [createPart, updatePart, setPartStatus, addPartEvidence, removePartEvidence, splitPart];
