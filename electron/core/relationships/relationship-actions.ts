import { z } from 'zod';
import { PolarizationLevel, RelationshipNotes, RelationshipType } from '../../../shared/entities/relationship.ts';
import { PartId, RelationshipId } from '../../../shared/ids.ts';
import { defineAction } from '../actions/action.ts';
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

export const createRelationship = defineAction({
  type: 'create_relationship',
  entityType: 'relationship',
  undoable: true,
  input: z.strictObject({
    fromPartId: PartId,
    toPartId: PartId,
    type: RelationshipType,
    level: PolarizationLevel,
    notes: RelationshipNotes,
  }),
  perform({ actor, ids, ledger, now, scope }, { fromPartId, toPartId, type, level, notes }) {
    if (!ledger.get('parts', fromPartId) || !ledger.get('parts', toPartId)) throw notFound('One of these parts');
    if (fromPartId === toPartId) throw new Failure('CONFLICT', 'A part can’t be related to itself.');
    requireLevelFits(type, level);
    if (scope.use(relationshipRepository).between(fromPartId, toPartId, type)) {
      throw new Failure('CONFLICT', 'These two parts are related in this way already.');
    }
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
  perform({ ledger }, { relationshipId }) {
    if (!ledger.get('partRelationships', relationshipId)) throw notFound('This relationship');
    ledger.remove('partRelationships', relationshipId);
    return { value: relationshipId, entityId: relationshipId, sessionId: null };
  },
});

export const relationshipActions = [createRelationship, updateRelationship, deleteRelationship];
