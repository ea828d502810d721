import type { RouteOutput } from '../../../shared/contracts/index.ts';
import type { MapPart } from '../../../shared/contracts/map.ts';
import type { Relationship } from '../../../shared/entities/relationship.ts';
import type { PartId } from '../../../shared/ids.ts';

export type MapData = RouteOutput<'map.get'>;

/** The stops of the dial, from the clearest outlines to everything there is. */
export const details = ['simple', 'clear', 'most', 'all'] as const;
export type Detail = (typeof details)[number];

/** What picture and table show: the same parts and relationships, in the order they were made. */
export type VisibleMap = { parts: readonly MapPart[]; relationships: readonly Relationship[] };

/** However few parts are clear, this many of the clearest are shown; at the first stop, however many are, no more than that. */
export const FEWEST_PARTS = 7;
export const MOST_PARTS_SIMPLE = 30;

/** A map of more parts than this begins with less than all of them. */
const MOST_PARTS_AT_FIRST = 60;

/**
 * The first stop at which a part is shown. The borders are those between the words for how clearly a part was seen.
 * `related` tells whether it has any relationship.
 */
function stopOfPart({ status, confidence }: MapPart, related: boolean): Detail {
  if (status === 'active' || confidence >= 0.8) return 'simple';
  if (status !== 'emerging' || confidence >= 0.6) return 'clear';
  return related || confidence >= 0.35 ? 'most' : 'all';
}

/** The first stop at which a relationship is shown, given both its parts are: who protects whom, then how strongly they are at odds. */
function stopOfRelationship({ type, level }: Relationship): Detail {
  if (type === 'protector-exile' || (type === 'polarized' && level >= 7)) return 'simple';
  return type === 'polarized' && level >= 4 ? 'clear' : 'most';
}

const isAt = (stop: Detail, detail: Detail): boolean => details.indexOf(stop) <= details.indexOf(detail);

/** How many relationships each part has. */
export function countRelationships(relationships: readonly Relationship[]): ReadonlyMap<PartId, number> {
  const counts = new Map<PartId, number>();
  for (const { fromPartId, toPartId } of relationships) for (const id of [fromPartId, toPartId]) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** What is shown at a stop of the dial. Each stop shows all that the stops before it show. */
function atDetail(map: VisibleMap, detail: Detail): VisibleMap {
  const counts = countRelationships(map.relationships);
  const countOf = ({ id }: MapPart) => counts.get(id) ?? 0;
  // Sorting is stable: of parts alike, those made first come first.
  const clearestFirst = map.parts.toSorted((a, b) => b.confidence - a.confidence || countOf(b) - countOf(a));
  const qualified = clearestFirst.filter((part) => isAt(stopOfPart(part, countOf(part) > 0), detail));
  const clear = detail === 'simple' ? mostTied(qualified, map.relationships) : qualified;
  const shown = new Set([...clearestFirst.slice(0, FEWEST_PARTS), ...clear].map(({ id }) => id));
  return {
    parts: map.parts.filter(({ id }) => shown.has(id)),
    relationships: map.relationships.filter(
      (relationship) =>
        shown.has(relationship.fromPartId) && shown.has(relationship.toPartId) && isAt(stopOfRelationship(relationship), detail),
    ),
  };
}

/** Of many clear parts those with the most strong ties among each other: a map is about what is between them. */
function mostTied(parts: readonly MapPart[], relationships: readonly Relationship[]): readonly MapPart[] {
  const ids = new Set(parts.map(({ id }) => id));
  const isStrong = (one: Relationship) => stopOfRelationship(one) === 'simple' && ids.has(one.fromPartId) && ids.has(one.toPartId);
  const ties = countRelationships(relationships.filter(isStrong));
  return parts.toSorted((a, b) => (ties.get(b.id) ?? 0) - (ties.get(a.id) ?? 0)).slice(0, MOST_PARTS_SIMPLE);
}

/** One part, all parts it is related to, and all that is between any of them, whatever the dial says. */
function around(map: VisibleMap, focusId: PartId): VisibleMap {
  const near = new Set([focusId]);
  for (const { fromPartId, toPartId } of map.relationships) {
    if (fromPartId === focusId) near.add(toPartId);
    if (toPartId === focusId) near.add(fromPartId);
  }
  return {
    parts: map.parts.filter(({ id }) => near.has(id)),
    relationships: map.relationships.filter(({ fromPartId, toPartId }) => near.has(fromPartId) && near.has(toPartId)),
  };
}

/** What picture and table show. A focus on a part that is gone is no focus. */
export function visibleMap(map: VisibleMap, { detail, focusId }: { detail: Detail; focusId: PartId | null }): VisibleMap {
  const focused = focusId !== null && map.parts.some(({ id }) => id === focusId);
  return focused ? around(map, focusId) : atDetail(map, detail);
}

/** Where the dial stands before it was touched: at the fullest stop that can still be taken in at once. */
export const firstDetail = (map: VisibleMap): Detail =>
  details.findLast((detail) => atDetail(map, detail).parts.length <= MOST_PARTS_AT_FIRST) ?? 'simple';
