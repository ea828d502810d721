import { z } from 'zod';
import { PartId } from '../../../shared/ids.ts';
import { type ActionWork, defineAction } from '../actions/action.ts';
import { assessmentRepository } from '../assessments/assessment-repository.ts';
import { Failure, notFound } from '../failure.ts';
import { relationshipRepository } from '../relationships/relationship-repository.ts';
import { refreshPart } from './part-changes.ts';
import { partRepository } from './part-repository.ts';

/**
 * Makes one part of two. Evidence keeps its dates, judgements and relationships go over; where both parts had the same relationship
 * to a third, the stronger one stays, and what stood between the two of them goes.
 */
export const mergeParts = defineAction({
  type: 'merge_parts',
  entityType: 'part',
  undoable: true,
  input: z.strictObject({ partId: PartId, intoPartId: PartId }),
  perform(work, { partId, intoPartId }) {
    const { ledger, now, scope } = work;
    if (partId === intoPartId) throw new Failure('CONFLICT', 'A part can’t be merged into itself.');
    const part = ledger.get('parts', partId);
    const into = ledger.get('parts', intoPartId);
    if (!part || !into) throw notFound('One of these parts');
    for (const { id } of scope.use(partRepository).evidence(partId)) ledger.update('partEvidence', id, { partId: intoPartId });
    for (const { id } of scope.use(assessmentRepository).ofPart(partId)) ledger.update('partAssessments', id, { partId: intoPartId });
    moveRelationships(work, partId, intoPartId);
    for (const { id } of proposalsOf(work, partId)) ledger.update('proposals', id, { partId: intoPartId, updatedAt: now });
    const story = [into.story, part.story].filter((text) => text.trim() !== '').join('\n\n');
    if (story !== into.story) ledger.update('parts', intoPartId, { story });
    ledger.remove('parts', partId);
    refreshPart(work, intoPartId);
    return { value: intoPartId, entityId: intoPartId, sessionId: null };
  },
});

/** Takes a part away with its evidence, judgements and relationships. Undoing brings all of it back as it was. */
export const deletePart = defineAction({
  type: 'delete_part',
  entityType: 'part',
  undoable: true,
  input: z.strictObject({ partId: PartId }),
  perform(work, { partId }) {
    const { ledger, now, scope } = work;
    if (!ledger.get('parts', partId)) throw notFound('This part');
    for (const { id } of scope.use(partRepository).evidence(partId)) ledger.remove('partEvidence', id);
    for (const { id } of scope.use(assessmentRepository).ofPart(partId)) ledger.remove('partAssessments', id);
    for (const { id } of scope.use(relationshipRepository).ofPart(partId)) ledger.remove('partRelationships', id);
    // What was accepted for it was taken back on purpose: the same words are not offered again.
    for (const { id } of proposalsOf(work, partId)) ledger.update('proposals', id, { state: 'declined', partId: null, updatedAt: now });
    ledger.remove('parts', partId);
    return { value: partId, entityId: partId, sessionId: null };
  },
});

export const partUnionActions = [mergeParts, deletePart];

/** Proposals that became this part, found by the database's own links. */
const proposalsOf = ({ scope }: ActionWork, partId: PartId) =>
  scope.links.childrenOf('parts', partId).filter(({ table }) => table === 'proposals');

function moveRelationships({ ledger, now, scope }: ActionWork, from: PartId, to: PartId): void {
  const relationships = scope.use(relationshipRepository);
  for (const relationship of relationships.ofPart(from)) {
    const { id, fromPartId, toPartId, type, level } = relationship;
    const other = fromPartId === from ? toPartId : fromPartId;
    if (other === to) {
      ledger.remove('partRelationships', id);
      continue;
    }
    const same = relationships.between(to, other, type);
    if (same) {
      ledger.remove('partRelationships', id);
      if (level > same.level) ledger.update('partRelationships', same.id, { polarizationLevel: level, updatedAt: now });
      continue;
    }
    ledger.update('partRelationships', id, { ...(fromPartId === from ? { fromPartId: to } : { toPartId: to }), updatedAt: now });
  }
}
