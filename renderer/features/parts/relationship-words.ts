import type { Relationship, RelationshipType } from '../../../shared/entities/relationship.ts';
import type { PartId } from '../../../shared/ids.ts';

/** How a part relates to another one, seen from it, and which one that is. */
export function relationshipFrom(
  relationship: Pick<Relationship, 'fromPartId' | 'toPartId' | 'type' | 'level'>,
  partId: PartId,
): { words: string; otherId: PartId } {
  const { fromPartId, toPartId, type, level } = relationship;
  const outward = fromPartId === partId;
  const otherId = outward ? toPartId : fromPartId;
  switch (type) {
    case 'protector-exile':
      return { words: outward ? 'Protects' : 'Is protected by', otherId };
    case 'polarized':
      return { words: level > 0 ? `At odds (${level} of 10) with` : 'At odds with', otherId };
    case 'allied':
      return { words: 'Allied with', otherId };
  }
}

/** The relationships there are, told from one of the two parts. */
export const waysToRelate = [
  { value: 'protects', label: 'It protects another part', hint: 'A protector keeps an exile from being hurt, or from being felt.' },
  { value: 'protected', label: 'It is protected by another part', hint: 'The same, seen from the one who is guarded.' },
  { value: 'polarized', label: 'They are at odds', hint: 'Each pulls the other way; the more one does, the more the other.' },
  { value: 'allied', label: 'They are allies', hint: 'They work toward the same thing.' },
] as const;
export type WayToRelate = (typeof waysToRelate)[number]['value'];

/** A way to relate, told from `partId`, as it is kept. */
export function relationshipOf(
  way: WayToRelate,
  partId: PartId,
  otherId: PartId,
): { fromPartId: PartId; toPartId: PartId; type: RelationshipType } {
  switch (way) {
    case 'protects':
      return { fromPartId: partId, toPartId: otherId, type: 'protector-exile' };
    case 'protected':
      return { fromPartId: otherId, toPartId: partId, type: 'protector-exile' };
    case 'polarized':
    case 'allied':
      return { fromPartId: partId, toPartId: otherId, type: way };
  }
}
