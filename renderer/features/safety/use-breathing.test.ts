import { describe, expect, it } from 'vitest';
import { breathAfter } from './use-breathing.ts';

describe('a breath', () => {
  it('goes in for four seconds, rests for one, goes out for six, and begins again', () => {
    const names = Array.from({ length: 12 }, (_, second) => breathAfter(second).phase.name);
    expect(names).toEqual([...Array(4).fill('Breathe in'), 'Rest', ...Array(6).fill('Breathe out'), 'Breathe in']);
  });

  it('counts each phase down to one, and counts whole breaths', () => {
    expect([5, 6, 10].map((second) => breathAfter(second).left)).toEqual([6, 5, 1]);
    expect([10, 11, 22].map((second) => breathAfter(second).breaths)).toEqual([0, 1, 2]);
  });
});
