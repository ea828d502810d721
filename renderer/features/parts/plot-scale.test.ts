import { describe, expect, it } from 'vitest';
import { fadingPath, nearestIndex, plotScale, thinned } from './plot-scale.ts';

const box = { left: 10, right: 110, top: 0, bottom: 50 };

describe('the scale of a plot', () => {
  const points = [
    { at: 1000, value: 0 },
    { at: 2000, value: 0.5 },
    { at: 3000, value: 1 },
  ];

  it('puts the first moment at the left, the last at the right, and 1 at the top', () => {
    const { x, y } = plotScale(points, box);
    expect([x(1000), x(2000), x(3000)]).toEqual([10, 60, 110]);
    expect([y(0), y(0.5), y(1)]).toEqual([50, 25, 0]);
  });

  it('puts a single moment in the middle', () => {
    const { x } = plotScale([{ at: 5, value: 0.2 }], box);
    expect(x(5)).toBe(60);
  });

  it('stays in the box whatever it is given', () => {
    const { x, y } = plotScale(points, box);
    expect(y(Number.NaN)).toBe(50);
    expect(y(7)).toBe(0);
    expect(x(Infinity)).toBe(10);
    expect(plotScale([], box).x(1)).toBe(60);
  });

  it('fades until the next point, and steps up there', () => {
    const fading = points.map((point) => ({ ...point, before: point.value / 2 }));
    expect(fadingPath(fading, plotScale(points, box))).toBe('M10 50L60 37.5V25L110 25V0');
    expect(fadingPath([], plotScale([], box))).toBe('');
  });

  it('takes more points than a call takes arguments', () => {
    const many = Array.from({ length: 300_000 }, (_, at) => ({ at, value: 0.5 }));
    expect(plotScale(many, box).x(299_999)).toBe(110);
  });

  it('finds the nearest moment; of several at once, the latest', () => {
    const scale = plotScale(points, box);
    expect(nearestIndex(points, 64, scale)).toBe(1);
    expect(nearestIndex([...points, { at: 3000, value: 0.4 }], 200, scale)).toBe(3);
    expect(nearestIndex([], 64, scale)).toBe(-1);
  });
});

it('thins evenly and keeps both ends', () => {
  const items = Array.from({ length: 1000 }, (_, index) => index);
  const few = thinned(items, 5);
  expect(few).toEqual([0, 250, 500, 749, 999]);
  expect(thinned([1, 2], 5)).toEqual([1, 2]);
  expect(thinned(items, 0)).toEqual([]);
});
