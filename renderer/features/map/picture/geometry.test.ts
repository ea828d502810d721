import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPart, between, partId } from '../testing.ts';
import {
  boundsOf,
  distanceToLine,
  fitView,
  growthAt,
  nearestPart,
  panView,
  partAt,
  partTowards,
  relationshipAt,
  toMap,
  toScreen,
  zoomView,
  type Point,
  type View,
} from './geometry.ts';

const coordinate = fc.double({ min: -5000, max: 5000, noNaN: true });
const anyPoint: fc.Arbitrary<Point> = fc.record({ x: coordinate, y: coordinate });
const anyView: fc.Arbitrary<View> = fc.record({ scale: fc.double({ min: 0.1, max: 3, noNaN: true }), x: coordinate, y: coordinate });

const close = (one: Point, other: Point): void => {
  expect(one.x).toBeCloseTo(other.x, 4);
  expect(one.y).toBeCloseTo(other.y, 4);
};

const parts = [aPart(1), aPart(2), aPart(3), aPart(4)];
const positions = new Map([
  [partId(1), { x: 0, y: 0 }],
  [partId(2), { x: 100, y: 0 }],
  [partId(3), { x: 60, y: 50 }],
  [partId(4), { x: 0, y: -200 }],
]);

describe('a view', () => {
  it('leads to the screen and back', () => {
    fc.assert(fc.property(anyView, anyPoint, (view, point) => close(toMap(view, toScreen(view, point)), point)));
  });

  it('zooms around the point under the pointer, which stays there', () => {
    fc.assert(
      fc.property(anyView, anyPoint, fc.double({ min: 0.01, max: 100, noNaN: true }), (view, at, factor) =>
        close(toScreen(zoomView(view, factor, at), toMap(view, at)), at),
      ),
    );
  });

  it('stays within what can be made out, however often it is zoomed', () => {
    const middle = { x: 0, y: 0 };
    const often = (factor: number) =>
      Array.from({ length: 100 }).reduce<View>((view) => zoomView(view, factor, middle), { scale: 1, x: 0, y: 0 });
    expect(often(1.25).scale).toBe(4);
    expect(often(0.8).scale).toBe(0.08);
  });

  it('fits everything into the window, in its middle, and blows up no small map', () => {
    const bounds = boundsOf(parts, positions);
    if (!bounds) throw new Error('There are parts.');
    for (const size of [
      { width: 500, height: 500 },
      { width: 300, height: 900 },
      { width: 4000, height: 3000 },
    ]) {
      const view = fitView(bounds, size);
      const [corner, opposite] = [toScreen(view, { x: bounds.left, y: bounds.top }), toScreen(view, { x: bounds.right, y: bounds.bottom })];
      expect(Math.min(corner.x, corner.y)).toBeGreaterThanOrEqual(0);
      expect(opposite.x).toBeLessThanOrEqual(size.width);
      expect(opposite.y).toBeLessThanOrEqual(size.height);
      expect(corner.x).toBeCloseTo(size.width - opposite.x);
      expect(view.scale).toBeLessThan(2);
    }
    expect(boundsOf([], positions)).toBeNull();
  });

  it('moves with the pointer', () => {
    expect(panView({ scale: 2, x: 1, y: 2 }, 10, -5)).toEqual({ scale: 2, x: 11, y: -3 });
  });
});

describe('signs shown from a wide map', () => {
  it('are drawn larger, as long as they take up no line between two of them', () => {
    const two = [aPart(1, { confidence: 1 }), aPart(2, { confidence: 1 })];
    const apart = (distance: number) =>
      new Map([
        [partId(1), { x: 0, y: 0 }],
        [partId(2), { x: distance, y: 0 }],
      ]);
    expect(growthAt(1, two, apart(1000))).toBe(1);
    expect(growthAt(0.35, two, apart(1000))).toBe(2);
    const grown = growthAt(0.2, two, apart(150));
    expect(grown).toBeGreaterThan(1);
    expect(2 * 28 * grown).toBeLessThan(0.65 * 150);
    expect(growthAt(0.2, two, apart(10))).toBe(1);
  });
});

describe('what is under the pointer', () => {
  it('is the part there, a small one also from a little beside it', () => {
    expect(partAt(parts, positions, { x: 5, y: 5 }, 0)?.id).toBe(partId(1));
    expect(partAt(parts, positions, { x: 40, y: -40 }, 0)).toBeUndefined();
    expect(partAt(parts, positions, { x: 40, y: -40 }, 60)?.id).toBe(partId(1));
  });

  it('is the relationship whose line passes nearest', () => {
    const lines = [between(1, 1, 2), between(2, 1, 4)];
    const lineOf = ({ toPartId }: (typeof lines)[number]) => [{ x: 0, y: 0 }, positions.get(toPartId) ?? { x: 0, y: 0 }] as const;
    expect(relationshipAt(lines, lineOf, { x: 50, y: -4 }, 5)).toBe(lines[0]);
    expect(relationshipAt(lines, lineOf, { x: 4, y: -50 }, 5)).toBe(lines[1]);
    expect(relationshipAt(lines, lineOf, { x: 50, y: 50 }, 5)).toBeUndefined();
    expect(distanceToLine({ x: 13, y: 4 }, { x: 0, y: 0 }, { x: 10, y: 0 })).toBe(5);
  });
});

describe('the arrow keys', () => {
  const from = { x: 0, y: 0 };
  it('go to the next part in their direction, rather straight than near', () => {
    expect(partTowards(parts, positions, from, 'right')?.id).toBe(partId(2));
    expect(partTowards(parts, positions, from, 'up')?.id).toBe(partId(4));
    expect(partTowards(parts, positions, from, 'down')?.id).toBe(partId(3));
    expect(partTowards(parts, positions, from, 'left')).toBeUndefined();
  });

  it('begin at the part nearest to the middle', () => {
    expect(nearestPart(parts, positions, { x: 70, y: 40 })?.id).toBe(partId(3));
    expect(nearestPart([], positions, from)).toBeUndefined();
  });
});
