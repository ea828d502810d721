import { z } from 'zod';
import { PartId, RelationshipId } from '../ids.ts';
import { LongText, Timestamp } from './common.ts';

/** `protector-exile` is directed, from the protector to the exile it guards. The other two read the same both ways. */
export const relationshipTypes = ['protector-exile', 'polarized', 'allied'] as const;
export const RelationshipType = z.enum(relationshipTypes);
export type RelationshipType = z.infer<typeof RelationshipType>;

/** How strongly two parts pull against each other, 0 to 10. Only polarized parts have more than 0. */
export const PolarizationLevel = z
  .int('A level is a whole number.')
  .min(0, 'A level goes from 0 to 10.')
  .max(10, 'A level goes from 0 to 10.');

export const RELATIONSHIP_NOTES_MAX = 5000;
export const RelationshipNotes = LongText(RELATIONSHIP_NOTES_MAX, 'Notes can have at most 5,000 characters.');

export const Relationship = z.strictObject({
  id: RelationshipId,
  fromPartId: PartId,
  toPartId: PartId,
  type: RelationshipType,
  level: PolarizationLevel,
  notes: z.string(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Relationship = z.infer<typeof Relationship>;
