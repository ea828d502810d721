import type { MapPart } from '../../../../shared/contracts/map.ts';
import type { Relationship } from '../../../../shared/entities/relationship.ts';
import type { PartId } from '../../../../shared/ids.ts';
import { radiusOf, type Point, type Positions } from './geometry.ts';

/** Size of a name at a scale of 1, in the map's units. */
export const LABEL_SIZE = 13;

const LINE_LONGEST = 18;
const LINES_MOST = 2;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** What a person sees as single symbols. In plain ASCII that is every character, which saves much time. */
const signsOf = (text: string): string[] =>
  /^[ -~]*$/.test(text) ? text.split('') : Array.from(segmenter.segment(text), ({ segment }) => segment);

/** A name in at most two short lines. What does not fit ends in an ellipsis; no symbol is cut in half. */
export function labelLines(name: string): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  for (const word of name.split(/\s+/).filter(Boolean)) {
    const signs = signsOf(word);
    if (line.length > 0 && line.length + 1 + signs.length > LINE_LONGEST) {
      lines.push(line.join(''));
      line = [];
    }
    line.push(...(line.length > 0 ? [' '] : []), ...signs);
  }
  lines.push(line.join(''));
  const kept = lines.slice(0, LINES_MOST).map((text) => {
    const signs = signsOf(text);
    return signs.length > LINE_LONGEST ? `${signs.slice(0, LINE_LONGEST - 1).join('')}…` : text;
  });
  const last = kept.at(-1);
  if (lines.length > LINES_MOST && last !== undefined && !last.endsWith('…')) {
    const signs = signsOf(last);
    kept[kept.length - 1] = `${(signs.length < LINE_LONGEST ? signs : signs.slice(0, LINE_LONGEST - 1)).join('').trimEnd()}…`;
  }
  return kept;
}

/** Up to this many parts, names may stand beside them and every line of the map is looked at; in a larger one only those of its own part. */
const MANY = 60;

type Box = { left: number; right: number; top: number; bottom: number };

/** The mean width of a letter of the interface's font, in parts of its size. */
const LETTER = 0.56;

export type PlacedLabel = { part: MapPart; lines: string[]; /** The middle of the first line. */ at: Point };

/** Whether the stretch from one point to another passes through a box (Liang and Barsky’s clipping). */
export function passesThrough({ left, right, top, bottom }: Box, from: Point, to: Point): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [enter, leave] = [0, 1];
  for (const [step, room] of [
    [-dx, from.x - left],
    [dx, right - from.x],
    [-dy, from.y - top],
    [dy, bottom - from.y],
  ] as const) {
    if (step === 0) {
      if (room < 0) return false;
    } else if (step < 0) enter = Math.max(enter, room / step);
    else leave = Math.min(leave, room / step);
  }
  return enter <= leave;
}

/** From one line of a name to the next, in parts of its size. */
export const LINE_HEIGHT = 1.2;

/**
 * Which names are written, and where: below their parts, or above or beside them where fewer lines pass, and none over another name or
 * part. Where two would meet, the one that leads `first` is written, then the others of `first`, then the one of the part seen more
 * clearly, then of the one with more relationships. Zooming in makes room for the rest.
 * @param size height of the letters in the map's units. @param grown how much larger parts are drawn.
 */
export function placeLabels(
  parts: readonly MapPart[],
  relationships: readonly Relationship[],
  positions: Positions,
  { size, first, grown = 1 }: { size: number; first: ReadonlySet<PartId>; grown?: number },
): PlacedLabel[] {
  const neighbours = neighboursOf(relationships);
  const countOf = (id: PartId): number => neighbours.get(id)?.length ?? 0;
  const [leading] = first;
  const rank = ({ id, confidence }: MapPart): number =>
    (id === leading ? 2e6 : first.has(id) ? 1e6 : 0) + Math.round(confidence * 100) + Math.min(0.99, countOf(id) / 100);
  const cell = size * LETTER * (LINE_LONGEST + 1);
  const written = createGrid(cell);
  const discs = createGrid(cell);
  for (const { id, confidence } of parts) {
    const at = positions.get(id);
    const radius = radiusOf(confidence) * grown;
    if (at) discs.add({ left: at.x - radius, right: at.x + radius, top: at.y - radius, bottom: at.y + radius });
  }
  // The picture holds half an ordinary name beyond the middles of the outer parts: a name beside one of those might be cut off.
  const xs = parts.flatMap(({ id }) => positions.get(id)?.x ?? []);
  const [leftmost, rightmost] = [Math.min(...xs) - 5 * size, Math.max(...xs) + 5 * size];
  const pairs = parts.length > MANY ? null : relationships.map(({ fromPartId, toPartId }) => [fromPartId, toPartId] as const);
  const placed: PlacedLabel[] = [];
  for (const part of parts.toSorted((a, b) => rank(b) - rank(a))) {
    const at = positions.get(part.id);
    if (!at) continue;
    const lines = labelLines(part.name);
    const half = (Math.max(...lines.map((line) => line.length)) * LETTER * size) / 2;
    const height = lines.length * size * LINE_HEIGHT;
    const away = (radiusOf(part.confidence) + 15) * grown;
    const aside = (radiusOf(part.confidence) + 10) * grown + half;
    const boxes = [
      { x: at.x, top: at.y + away },
      { x: at.x, top: at.y - away - height },
      { x: at.x + aside, top: at.y - height / 2 },
      { x: at.x - aside, top: at.y - height / 2 },
    ]
      .slice(0, pairs ? 4 : 2)
      .map(({ x, top }): Box => ({ left: x - half, right: x + half, top, bottom: top + height }));
    const lineEnds = pairs ?? (neighbours.get(part.id) ?? []).map((id) => [part.id, id] as const);
    const passing = (box: Box): number =>
      lineEnds.filter(([fromId, toId]) => {
        const [from, to] = [positions.get(fromId), positions.get(toId)];
        return from && to && passesThrough(box, from, to);
      }).length;
    const isInside = ({ left, right }: Box): boolean => (left + right) / 2 === at.x || (left >= leftmost && right <= rightmost);
    const isFree = (box: Box): boolean => isInside(box) && !written.meets(box) && (first.has(part.id) || !discs.meets(box));
    // Sorting is stable: below comes first where several are alike.
    const [box] = boxes.filter(isFree).toSorted((a, b) => passing(a) - passing(b));
    if (!box) continue;
    written.add(box);
    placed.push({ part, lines, at: { x: (box.left + box.right) / 2, y: box.top + size * 0.6 } });
  }
  return placed;
}

function neighboursOf(relationships: readonly Relationship[]): ReadonlyMap<PartId, readonly PartId[]> {
  const neighbours = new Map<PartId, PartId[]>();
  const add = (id: PartId, other: PartId) => {
    const known = neighbours.get(id);
    if (known) known.push(other);
    else neighbours.set(id, [other]);
  };
  for (const { fromPartId, toPartId } of relationships) {
    add(fromPartId, toPartId);
    add(toPartId, fromPartId);
  }
  return neighbours;
}

/** Boxes by the cell their middle lies in, so that only those near by are compared. No box may be larger than a cell. */
function createGrid(cell: number) {
  const cells = new Map<number, Box[]>();
  const place = ({ left, right, top, bottom }: Box) =>
    [Math.floor((left + right) / 2 / cell), Math.floor((top + bottom) / 2 / cell)] as const;
  const key = (column: number, row: number): number => column * 65_536 + row;
  return {
    add(box: Box): void {
      const [column, row] = place(box);
      const here = cells.get(key(column, row));
      if (here) here.push(box);
      else cells.set(key(column, row), [box]);
    },
    meets(box: Box): boolean {
      const [column, row] = place(box);
      for (let x = column - 1; x <= column + 1; x += 1)
        for (let y = row - 1; y <= row + 1; y += 1) if (cells.get(key(x, y))?.some((other) => meet(box, other))) return true;
      return false;
    },
  };
}

const meet = (one: Box, other: Box): boolean =>
  one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
