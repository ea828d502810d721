import { z } from 'zod';
import { PolarizationLevel, Relationship, RelationshipNotes, RelationshipType } from '../entities/relationship.ts';
import { PartId, RelationshipId } from '../ids.ts';
import { Nothing, route } from './route.ts';

export const relationshipsContract = {
  /** All of them, or those of one part; the oldest first. */
  'relationships.list': route('person', z.strictObject({ partId: PartId.optional() }), z.array(Relationship)),
  /** One for each pair and type, whichever way round it is told; a second one is a CONFLICT. */
  'relationships.create': route(
    'person',
    z.strictObject({
      fromPartId: PartId,
      toPartId: PartId,
      type: RelationshipType,
      level: PolarizationLevel.default(0),
      notes: RelationshipNotes.default(''),
    }),
    Relationship,
  ),
  'relationships.update': route(
    'person',
    z.strictObject({ relationshipId: RelationshipId, level: PolarizationLevel.optional(), notes: RelationshipNotes.optional() }),
    Relationship,
  ),
  'relationships.delete': route('person', z.strictObject({ relationshipId: RelationshipId }), Nothing),
};
