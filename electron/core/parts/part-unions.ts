import { z } from 'zod';
import { PartId } from '../../../shared/ids.ts';
import type { RouteOutput } from '../../../shared/contracts/index.ts';
import type { Relationship } from '../../../shared/entities/relationship.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { type ActionWork, defineAction } from '../actions/action.ts';
import { assessmentRepository } from '../assessments/assessment-repository.ts';
import { Failure, notFound } from '../failure.ts';
import { removeRelationship } from '../relationships/relationship-actions.ts';
import { relationshipRepository } from '../relationships/relationship-repository.ts';
import { dropEvidence, refreshPart } from './part-changes.ts';
import { partRepository } from './part-repository.ts';
import { unionOf, unionOfNotes } from './union.ts';

/**
 * Makes one part of two. Evidence keeps its dates, judgements and relationships go over, and so does what was known of it. Where both parts had the
 * same relationship to a third, the stronger one stays with the notes of both; of what stood between the two of them, the notes go into the story.
 */
export const mergeParts = defineAction({
  type: 'merge_parts',
  entityType: 'part',
  undoable: true,
  input: z.strictObject({ partId: PartId, intoPartId: PartId }),
  perform(work, { partId, intoPartId }) {
    const { ledger, scope } = work;
    if (partId === intoPartId) throw new Failure('CONFLICT', 'A part can’t be merged into itself.');
    const part = ledger.get('parts', partId);
    const into = ledger.get('parts', intoPartId);
    if (!part || !into) throw notFound('One of these parts');
    for (const { id } of scope.use(partRepository).evidence(partId)) ledger.update('partEvidence', id, { partId: intoPartId });
    for (const { id } of scope.use(assessmentRepository).ofPart(partId)) ledger.update('partAssessments', id, { partId: intoPartId });
    const notes = moveRelationships(work, partId, intoPartId);
    moveChildren(work, partId, intoPartId);
    ledger.update('parts', intoPartId, unionOf(into, part, notes));
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
    const { ledger, scope } = work;
    if (!ledger.get('parts', partId)) throw notFound('This part');
    for (const { id } of scope.use(assessmentRepository).ofPart(partId)) ledger.remove('partAssessments', id);
    for (const { id } of scope.use(partRepository).evidence(partId)) dropEvidence(work, id);
    for (const { id } of scope.use(relationshipRepository).ofPart(partId)) removeRelationship(work, id);
    leaveChildren(work, partId);
    ledger.remove('parts', partId);
    return { value: partId, entityId: partId, sessionId: null };
  },
});

export const partUnionActions = [mergeParts, deletePart];

/** What else is linked to a part, found by the database's own links: notes, proposals and whether it is private. */
const childrenOf = ({ scope }: ActionWork, partId: PartId) => scope.links.childrenOf('parts', partId);

/** Leaves what is linked to a part that goes: notes stay without it, and nothing is offered any more that it had a part in. */
function leaveChildren(work: ActionWork, partId: PartId): void {
  const { ledger, now } = work;
  for (const { table, id } of childrenOf(work, partId)) {
    if (table === 'notes') ledger.update('notes', id, { partId: null, updatedAt: now });
    if (table === 'privateFlags') ledger.remove('privateFlags', id);
    if (table === 'proposals' && ledger.get('proposals', id)?.kind === 'relationship') ledger.remove('proposals', id);
    // What was accepted for it was taken back on purpose: the same words are not offered again.
    else if (table === 'proposals') ledger.update('proposals', id, { state: 'declined', partId: null, updatedAt: now });
  }
}

/** Hands what is linked to one part over to another. If one of them was private, what becomes of both is. */
function moveChildren(work: ActionWork, from: PartId, to: PartId): void {
  const { ledger, now } = work;
  const isPrivate = childrenOf(work, to).some(({ table }) => table === 'privateFlags');
  for (const { table, id } of childrenOf(work, from)) {
    if (table === 'notes') ledger.update('notes', id, { partId: to, updatedAt: now });
    if (table === 'privateFlags' && isPrivate) ledger.remove('privateFlags', id);
    else if (table === 'privateFlags') ledger.update('privateFlags', id, { partId: to });
    if (table === 'proposals') moveProposal(work, id, from, to);
  }
}

/** A relationship that was offered between the two is none any more. */
function moveProposal({ ledger, now }: ActionWork, id: string, from: PartId, to: PartId): void {
  const proposal = ledger.get('proposals', id);
  if (!proposal) return;
  const moved = (partId: PartId | null) => (partId === from ? to : partId);
  const [partId, fromPartId, toPartId] = [moved(proposal.partId), moved(proposal.fromPartId), moved(proposal.toPartId)];
  if (fromPartId !== null && fromPartId === toPartId) ledger.remove('proposals', id);
  else ledger.update('proposals', id, { partId, fromPartId, toPartId, updatedAt: now });
}

/** @returns notes that have no place at a relationship any more. */
function moveRelationships(work: ActionWork, from: PartId, to: PartId): string[] {
  const { ledger, now, scope } = work;
  const homeless: string[] = [];
  const relationships = scope.use(relationshipRepository);
  for (const relationship of relationships.ofPart(from)) {
    const { id, fromPartId, toPartId, type, level, notes } = relationship;
    const other = fromPartId === from ? toPartId : fromPartId;
    if (other === to) {
      removeRelationship(work, id);
      homeless.push(notes);
      continue;
    }
    const same = relationships.between(to, other, type);
    if (same) {
      for (const child of scope.links.childrenOf('partRelationships', id))
        ledger.update('proposals', child.id, { relationshipId: same.id, updatedAt: now });
      ledger.remove('partRelationships', id);
      const union = unionOfNotes(same.notes, notes);
      homeless.push(union.over);
      if (level > same.level || union.notes !== same.notes) {
        const polarizationLevel = Math.max(level, same.level);
        ledger.update('partRelationships', same.id, { polarizationLevel, notes: union.notes, updatedAt: now });
      }
      continue;
    }
    ledger.update('partRelationships', id, { ...(fromPartId === from ? { fromPartId: to } : { toPartId: to }), updatedAt: now });
  }
  return homeless;
}

/** What goes when one part is merged into another, because the one that stays can have only one of it. */
export function lossOfMerge(scope: OwnerScope, partId: PartId, intoPartId: PartId): RouteOutput<'parts.previewMerge'>['goes'] {
  const [part, into] = [scope.find('parts', partId), scope.find('parts', intoPartId)];
  if (!part || !into) throw notFound('One of these parts');
  const fields = [
    'name' as const,
    ...(part.status === into.status ? [] : ['status' as const]),
    ...(['role', 'emoji', 'hue', 'age'] as const).filter((field) => {
      const [said, kept] = [part.attributes[field], into.attributes[field]];
      return said !== undefined && said !== 'unknown' && kept !== undefined && said !== kept;
    }),
  ];
  const relationships = scope.use(relationshipRepository);
  const otherOf = (relationship: Relationship) => (relationship.fromPartId === partId ? relationship.toPartId : relationship.fromPartId);
  const all = relationships.ofPart(partId);
  return {
    fields,
    between: all.filter((relationship) => otherOf(relationship) === intoPartId),
    outdone: all.filter((relationship) => {
      const same = relationships.between(intoPartId, otherOf(relationship), relationship.type);
      const isTurned = same?.type === 'protector-exile' && (same.fromPartId === intoPartId) !== (relationship.fromPartId === partId);
      return same !== undefined && (isTurned || same.level !== relationship.level);
    }),
  };
}
