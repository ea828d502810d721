import { Failure } from '../failure.ts';

/** Farther from UTC no place on earth is or was, its own solar time included. */
const FARTHEST_MS = 16 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** A calendar day in a time zone: whether a moment falls in it, and two moments that every one of its moments lies between. */
export type LocalDay = { holds(moment: number): boolean; from: number; to: number };

/**
 * Asked of every moment by itself, so that a day of 23 or 25 hours, and one in which the clock went back over midnight, are as long as they were.
 * @param day YYYY-MM-DD. @param timeZone its IANA name.
 * @throws Failure INVALID_INPUT when there is no such time zone.
 */
export function localDay(day: string, timeZone: string): LocalDay {
  const format = formatFor(timeZone);
  const dayOf = (moment: number): string => {
    const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
    return `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}`;
  };
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return {
    from: midnight - FARTHEST_MS,
    to: midnight + DAY_MS + FARTHEST_MS,
    holds: (moment) => dayOf(moment) === day,
  };
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en', {
      ...{ timeZone, calendar: 'iso8601', numberingSystem: 'latn' },
      ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    });
  } catch (error) {
    throw new Failure('INVALID_INPUT', 'This time zone is not known. Use a name such as Europe/Dublin.', { cause: error });
  }
}
