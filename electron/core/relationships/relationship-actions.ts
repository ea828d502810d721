import { z } from 'zod';
import { PolarizationLevel, RelationshipNotes, RelationshipType } from '../../../shared/entities/relationship.ts';
import { PartId, RelationshipId } from '../../../shared/ids.ts';
import { type ActionWork, defineAction } from '../actions/action.ts';
import type { Derivation } from '../actions/derivation.ts';
import { Failure, notFound } from '../failure.ts';
import { relationshipRepository } from './relationship-repository.ts';

/** There is one relationship of a type between two parts. Nothing of it follows from other rows. */
export const relationshipDerivation: Derivation = {
  table: 'partRelationships',
  fields: [],
  rivalFields: ['relationshipType', 'fromPartId', 'toPartId'],
  affectedBy: () => [],
  claimOf(row) {
    const pair = Pair.safeParse(row);
    if (!pair.success) return null;
    const { fromPartId, toPartId, relationshipType } = pair.data;
    return [...[fromPartId, toPartId].toSorted(), relationshipType].join(' ');
  },
  rivalsOf(scope, row) {
    const pair = Pair.safeParse(row);
    if (!pair.success) return [];
    const { fromPartId, toPartId, relationshipType } = pair.data;
    const rival = scope.use(relationshipRepository).between(fromPartId, toPartId, relationshipType);
    return rival ? [rival.id] : [];
  },
  settle: () => undefined,
};

const Pair = z.object({ fromPartId: PartId, toPartId: PartId, relationshipType: RelationshipType });

/** Only polarized parts pull against each other. */
function requireLevelFits(type: RelationshipType, level: number): void {
  if (type !== 'polarized' && level > 0) throw new Failure('CONFLICT', 'Only polarized parts have a level of polarization.');
}

const NewRelationship = z.strictObject({
  fromPartId: PartId,
  toPartId: PartId,
  type: RelationshipType,
  level: PolarizationLevel,
  notes: RelationshipNotes,
});

/** Whether two parts can be related in a way. A step of an action. @throws Failure NOT_FOUND, or CONFLICT with the reason. */
export function requireRelatable({ ledger, scope }: ActionWork, wanted: Omit<z.infer<typeof NewRelationship>, 'notes'>): void {
  const { fromPartId, toPartId, type, level } = wanted;
  if (!ledger.get('parts', fromPartId) || !ledger.get('parts', toPartId)) throw notFound('One of these parts');
  if (fromPartId === toPartId) throw new Failure('CONFLICT', 'A part can’t be related to itself.');
  requireLevelFits(type, level);
  if (scope.use(relationshipRepository).between(fromPartId, toPartId, type)) {
    throw new Failure('CONFLICT', 'These two parts are related in this way already.');
  }
}

/** Relates two parts. A step of an action. */
export function addRelationship(work: ActionWork, relationship: z.infer<typeof NewRelationship>): RelationshipId {
  requireRelatable(work, relationship);
  const { actor, ids, ledger, now } = work;
  const { fromPartId, toPartId, type, level, notes } = relationship;
  const id = RelationshipId.parse(ids.next());
  ledger.insert('partRelationships', {
    id,
    userId: actor.userId,
    fromPartId,
    toPartId,
    relationshipType: type,
    polarizationLevel: level,
    notes,
    createdAt: now,
    updatedAt: now,
  });
  return id;
}

/** Takes a relationship away. What was accepted for it was taken back on purpose: the same words are not offered again. A step of an action. */
export function removeRelationship({ ledger, now, scope }: ActionWork, id: RelationshipId): void {
  for (const { id: proposalId } of scope.links.childrenOf('partRelationships', id))
    ledger.update('proposals', proposalId, { state: 'declined', relationshipId: null, updatedAt: now });
  ledger.remove('partRelationships', id);
}

export const createRelationship = defineAction({
  type: 'create_relationship',
  entityType: 'relationship',
  undoable: true,
  input: NewRelationship,
  perform(work, relationship) {
    const id = addRelationship(work, relationship);
    return { value: id, entityId: id, sessionId: null };
  },
});

export const updateRelationship = defineAction({
  type: 'update_relationship',
  entityType: 'relationship',
  undoable: true,
  input: z.strictObject({ relationshipId: RelationshipId, level: PolarizationLevel.optional(), notes: RelationshipNotes.optional() }),
  perform({ ledger, now }, { relationshipId, level, notes }) {
    const relationship = ledger.get('partRelationships', relationshipId);
    if (!relationship) throw notFound('This relationship');
    if (level !== undefined) requireLevelFits(relationship.relationshipType, level);
    ledger.update('partRelationships', relationshipId, {
      ...(level !== undefined && { polarizationLevel: level }),
      ...(notes !== undefined && { notes }),
      updatedAt: now,
    });
    return { value: relationshipId, entityId: relationshipId, sessionId: null };
  },
});

export const deleteRelationship = defineAction({
  type: 'delete_relationship',
  entityType: 'relationship',
  undoable: true,
  input: z.strictObject({ relationshipId: RelationshipId }),
  perform(work, { relationshipId }) {
    if (!work.ledger.get('partRelationships', relationshipId)) throw notFound('This relationship');
    removeRelationship(work, relationshipId);
    return { value: relationshipId, entityId: relationshipId, sessionId: null };
  },
});

export const relationshipActions = [createRelationship, updateRelationship, deleteRelationship];
