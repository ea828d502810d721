import { describe, expect, it } from 'vitest';
import { UserId } from '../../shared/ids.ts';
import { systemIds } from './node-ports.ts';

describe('the system’s ids', () => {
  it('are UUIDs of version 7 that only grow, however many are made in a millisecond', () => {
    const made = Array.from({ length: 5000 }, () => systemIds.next());
    expect(made.filter((id) => !UserId.safeParse(id).success)).toEqual([]);
    expect(made.toSorted()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  it('carry the time they were made at', () => {
    const before = Date.now();
    const made = Number.parseInt(systemIds.next().replaceAll('-', '').slice(0, 12), 16);
    expect(made).toBeGreaterThanOrEqual(before);
    expect(made).toBeLessThanOrEqual(Date.now());
  });

  it('do not repeat their random end', () => {
    const ends = Array.from({ length: 1000 }, () => systemIds.next().slice(-10));
    expect(new Set(ends).size).toBe(ends.length);
  });
});
