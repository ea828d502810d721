import { describe, expect, it } from 'vitest';
import { selfQualities } from '../../../shared/entities/assessment.ts';
import { radarOutline, radarPoint, radarRing, saidQualities } from './radar-geometry.ts';

describe('the radar', () => {
  it('begins at the top and goes round clockwise', () => {
    expect(radarPoint('calm', 1, 100)).toEqual({ x: 0, y: -100 });
    expect(radarPoint('clarity', 1, 100)).toEqual({ x: 100, y: 0 });
    expect(radarPoint('confidence', 0.5, 100)).toEqual({ x: 0, y: 50 });
    expect(radarPoint('creativity', 1, 100)).toEqual({ x: -100, y: 0 });
  });

  it('stays inside its rim whatever it is given', () => {
    expect(radarPoint('calm', 9, 100)).toEqual({ x: 0, y: -100 });
    expect(radarPoint('calm', Number.NaN, 100)).toEqual({ x: 0, y: 0 });
  });

  it('has one corner for each quality somebody said something about', () => {
    expect(saidQualities({ courage: 0, calm: 1 })).toEqual([
      { quality: 'calm', score: 1 },
      { quality: 'courage', score: 0 },
    ]);
    expect(radarOutline({ calm: 1, clarity: 0.5 }, 100)).toBe('0,-100 50,0');
    expect(radarRing(1, 100).split(' ')).toHaveLength(selfQualities.length);
  });
});
