import { describe, expect, it } from 'vitest';
import { localDay } from './local-day.ts';

const hour = 3_600_000;
/** How many hours of a day there are, and where it begins. */
function lengthOf(day: string, timeZone: string): { hours: number; from: string } {
  const { from, to, holds } = localDay(day, timeZone);
  const held: number[] = [];
  for (let moment = from; moment <= to; moment += hour / 4) if (holds(moment)) held.push(moment);
  return { hours: held.length / 4, from: new Date(held[0] ?? 0).toISOString() };
}

describe('a day of a person’s own', () => {
  it('has 23 hours when the clock goes forward and 25 when it goes back', () => {
    expect(lengthOf('2026-03-29', 'Europe/Dublin')).toEqual({ hours: 23, from: '2026-03-29T00:00:00.000Z' });
    expect(lengthOf('2026-10-25', 'Europe/Dublin')).toEqual({ hours: 25, from: '2026-10-24T23:00:00.000Z' });
    expect(lengthOf('2026-03-02', 'Europe/Dublin')).toEqual({ hours: 24, from: '2026-03-02T00:00:00.000Z' });
  });

  it('is where the person is, up to both ends of the earth', () => {
    expect(lengthOf('2026-03-02', 'Pacific/Kiritimati').from).toBe('2026-03-01T10:00:00.000Z');
    expect(lengthOf('2026-03-02', 'Etc/GMT+12').from).toBe('2026-03-02T12:00:00.000Z');
    expect(lengthOf('2026-03-02', 'Asia/Kathmandu').from).toBe('2026-03-01T18:15:00.000Z');
  });

  it('may not have been at all, and may have come twice', () => {
    // Samoa went over the date line and left this day out.
    expect(lengthOf('2011-12-30', 'Pacific/Apia').hours).toBe(0);
    // Here the clock went back over midnight, one minute after it.
    expect(lengthOf('2006-10-28', 'America/St_Johns').hours).toBeGreaterThan(24);
  });

  it('is refused in a time zone nobody knows', () => {
    expect(() => localDay('2026-03-02', 'Moon/Base')).toThrow('This time zone is not known');
  });
});
