import type { MapPart } from '../../../../shared/contracts/map.ts';
import type { Relationship } from '../../../../shared/entities/relationship.ts';
import type { PartId } from '../../../../shared/ids.ts';

/** A place on the map in its own units, or on the screen in CSS pixels. */
export type Point = { readonly x: number; readonly y: number };
export type Bounds = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
export type Positions = ReadonlyMap<PartId, Point>;

/** How the map lies under the window: a point p is seen at p * scale + (x, y). */
export type View = { readonly scale: number; readonly x: number; readonly y: number };

const SCALE_LEAST = 0.08;
const SCALE_MOST = 4;
/** A map of few parts is not blown up to fill the window. */
const SCALE_MOST_FITTED = 1.6;

/** How large a part is drawn, in the map's units: the more clearly it was seen, the larger. */
export const radiusOf = (confidence: number): number => 16 + 12 * Math.min(1, Math.max(0, confidence));

/** Half the width of a name. Bounds hold room for it at a scale of 1; where the map is shown smaller, names are not. */
const NAME_HALF = 64;

/** The rectangle around all parts, with room for their names. Null without any. */
export function boundsOf(parts: readonly MapPart[], positions: Positions): Bounds | null {
  let bounds: Bounds | null = null;
  for (const { id, confidence } of parts) {
    const at = positions.get(id);
    if (!at) continue;
    const radius = radiusOf(confidence);
    const [left, right] = [at.x - NAME_HALF, at.x + NAME_HALF];
    const [top, bottom] = [at.y - radius - 30, at.y + radius + 44];
    bounds = bounds
      ? {
          left: Math.min(bounds.left, left),
          top: Math.min(bounds.top, top),
          right: Math.max(bounds.right, right),
          bottom: Math.max(bounds.bottom, bottom),
        }
      : { left, top, right, bottom };
  }
  return bounds;
}

/** The view in which a rectangle of the map fills a window of this size, with some air around it. */
export function fitView({ left, top, right, bottom }: Bounds, window: { width: number; height: number }, air = 24): View {
  const scaleWith = (aside: number): number => {
    const [width, height] = [Math.max(1, window.width - 2 * (air + aside)), Math.max(1, window.height - 2 * air)];
    return Math.max(SCALE_LEAST, Math.min(SCALE_MOST_FITTED, width / (right - left), height / (bottom - top)));
  };
  const scale = scaleWith(NAME_HALF * Math.max(0, 1 - scaleWith(0)));
  return { scale, x: window.width / 2 - ((left + right) / 2) * scale, y: window.height / 2 - ((top + bottom) / 2) * scale };
}

/** A map of up to this many parts has room for larger signs when it is shown small. */
const FEW = 60;
const GROWN_MOST = 3;

/** How much of the way between two parts stays free of their signs, so that the line between them can be seen. */
const LINE_LEAST = 0.4;

/**
 * How many times larger than at a scale of 1 parts are drawn: what few parts are shown from a wide map can still be made out, and never
 * so large that signs meet or take up the lines between them.
 */
export function growthAt(scale: number, parts: readonly MapPart[], positions: Positions): number {
  const wanted = Math.min(GROWN_MOST, 0.7 / scale);
  if (parts.length > FEW || wanted <= 1) return 1;
  const placed = parts.flatMap(({ id, confidence }) => {
    const at = positions.get(id);
    return at ? [{ ...at, radius: radiusOf(confidence) }] : [];
  });
  let most = wanted;
  for (const [index, one] of placed.entries())
    for (const other of placed.slice(0, index))
      most = Math.min(most, (Math.hypot(one.x - other.x, one.y - other.y) * (1 - LINE_LEAST)) / (one.radius + other.radius));
  return Math.max(1, most);
}

/** The view after zooming by a factor; what is under `at` on the screen stays there. */
export function zoomView(view: View, factor: number, at: Point): View {
  const scale = Math.max(SCALE_LEAST, Math.min(SCALE_MOST, view.scale * factor));
  const applied = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * applied, y: at.y - (at.y - view.y) * applied };
}

export const panView = (view: View, dx: number, dy: number): View => ({ ...view, x: view.x + dx, y: view.y + dy });

export const toMap = ({ scale, x, y }: View, at: Point): Point => ({ x: (at.x - x) / scale, y: (at.y - y) / scale });
export const toScreen = ({ scale, x, y }: View, at: Point): Point => ({ x: at.x * scale + x, y: at.y * scale + y });

/** The part at a point of the map, the topmost first. `reach` is how near is near enough where parts are drawn small, `grown` how much larger they are drawn. */
export const partAt = (parts: readonly MapPart[], positions: Positions, point: Point, reach: number, grown = 1): MapPart | undefined =>
  parts.findLast(({ id, confidence }) => {
    const at = positions.get(id);
    return at && Math.hypot(at.x - point.x, at.y - point.y) <= Math.max(radiusOf(confidence) * grown, reach);
  });

/** The relationship whose line passes nearest to a point of the map, within `reach`. */
export function relationshipAt(
  relationships: readonly Relationship[],
  lineOf: (relationship: Relationship) => readonly [Point, Point] | null,
  point: Point,
  reach: number,
): Relationship | undefined {
  let found: { relationship: Relationship; distance: number } | undefined;
  for (const relationship of relationships) {
    const line = lineOf(relationship);
    if (!line) continue;
    const distance = distanceToLine(point, line[0], line[1]);
    if (distance <= reach && (!found || distance < found.distance)) found = { relationship, distance };
  }
  return found?.relationship;
}

/** How far a point is from the stretch between two others. */
export function distanceToLine(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((point.x - from.x) * dx + (point.y - from.y) * dy) / length));
  return Math.hypot(point.x - from.x - along * dx, point.y - from.y - along * dy);
}

export type Direction = 'left' | 'right' | 'up' | 'down';

export const steps: Record<Direction, Point> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** The next part in a direction: the nearest one, where being off to the side counts double. Undefined at the edge of the map. */
export function partTowards(parts: readonly MapPart[], positions: Positions, from: Point, direction: Direction): MapPart | undefined {
  const step = steps[direction];
  let found: { part: MapPart; cost: number } | undefined;
  for (const part of parts) {
    const at = positions.get(part.id);
    if (!at) continue;
    const [dx, dy] = [at.x - from.x, at.y - from.y];
    const ahead = dx * step.x + dy * step.y;
    const aside = Math.abs(dx * step.y) + Math.abs(dy * step.x);
    if (ahead <= 0.5) continue;
    const cost = ahead + 2 * aside;
    if (!found || cost < found.cost) found = { part, cost };
  }
  return found?.part;
}

/** The part nearest to a point of the map. */
export function nearestPart(parts: readonly MapPart[], positions: Positions, point: Point): MapPart | undefined {
  const distanceOf = ({ id }: MapPart): number => {
    const at = positions.get(id);
    return at ? Math.hypot(at.x - point.x, at.y - point.y) : Number.POSITIVE_INFINITY;
  };
  let nearest: MapPart | undefined;
  for (const part of parts) if (!nearest || distanceOf(part) < distanceOf(nearest)) nearest = part;
  return nearest;
}
