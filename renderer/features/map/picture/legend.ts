import { partRoles } from '../../../../shared/entities/part.ts';
import { roleWords } from '../../../components/role-words.ts';
import type { Palette } from './colours.ts';
import { boundsOf, type Bounds, type Positions } from './geometry.ts';
import { drawMap, partMarks, relationshipMarks, type Mark, type PartLook, type Scene } from './marks.ts';

/** What a sign of the map stands for: drawn around the middle, at most 72 wide and 52 high. */
export type LegendEntry = { words: string; marks: readonly Mark[] };

const look = (change: Partial<PartLook>): PartLook => ({
  role: 'unknown',
  status: 'active',
  emoji: null,
  hue: null,
  confidence: 0,
  ...change,
});
const middle = { x: 0, y: 0 };
const line = (y: number) =>
  [
    { x: -30, y },
    { x: 30, y },
  ] as const;

export const legendEntries = (palette: Palette): LegendEntry[] => [
  ...partRoles.map((role) => ({ words: roleWords[role].name, marks: partMarks(look({ role }), middle, palette) })),
  { words: 'Emerging', marks: partMarks(look({ status: 'emerging' }), middle, palette) },
  { words: 'Integrated', marks: partMarks(look({ status: 'integrated' }), middle, palette) },
  { words: 'Size and ring: how clearly it was seen', marks: partMarks(look({ confidence: 0.75 }), middle, palette) },
  { words: 'Protects the one it points to', marks: relationshipMarks({ type: 'protector-exile', level: 0 }, line(0), palette) },
  {
    words: 'At odds: the thicker, the more strongly',
    marks: [2, 9].flatMap((level, at) => relationshipMarks({ type: 'polarized', level }, line(at === 0 ? -8 : 8), palette)),
  },
  { words: 'Allied', marks: relationshipMarks({ type: 'allied', level: 0 }, line(0), palette) },
];

const AIR = 24;
const ENTRY_WIDTH = 380;
const ENTRY_HEIGHT = 62;
const NARROWEST = 2 * ENTRY_WIDTH;

const moved = (mark: Mark, x: number, y: number): Mark =>
  mark.kind === 'line'
    ? { ...mark, from: { x: mark.from.x + x, y: mark.from.y + y }, to: { x: mark.to.x + x, y: mark.to.y + y } }
    : { ...mark, at: { x: mark.at.x + x, y: mark.at.y + y } };

/** The map as it is taken out: what is shown, nothing chosen, with its legend below. Null while nothing is shown. */
export function drawWithLegend(scene: Scene, positions: Positions, palette: Palette): { marks: Mark[]; bounds: Bounds } | null {
  const drawn = boundsOf(scene.parts, positions);
  if (!drawn) return null;
  const wider = Math.max(0, NARROWEST - (drawn.right - drawn.left)) / 2;
  const [left, right] = [drawn.left - wider - AIR, drawn.right + wider + AIR];
  const columns = Math.max(1, Math.floor((right - left - 2 * AIR) / ENTRY_WIDTH));
  const top = drawn.bottom + AIR;
  const entries = legendEntries(palette);
  const legend = entries.flatMap(({ words, marks }, index) => {
    const x = left + AIR + (index % columns) * ENTRY_WIDTH + 36;
    const y = top + (Math.floor(index / columns) + 0.5) * ENTRY_HEIGHT;
    const label: Mark = {
      kind: 'words',
      words,
      at: { x: x + 48, y },
      size: 13,
      colour: palette.muted,
      halo: null,
      bold: false,
      fromStart: true,
    };
    return [...marks.map((mark) => moved(mark, x, y)), label];
  });
  const bottom = top + Math.ceil(entries.length / columns) * ENTRY_HEIGHT + AIR;
  return {
    marks: [...drawMap({ ...scene, chosen: null }, positions, { palette, scale: 1 }), ...legend],
    bounds: { left, right, top: drawn.top - AIR, bottom },
  };
}
