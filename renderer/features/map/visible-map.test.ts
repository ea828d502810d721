import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partRoles, partStatuses } from '../../../shared/entities/part.ts';
import { relationshipTypes } from '../../../shared/entities/relationship.ts';
import { aPart, between, partId } from './testing.ts';
import { FEWEST_PARTS, MOST_PARTS_SIMPLE, details, firstDetail, visibleMap, type VisibleMap } from './visible-map.ts';

const at = (map: VisibleMap, detail: (typeof details)[number], focusId: ReturnType<typeof partId> | null = null) =>
  visibleMap(map, { detail, focusId });
const names = (map: VisibleMap) => map.parts.map(({ name }) => name);

/** Parts nobody would call clear, so that what is looked at is not among the clearest by chance. */
const crowd = Array.from({ length: FEWEST_PARTS }, (_, index) => aPart(100 + index, { name: 'One of many', confidence: 0.99 }));

const anyMap: fc.Arbitrary<VisibleMap> = fc
  .array(
    fc.record({
      role: fc.constantFrom(...partRoles),
      status: fc.constantFrom(...partStatuses),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    {
      maxLength: 60,
    },
  )
  .chain((looks) =>
    fc
      .array(fc.record({ from: fc.nat(), to: fc.nat(), type: fc.constantFrom(...relationshipTypes), level: fc.nat(10) }), { maxLength: 80 })
      .map((ties) => ({
        parts: looks.map((look, index) => aPart(index, look)),
        relationships:
          looks.length < 2 ? [] : ties.map(({ from, to, ...tie }, index) => between(index, from % looks.length, to % looks.length, tie)),
      })),
  );

describe('the dial', () => {
  it('shows at each stop all that the stops before it show, and everything at the last', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const stops = details.map((detail) => at(map, detail));
        stops.reduce((fewer, more) => {
          expect(fewer.parts.every((part) => more.parts.includes(part))).toBe(true);
          expect(fewer.relationships.every((one) => more.relationships.includes(one))).toBe(true);
          return more;
        });
        expect(stops.at(-1)).toEqual(map);
      }),
    );
  });

  it('never shows a relationship without both of its parts, and never an empty map of somebody who has parts', () => {
    fc.assert(
      fc.property(anyMap, fc.constantFrom(...details), (map, detail) => {
        const shown = at(map, detail);
        const ids = new Set(shown.parts.map(({ id }) => id));
        expect(shown.relationships.every(({ fromPartId, toPartId }) => ids.has(fromPartId) && ids.has(toPartId))).toBe(true);
        expect(shown.parts.length).toBeGreaterThanOrEqual(Math.min(FEWEST_PARTS, map.parts.length));
      }),
    );
  });

  it('begins with active and clearly seen parts, then those that were acknowledged, then the related ones, then every first hint', () => {
    const parts = [
      ...crowd,
      aPart(1, { name: 'active', status: 'active', confidence: 0.1 }),
      aPart(2, { name: 'acknowledged', confidence: 0.1 }),
      aPart(3, { name: 'related', status: 'emerging', confidence: 0.1 }),
      aPart(4, { name: 'a hint', status: 'emerging', confidence: 0.1 }),
    ];
    const map = { parts, relationships: [between(1, 1, 3)] };
    const seen = details.map((detail) => names(at(map, detail)).slice(crowd.length));
    expect(seen).toEqual([
      ['active'],
      ['active', 'acknowledged'],
      ['active', 'acknowledged', 'related'],
      ['active', 'acknowledged', 'related', 'a hint'],
    ]);
  });

  it('begins with who protects whom and who is strongly at odds, then the milder ones, then the allies', () => {
    const parts = [aPart(1, { status: 'active' }), aPart(2, { status: 'active' })];
    const relationships = [
      between(1, 1, 2, { type: 'protector-exile' }),
      between(2, 1, 2, { type: 'polarized', level: 7 }),
      between(3, 1, 2, { type: 'polarized', level: 4 }),
      between(4, 1, 2, { type: 'polarized', level: 3 }),
      between(5, 1, 2, { type: 'allied' }),
    ];
    expect(details.map((detail) => at({ parts, relationships }, detail).relationships.map(({ createdAt }) => createdAt))).toEqual([
      [1, 2],
      [1, 2, 3],
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, 5],
    ]);
  });

  it('stays simple at its first stop, however many parts are clear', () => {
    const parts = Array.from({ length: 200 }, (_, index) => aPart(index, { status: 'active', confidence: index / 200 }));
    const simple = at({ parts, relationships: [] }, 'simple').parts;
    expect(simple).toHaveLength(MOST_PARTS_SIMPLE);
    expect(Math.min(...simple.map(({ confidence }) => confidence))).toBeGreaterThan(0.8);
    // Those tied to each other come before those seen more clearly.
    const tied = at({ parts, relationships: [between(1, 0, 1, { type: 'protector-exile' })] }, 'simple');
    expect(tied.parts.slice(0, 2)).toEqual(parts.slice(0, 2));
    expect(tied.relationships).toHaveLength(1);
  });

  it('begins at everything for a small map, and at what can be taken in for a large one', () => {
    const parts = (count: number) => Array.from({ length: count }, (_, index) => aPart(index, { confidence: 0.1 }));
    expect(firstDetail({ parts: parts(60), relationships: [] })).toBe('all');
    expect(firstDetail({ parts: parts(61), relationships: [] })).toBe('simple');
  });
});

describe('the focus', () => {
  const map = {
    parts: [1, 2, 3, 4, 5].map((index) => aPart(index)),
    relationships: [between(1, 1, 2), between(2, 3, 1, { type: 'protector-exile' }), between(3, 2, 3), between(4, 3, 4)],
  };

  it('shows one part with its neighbours and all that is between them, whatever the dial says', () => {
    for (const detail of details) {
      const shown = at(map, detail, partId(1));
      expect(names(shown)).toEqual(['Part 1', 'Part 2', 'Part 3']);
      expect(shown.relationships.map(({ createdAt }) => createdAt)).toEqual([1, 2, 3]);
    }
  });

  it('on a part without relationships shows it alone, and on a part that is gone is none', () => {
    expect(names(at(map, 'all', partId(5)))).toEqual(['Part 5']);
    expect(at(map, 'all', partId(9))).toEqual(map);
  });
});
