import { describe, expect, it } from 'vitest';
import { createLayout, type LayoutRequest } from './force-layout.ts';

const request = (
  count: number,
  pairs: readonly (readonly [number, number])[],
  kept: readonly (readonly [number, number, number])[] = [],
  aspect = 1,
): LayoutRequest => {
  const places = new Float32Array(count * 2).fill(Number.NaN);
  for (const [index, x, y] of kept) places.set([x, y], index * 2);
  return { radii: new Float32Array(count).fill(20), links: Uint32Array.from(pairs.flat()), kept: places, aspect };
};

const settle = (asked: LayoutRequest): Float32Array => {
  const layout = createLayout(asked);
  while (layout.step());
  const { positions, settled } = layout.progress();
  expect(settled).toBe(true);
  return positions;
};

const distance = (positions: Float32Array, one: number, other: number): number =>
  Math.hypot((positions[one * 2] ?? 0) - (positions[other * 2] ?? 0), (positions[one * 2 + 1] ?? 0) - (positions[other * 2 + 1] ?? 0));

const ring = Array.from({ length: 30 }, (_, index) => [index, (index + 1) % 30] as const);

describe('the layout', () => {
  it('comes to the same picture from the same data', () => {
    expect(settle(request(30, ring))).toEqual(settle(request(30, ring)));
  });

  it('keeps every two parts apart, with room for their names', () => {
    const positions = settle(request(30, ring));
    for (let one = 0; one < 30; one += 1)
      for (let other = 0; other < one; other += 1) expect(distance(positions, one, other)).toBeGreaterThan(60);
  });

  it('has the proportions of the picture, and room for every name of an ordinary map', () => {
    const pairs = Array.from({ length: 24 }, (_, at) => [at, at < 12 ? (at * 7 + 3) % 25 : Math.floor(at / 2)] as const);
    for (const aspect of [0.8, 1.6]) {
      const positions = settle(request(25, pairs, [], aspect));
      const extent = (axis: 0 | 1) => {
        const all = positions.filter((_, at) => at % 2 === axis);
        return Math.max(...all) - Math.min(...all);
      };
      // A name is wider than high, so that what it takes beyond the middles of the outer parts is left out of account.
      expect(extent(0) / extent(1) / aspect).toBeGreaterThan(0.7);
      expect(extent(0) / extent(1) / aspect).toBeLessThan(1.35);
      for (let one = 0; one < 25; one += 1)
        for (let other = 0; other < one; other += 1) {
          const [dx, dy] = [0, 1].map((axis) => Math.abs((positions[one * 2 + axis] ?? 0) - (positions[other * 2 + axis] ?? 0)));
          // The sign of either and the name of the upper one.
          expect((dx ?? 0) > 100 || (dy ?? 0) > 60, `${one} and ${other}`).toBe(true);
        }
    }
  });

  it('puts related parts nearer to each other than parts that have nothing to do with each other', () => {
    // Two groups of six: within each everybody is related to everybody.
    const indexes = Array.from({ length: 12 }, (_, index) => index);
    const pairs = indexes.flatMap((one) => indexes.filter((other) => other < one).map((other) => [one, other] as const));
    const isTogether = ([one, other]: readonly [number, number]) => one % 2 === other % 2;
    const positions = settle(request(12, pairs.filter(isTogether)));
    const mean = (some: typeof pairs) => some.reduce((sum, [one, other]) => sum + distance(positions, one, other), 0) / some.length;
    expect(mean(pairs.filter(isTogether))).toBeLessThan(mean(pairs.filter((pair) => !isTogether(pair))) * 0.75);
  });

  it('leaves a part where its person put it, and arranges the others around it', () => {
    const positions = settle(
      request(
        5,
        [
          [0, 1],
          [0, 2],
          [3, 4],
        ],
        [[0, 500, -300]],
      ),
    );
    expect([positions[0], positions[1]]).toEqual([500, -300]);
    expect(distance(positions, 0, 1)).toBeLessThan(300);
  });

  it('has nothing to do when every part was put somewhere, and for a single part or none', () => {
    const layout = createLayout(
      request(
        2,
        [[0, 1]],
        [
          [0, 1, 2],
          [1, 3, 4],
        ],
      ),
    );
    expect(layout.step()).toBe(false);
    expect([...layout.progress().positions]).toEqual([1, 2, 3, 4]);
    expect([...settle(request(0, []))]).toEqual([]);
    expect(settle(request(1, []))).toHaveLength(2);
  });
});
