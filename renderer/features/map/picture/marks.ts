import type { MapPart } from '../../../../shared/contracts/map.ts';
import type { PartRole } from '../../../../shared/entities/part.ts';
import type { Relationship, RelationshipType } from '../../../../shared/entities/relationship.ts';
import type { PartId, RelationshipId } from '../../../../shared/ids.ts';
import { firstSign } from '../../parts/first-sign.ts';
import type { Palette } from './colours.ts';
import { growthAt, radiusOf, type Point, type Positions } from './geometry.ts';
import { LABEL_SIZE, LINE_HEIGHT, placeLabels } from './labels.ts';

type Line = { kind: 'line'; from: Point; to: Point; colour: string; width: number; dash: readonly number[] };
type Shape = {
  kind: 'shape';
  path: string;
  at: Point;
  fill: string | null;
  stroke: string | null;
  width: number;
  dash: readonly number[];
  /** Turned by this angle around its place, in radians. */
  turn?: number;
};
type Words = {
  kind: 'words';
  words: string;
  at: Point;
  size: number;
  colour: string;
  /** What is behind the letters, so that they can be read over a line. */
  halo: string | null;
  bold: boolean;
  /** `at` is where the words begin, instead of their middle. */
  fromStart?: true;
};

/**
 * One stroke of the pen. The map is drawn once, as a list of these; the canvas on the screen, an SVG and a PNG are painted from that list,
 * so they can’t differ. Lengths are in the map’s units.
 */
export type Mark = (Line | Shape | Words) & { faint?: boolean };

export type Choice = { kind: 'part'; id: PartId } | { kind: 'relationship'; id: RelationshipId };

export type Scene = {
  parts: readonly MapPart[];
  relationships: readonly Relationship[];
  chosen: Choice | null;
};

const solid: readonly number[] = [];

/** How thick a relationship is drawn: at odds, the more strongly the thicker. */
export const widthOf = ({ type, level }: Pick<Relationship, 'type' | 'level'>): number =>
  type === 'polarized' ? 1.5 + level * 0.65 : type === 'protector-exile' ? 2 : 1.25;

/** Room between two relationships of the same two parts. */
const LANE = 11;

/** Remembers what follows from a list for as long as the list is there: the same one is drawn many times a second. */
function remembered<List extends object, Value>(compute: (list: List) => Value): (list: List) => Value {
  const known = new WeakMap<List, Value>();
  return (list) => {
    const found = known.get(list);
    if (found !== undefined) return found;
    const value = compute(list);
    known.set(list, value);
    return value;
  };
}

/** Which lane each relationship runs in, when the same two parts have several: 0 in the middle. */
export const lanesOf = remembered((relationships: readonly Relationship[]): ReadonlyMap<RelationshipId, number> => {
  const pairs = new Map<string, Relationship[]>();
  for (const relationship of relationships) {
    const pair = [relationship.fromPartId, relationship.toPartId].toSorted().join(' ');
    const known = pairs.get(pair);
    if (known) known.push(relationship);
    else pairs.set(pair, [relationship]);
  }
  const lanes = new Map<RelationshipId, number>();
  for (const together of pairs.values()) {
    together.forEach(({ id, fromPartId, toPartId }, at) => {
      // The same side, whichever way round it is told.
      lanes.set(id, (at - (together.length - 1) / 2) * (fromPartId < toPartId ? 1 : -1));
    });
  }
  return lanes;
});

/** The line of a relationship from the edge of one part to the edge of the other. Null when they lie over each other. */
export function lineBetween(from: Point, to: Point, fromRadius: number, toRadius: number, lane: number): readonly [Point, Point] | null {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length <= fromRadius + toRadius) return null;
  const [ux, uy] = [dx / length, dy / length];
  const [sx, sy] = [-uy * lane * LANE, ux * lane * LANE];
  return [
    { x: from.x + ux * fromRadius + sx, y: from.y + uy * fromRadius + sy },
    { x: to.x - ux * toRadius + sx, y: to.y - uy * toRadius + sy },
  ];
}

/** Room between a part and the lines that end at it: for its ring. */
const GAP = 12;
const ARROW = 11;
const arrow = `M0 0L${-ARROW} 5.3L${-ARROW} -5.3Z`;

const radiiOf = remembered(
  (parts: readonly MapPart[]): ReadonlyMap<PartId, number> => new Map(parts.map(({ id, confidence }) => [id, radiusOf(confidence) + GAP])),
);

/** Finds the line of each relationship of a scene. */
export function lineFinder(parts: readonly MapPart[], relationships: readonly Relationship[], positions: Positions, grown = 1) {
  const radii = radiiOf(parts);
  const lanes = lanesOf(relationships);
  return ({ id, fromPartId, toPartId }: Relationship): readonly [Point, Point] | null => {
    const [from, to] = [positions.get(fromPartId), positions.get(toPartId)];
    if (!from || !to) return null;
    return lineBetween(from, to, (radii.get(fromPartId) ?? 0) * grown, (radii.get(toPartId) ?? 0) * grown, lanes.get(id) ?? 0);
  };
}

/** Dashes are not drawn shorter than this on the screen, in pixels: shorter ones can’t be told apart, and cost a lot. */
const DASH_LEAST = 8;

/**
 * A relationship: an arrow to the exile, a broken line as thick as they are at odds, or a thin plain one between allies.
 * @param scale how large a unit of the map is shown.
 */
export function relationshipMarks(
  { type, level }: Pick<Relationship, 'type' | 'level'>,
  [from, to]: readonly [Point, Point],
  palette: Palette,
  scale = 1,
): Mark[] {
  const width = widthOf({ type, level });
  switch (type) {
    case 'protector-exile': {
      const turn = Math.atan2(to.y - from.y, to.x - from.x);
      const neck = { x: to.x - Math.cos(turn) * (ARROW - 2), y: to.y - Math.sin(turn) * (ARROW - 2) };
      return [
        { kind: 'line', from, to: neck, colour: palette.pine, width, dash: solid },
        { kind: 'shape', path: arrow, at: to, fill: palette.pine, stroke: null, width: 0, dash: solid, turn },
      ];
    }
    case 'polarized': {
      const dash = [Math.max(6 + width * 1.6, DASH_LEAST / scale), Math.max(4 + width * 0.6, (DASH_LEAST * 0.7) / scale)];
      return [{ kind: 'line', from, to, colour: palette.alert, width, dash }];
    }
    case 'allied':
      return [{ kind: 'line', from, to, colour: palette.edge, width, dash: solid }];
  }
}

const round = (value: number): number => Math.round(value * 100) / 100 + 0;

/** The outline of a role around the middle: each has a shape of its own, so that none is told by colour alone. */
export function outlineOf(role: PartRole, radius: number): string {
  const r = round(radius);
  switch (role) {
    case 'manager': {
      const [side, corner] = [round(r * 0.88), round(r * 0.3)];
      const edge = round(side - corner);
      return (
        `M${-edge} ${-side}H${edge}Q${side} ${-side} ${side} ${-edge}V${edge}Q${side} ${side} ${edge} ${side}` +
        `H${-edge}Q${-side} ${side} ${-side} ${edge}V${-edge}Q${-side} ${-side} ${-edge} ${-side}Z`
      );
    }
    case 'firefighter': {
      const [low, wide] = [round(r * 0.78), round(r * 1.08)];
      return `M0 ${round(-r * 1.1)}L${wide} ${low}H${-wide}Z`;
    }
    case 'exile':
      return `M${r} 0A${r} ${r} 0 1 1 ${-r} 0A${r} ${r} 0 1 1 ${r} 0Z`;
    case 'unknown': {
      const far = round(r * 1.12);
      return `M0 ${-far}L${far} 0L0 ${far}L${-far} 0Z`;
    }
  }
}

/** The letter inside a part without a sign of its own. */
export const roleLetters: Record<PartRole, string> = { manager: 'M', firefighter: 'F', exile: 'E', unknown: '?' };

/** A ring around a part: as much of it is drawn as the part was seen clearly, from the top clockwise. */
export function ringOf(confidence: number, radius: number): string {
  const r = round(radius);
  if (confidence >= 0.995) return outlineOf('exile', r);
  const angle = 2 * Math.PI * confidence;
  return `M0 ${-r}A${r} ${r} 0 ${confidence > 0.5 ? 1 : 0} 1 ${round(r * Math.sin(angle))} ${round(-r * Math.cos(angle))}`;
}

/** What a part is drawn by: its role, how clearly it was seen, how far it has come, and its own colour and sign. */
export type PartLook = Pick<MapPart, 'role' | 'status' | 'emoji' | 'hue' | 'confidence'>;

const RING_GAP = 7;

/** A part without its name. An emerging one has a broken outline, an integrated one a double outline. */
export function partMarks(
  part: PartLook,
  at: Point,
  palette: Palette,
  options: { chosen?: boolean; plain?: boolean; grown?: number } = {},
): Mark[] {
  const { strong, soft } = palette.roles[part.role];
  const own = part.hue === null ? strong : palette.ofHue(part.hue);
  // In whole units, so that parts alike share one outline.
  const { grown = 1 } = options;
  const radius = Math.round(radiusOf(part.confidence) * grown);
  const ring = radius + RING_GAP * grown;
  const emerging = part.status === 'emerging';
  const outline = outlineOf(part.role, radius);
  // Too small for dashes, an emerging part is empty instead.
  const body: Mark = options.plain
    ? { kind: 'shape', path: outline, at, fill: emerging ? null : own, stroke: own, width: emerging ? 5 : 2.5, dash: solid }
    : {
        kind: 'shape',
        path: outline,
        at,
        fill: soft,
        stroke: own,
        width: (emerging ? 1.75 : 2.5) * grown,
        dash: emerging ? [4 * grown, 3 * grown] : solid,
      };
  const halo: Mark[] = options.chosen
    ? [{ kind: 'shape', path: ringOf(1, ring + 5), at, fill: null, stroke: palette.pine, width: 3, dash: solid }]
    : [];
  if (options.plain) return [...halo, body];
  const marks: Mark[] = [...halo, body];
  if (part.status === 'integrated')
    marks.push({ kind: 'shape', path: outlineOf(part.role, radius - 5 * grown), at, fill: null, stroke: own, width: 1.25, dash: solid });
  const seen = Math.round(part.confidence * 20) / 20;
  if (seen > 0) marks.push({ kind: 'shape', path: ringOf(seen, ring), at, fill: null, stroke: own, width: 2, dash: solid });
  const lower = part.role === 'firefighter' ? radius * 0.2 : 0;
  marks.push({
    ...{
      kind: 'words',
      words: part.emoji ? firstSign(part.emoji) : roleLetters[part.role],
      at: { x: at.x, y: at.y + lower },
      size: radius * (part.emoji ? 0.95 : 0.8),
    },
    ...{ colour: strong, halo: null, bold: true },
  });
  return marks;
}

export type DrawOptions = {
  palette: Palette;
  /** How large a unit of the map is shown: what can’t be made out at this size is left out, and names keep a readable one. */
  scale: number;
  /** Thin lines and shapes only, while the layout is still moving. */
  sketch?: boolean;
  /** How much larger parts are drawn, when not as their number and the scale would have it. */
  grown?: number;
};

/** Words are this large on the screen at least and at most, in pixels, as far as the zoom allows. */
const LABEL_LEAST = 12;
const LABEL_MOST = 17;
/** How thick the lines of a sketch are on the screen, in pixels: just below one, up to which a line need not be worked out as an area. */
const HAIR = 0.99;
/** Below this scale a part is too small for a ring and a letter. */
const PLAIN_BELOW = 0.42;

/** The order in which relationships lie over each other: those that say most on top. */
const layers: Record<RelationshipType, number> = { allied: 0, polarized: 1, 'protector-exile': 2 };
const inLayers = remembered((relationships: readonly Relationship[]) => relationships.toSorted((a, b) => layers[a.type] - layers[b.type]));

/** The whole map: relationships below, parts above them, names on top where there is room. */
export const drawMap = (scene: Scene, positions: Positions, options: DrawOptions): Mark[] => [
  ...drawSigns(scene, positions, options),
  ...drawNames(scene, positions, options),
];

/** The map without its names. */
export function drawSigns(scene: Scene, positions: Positions, options: DrawOptions): Mark[] {
  const { palette, scale, sketch = false } = options;
  const { parts, relationships, chosen } = scene;
  const near = nearChosen(relationships, chosen);
  const grown = grownOf(scene, positions, options);
  const lineOf = lineFinder(parts, relationships, positions, grown);
  const behind: Mark[] = [];
  const lines: Mark[] = [];
  const arrows: Mark[] = [];
  for (const relationship of inLayers(relationships)) {
    const line = lineOf(relationship);
    if (!line) continue;
    const [from, to] = line;
    if (chosen?.id === relationship.id)
      behind.push({ kind: 'line', from, to, colour: palette.found, width: widthOf(relationship) + 9, dash: solid });
    const marks = dim(relationshipMarks(relationship, line, palette, scale), near === null || near.relationships.has(relationship.id));
    for (const mark of marks) {
      if (mark.kind !== 'line') arrows.push(mark);
      else lines.push(sketch ? { ...mark, dash: solid, width: HAIR / scale } : mark);
    }
  }
  const shapes = parts.flatMap((part) => {
    const at = positions.get(part.id);
    if (!at) return [];
    const looks = { chosen: chosen?.id === part.id, plain: sketch || scale * grown < PLAIN_BELOW, grown };
    return dim(partMarks(part, at, palette, looks), near === null || near.parts.has(part.id));
  });
  return sketch ? [...lines, ...shapes] : [...behind, ...lines, ...arrows, ...shapes];
}

/** The names of the map, where there is room. A sketch has none. */
export function drawNames(scene: Scene, positions: Positions, options: DrawOptions): Mark[] {
  const { palette, scale, sketch = false } = options;
  const { parts, relationships, chosen } = scene;
  if (sketch) return [];
  const near = nearChosen(relationships, chosen);
  const size = Math.min(LABEL_MOST, Math.max(LABEL_LEAST, LABEL_SIZE * scale)) / scale;
  const first = near?.parts ?? new Set();
  const grown = grownOf(scene, positions, options);
  return placeLabels(parts, relationships, positions, { size, first, grown }).flatMap(({ part, lines: written, at }) => {
    const look = { kind: 'words', size, colour: palette.ink, halo: palette.paper, bold: chosen?.id === part.id } as const;
    return dim(
      written.map((words, line) => ({ ...look, words, at: { x: at.x, y: at.y + line * size * LINE_HEIGHT } })),
      near === null || near.parts.has(part.id),
    );
  });
}

const grownOf = ({ parts }: Scene, positions: Positions, { grown, scale }: DrawOptions): number =>
  grown ?? growthAt(scale, parts, positions);
const dim = (marks: Mark[], isClear: boolean): Mark[] => (isClear ? marks : marks.map((mark) => ({ ...mark, faint: true })));

/** What stays clear when something is chosen: the thing itself and what it is tied to. Null when nothing is chosen. */
function nearChosen(
  relationships: readonly Relationship[],
  chosen: Choice | null,
): { parts: ReadonlySet<PartId>; relationships: ReadonlySet<RelationshipId> } | null {
  if (!chosen) return null;
  const tied = relationships.filter(({ id, fromPartId, toPartId }) =>
    chosen.kind === 'relationship' ? id === chosen.id : fromPartId === chosen.id || toPartId === chosen.id,
  );
  // What is chosen leads: its own name is written before those around it.
  const parts = new Set([
    ...(chosen.kind === 'part' ? [chosen.id] : []),
    ...tied.flatMap(({ fromPartId, toPartId }) => [fromPartId, toPartId]),
  ]);
  return { parts, relationships: new Set(tied.map(({ id }) => id)) };
}
