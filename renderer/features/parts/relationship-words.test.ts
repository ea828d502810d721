import { expect, it } from 'vitest';
import type { Relationship } from '../../../shared/entities/relationship.ts';
import { PartId, RelationshipId } from '../../../shared/ids.ts';
import { relationshipFrom } from './relationship-words.ts';

const one = PartId.parse('01936b5e-8f00-7000-8000-000000000001');
const other = PartId.parse('01936b5e-8f00-7000-8000-000000000002');
const relationship: Relationship = {
  id: RelationshipId.parse('01936b5e-8f00-7000-8000-000000000003'),
  fromPartId: one,
  toPartId: other,
  type: 'protector-exile',
  level: 0,
  notes: '',
  createdAt: 1,
  updatedAt: 1,
};

it('reads a relationship from either end', () => {
  expect(relationshipFrom(relationship, one)).toEqual({ words: 'Protects', otherId: other });
  expect(relationshipFrom(relationship, other)).toEqual({ words: 'Is protected by', otherId: one });
  expect(relationshipFrom({ ...relationship, type: 'polarized', level: 7 }, other)).toEqual({
    words: 'At odds (7 of 10) with',
    otherId: one,
  });
  expect(relationshipFrom({ ...relationship, type: 'allied' }, one).words).toBe('Allied with');
});
