import { describe, expect, it } from 'vitest';
import { isPlainSvg } from '../../../../electron/core/map/picture-file.ts';
import { aPart, between, palette, partId } from '../testing.ts';
import { hexOfOklch, hexOfRgb } from './colours.ts';
import { labelLines, passesThrough, placeLabels } from './labels.ts';
import { drawWithLegend, legendEntries } from './legend.ts';
import {
  drawMap,
  drawNames,
  drawSigns,
  lanesOf,
  lineBetween,
  outlineOf,
  relationshipMarks,
  ringOf,
  widthOf,
  type Mark,
  type Scene,
} from './marks.ts';
import { svgOf } from './svg-text.ts';

const positions = new Map([
  [partId(1), { x: 0, y: 0 }],
  [partId(2), { x: 300, y: 0 }],
  [partId(3), { x: 0, y: 300 }],
]);
const scene = (change: Partial<Scene> = {}): Scene => ({
  parts: [aPart(1), aPart(2, { role: 'exile' }), aPart(3, { role: 'firefighter' })],
  relationships: [between(1, 1, 2, { type: 'protector-exile' }), between(2, 1, 3, { type: 'polarized', level: 8 })],
  chosen: null,
  ...change,
});
const draw = (drawn: Scene, scale = 1): Mark[] => drawMap(drawn, positions, { palette, scale });
const words = (marks: readonly Mark[]): string[] => marks.flatMap((mark) => (mark.kind === 'words' ? [mark.words] : []));

const svg = (drawn: Scene): string => {
  const made = drawWithLegend(drawn, positions, palette);
  return made ? svgOf(made.marks, made.bounds, palette.paper) : '';
};

describe('a relationship', () => {
  const line = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
  ] as const;

  it('from a protector ends in an arrow at the exile, turned the way the line goes', () => {
    const [stroke, arrow] = relationshipMarks({ type: 'protector-exile', level: 0 }, [line[1], line[0]], palette);
    expect(stroke).toMatchObject({ kind: 'line', from: line[1], dash: [] });
    expect(arrow).toMatchObject({ kind: 'shape', at: line[0], turn: Math.PI });
  });

  it('of parts at odds is the thicker the more strongly they are, and broken, so that thickness is not its only sign', () => {
    const widths = Array.from({ length: 11 }, (_, level) => widthOf({ type: 'polarized', level }));
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
    expect(new Set(widths).size).toBe(11);
    for (const level of [0, 10])
      expect(relationshipMarks({ type: 'polarized', level }, line, palette)[0]).toMatchObject({
        dash: [expect.any(Number), expect.any(Number)],
      });
  });

  it('between allies is thin, plain and without an arrow', () => {
    const marks = relationshipMarks({ type: 'allied', level: 0 }, line, palette);
    expect(marks).toEqual([{ kind: 'line', from: line[0], to: line[1], colour: palette.edge, width: expect.any(Number), dash: [] }]);
    expect(widthOf({ type: 'allied', level: 0 })).toBeLessThan(widthOf({ type: 'polarized', level: 0 }));
  });

  it('ends at the edges of its parts, and is not drawn when they lie over each other', () => {
    expect(lineBetween({ x: 0, y: 0 }, { x: 100, y: 0 }, 10, 20, 0)).toEqual([
      { x: 10, y: 0 },
      { x: 80, y: 0 },
    ]);
    expect(lineBetween({ x: 0, y: 0 }, { x: 25, y: 0 }, 10, 20, 0)).toBeNull();
  });

  it('keeps to its own lane when the same two parts have several, whichever way round they are told', () => {
    const lanes = lanesOf([between(1, 1, 2), between(2, 2, 1, { type: 'polarized' }), between(3, 1, 3)]);
    // Seen from the same end, the two run on different sides of the middle.
    expect([...lanes.values()]).toEqual([-0.5, -0.5, 0]);
  });
});

describe('a part', () => {
  it('has a shape for each role, so that none is told by colour alone', () => {
    expect(new Set((['manager', 'firefighter', 'exile', 'unknown'] as const).map((role) => outlineOf(role, 20))).size).toBe(4);
  });

  it('is larger and has more of a ring the more clearly it was seen', () => {
    const shapes = (confidence: number) =>
      draw(scene({ parts: [aPart(1, { confidence })], relationships: [] })).filter(({ kind }) => kind === 'shape');
    const [little, much] = [shapes(0.2), shapes(0.9)];
    expect(much).not.toEqual(little);
    expect(ringOf(0.2, 10)).toContain('A10 10 0 0 1');
    expect(ringOf(0.9, 10)).toContain('A10 10 0 1 1');
    expect(shapes(0)).toHaveLength(1);
  });

  it('that is emerging has a broken outline', () => {
    const body = (status: 'emerging' | 'active') => draw(scene({ parts: [aPart(1, { status })], relationships: [] }))[0];
    expect(body('emerging')).toMatchObject({ dash: [4, 3] });
    expect(body('active')).toMatchObject({ dash: [] });
  });

  it('is drawn in its own hue and with its own sign when it has them', () => {
    const marks = draw(scene({ parts: [aPart(1, { hue: 200, emoji: '⚓' })], relationships: [] }));
    expect(marks[0]).toMatchObject({ stroke: palette.ofHue(200) });
    expect(words(marks)).toContain('⚓');
    expect(words(draw(scene({ parts: [aPart(1)], relationships: [] })))).toContain('M');
  });

  it('that is chosen stays clear with what it is tied to, while all else fades', () => {
    const marks = draw(scene({ chosen: { kind: 'part', id: partId(3) } }));
    const faint = marks.filter((mark) => mark.faint);
    expect(words(faint)).toEqual(['E', 'Part 2']);
    expect(faint.some(({ kind }) => kind === 'line')).toBe(true);
  });
});

describe('a layout still moving', () => {
  it('is drawn in plain thin lines, without arrows and names', () => {
    const marks = drawMap(scene(), positions, { palette, scale: 0.5, sketch: true });
    expect(words(marks)).toEqual([]);
    const lines = marks.filter((mark) => mark.kind === 'line');
    expect(lines).toHaveLength(2);
    // On the screen at most one pixel: anything thicker is far more work.
    for (const { width, dash } of lines) expect({ thin: width * 0.5 < 1, dash }).toEqual({ thin: true, dash: [] });
    expect(marks.filter((mark) => mark.kind === 'shape')).toHaveLength(3);
  });
});

describe('a name', () => {
  it('is drawn over everything else, and can be drawn later than that', () => {
    const options = { palette, scale: 1 };
    const [signs, names] = [drawSigns(scene(), positions, options), drawNames(scene(), positions, options)];
    expect(draw(scene())).toEqual([...signs, ...names]);
    expect(words(names)).toEqual(['Part 1', 'Part 2', 'Part 3']);
    expect(words(signs)).toEqual(['M', 'E', 'F']);
  });

  it('is written in at most two short lines, and ends in an ellipsis when it is longer', () => {
    expect(labelLines('The Planner')).toEqual(['The Planner']);
    expect(labelLines('The one who keeps watch at night')).toEqual(['The one who keeps', 'watch at night']);
    expect(labelLines('The one who keeps watch at night and never sleeps')).toEqual(['The one who keeps', 'watch at night an…']);
    expect(labelLines('x'.repeat(40))).toEqual([`${'x'.repeat(17)}…`]);
  });

  it('never cuts a symbol in half', () => {
    expect(labelLines('👩‍👩‍👧‍👦'.repeat(30))).toEqual([`${'👩‍👩‍👧‍👦'.repeat(17)}…`]);
  });

  it('stands below its part, above it where a line passes below, and never over another name', () => {
    const [low, high] = [aPart(1), aPart(3)];
    const place = (relationships: Scene['relationships']) =>
      placeLabels([low, high], relationships, positions, { size: 13, first: new Set() }).find(({ part }) => part.id === partId(1))?.at.y ??
      0;
    expect(place([])).toBeGreaterThan(0);
    expect(place([between(1, 1, 3)])).toBeLessThan(0);
    const five = [10, 11, 12, 13, 14];
    // In the middle of the picture, so that there is room at the sides too.
    const crowded = new Map([
      ...five.map((at) => [partId(at), { x: at, y: 0 }] as const),
      [partId(1), { x: -500, y: 0 }],
      [partId(2), { x: 500, y: 0 }],
    ]);
    const placed = placeLabels(
      [...five, 1, 2].map((at) => aPart(at, { confidence: at / 20 })),
      [between(1, 10, 11)],
      crowded,
      { size: 13, first: new Set([partId(12)]) },
    );
    // One on each side; first the one that has to be there, then the clearest, however many relationships another has.
    expect(placed.map(({ part }) => part.id)).toEqual([12, 14, 13, 11, 2, 1].map(partId));
  });

  it('of what is chosen is written, also among neighbours that have more relationships', () => {
    const places = new Map([10, 11, 12, 13].map((at) => [partId(at), { x: at, y: 0 }]));
    const relationships = [
      between(1, 10, 11),
      between(2, 10, 12),
      between(3, 10, 13),
      between(4, 11, 12),
      between(5, 11, 13),
      between(6, 12, 13),
    ];
    for (const id of [10, 11, 12, 13].map(partId)) {
      const crowd: Scene = { parts: [10, 11, 12, 13].map((at) => aPart(at)), relationships, chosen: { kind: 'part', id } };
      const bold = drawNames(crowd, places, { palette, scale: 1 }).filter((mark) => mark.kind === 'words' && mark.bold);
      expect(bold).toHaveLength(1);
    }
  });

  it('knows whether a line passes through its place', () => {
    const box = { left: 0, right: 10, top: 0, bottom: 10 };
    expect(passesThrough(box, { x: -5, y: 5 }, { x: 15, y: 5 })).toBe(true);
    expect(passesThrough(box, { x: -5, y: 5 }, { x: -1, y: 5 })).toBe(false);
    expect(passesThrough(box, { x: -5, y: 20 }, { x: 15, y: 20 })).toBe(false);
    expect(passesThrough(box, { x: 5, y: -5 }, { x: 5, y: 50 })).toBe(true);
  });
});

describe('the picture as SVG', () => {
  it('is well-formed, stands alone and holds every part, its relationships and the whole legend', () => {
    const made = svg(scene());
    expect(isPlainSvg(made)).toBe(true);
    for (const text of ['Part 1', 'Part 2', 'Part 3', 'M', 'E', 'F', ...legendEntries(palette).map((entry) => entry.words)])
      expect(made).toContain(`>${text}</text>`);
    expect(made).not.toMatch(/url\(|href|var\(|style=|class=|@import|oklch/);
    expect(made).toContain('sans-serif');
  });

  it.each([
    '<script>alert(1)</script>',
    '"><script>',
    ']]>',
    '&amp; & &#x41;',
    "'><g onload=x>",
    '\u0001\uFFFE',
    '<!--',
    'אבא של <b>',
    '\u202Eevil',
  ])('carries the name %j as words and nothing else', (name) => {
    const made = svg(scene({ parts: [aPart(1, { name, emoji: name.slice(0, 8) })], relationships: [] }));
    expect(isPlainSvg(made)).toBe(true);
    expect(made).not.toMatch(/<script|<g onload|<!--|\]\]>/);
  });

  it('shows nothing as chosen, whatever is chosen on the screen', () => {
    expect(svg(scene({ chosen: { kind: 'part', id: partId(1) } }))).toBe(svg(scene()));
  });

  it('is none while nothing is shown', () => {
    expect(drawWithLegend(scene({ parts: [], relationships: [] }), positions, palette)).toBeNull();
  });
});

describe('a colour', () => {
  it('of OKLCH is the one browsers show', () => {
    expect(hexOfOklch(1, 0, 0)).toBe('#ffffff');
    expect(hexOfOklch(0, 0, 0)).toBe('#000000');
    // The primaries of sRGB, from CSS Color 4.
    expect(hexOfOklch(0.62796, 0.25768, 29.234)).toBe('#ff0000');
    expect(hexOfOklch(0.86644, 0.29483, 142.495)).toBe('#00ff00');
    expect(hexOfOklch(0.45201, 0.31321, 264.052)).toBe('#0000ff');
  });

  it('as a page computes it becomes the usual six digits', () => {
    expect(hexOfRgb('rgb(43, 38, 34)')).toBe('#2b2622');
    expect(hexOfRgb('rgba(43, 38, 34, 0.5)')).toBe('rgba(43, 38, 34, 0.5)');
  });
});
