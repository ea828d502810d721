import type { Relationship } from '../../../shared/entities/relationship.ts';
import type { PartId } from '../../../shared/ids.ts';

/** How a part relates to another one, seen from it, and which one that is. */
export function relationshipFrom(relationship: Relationship, partId: PartId): { words: string; otherId: PartId } {
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
