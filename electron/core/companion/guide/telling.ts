import type { Line } from './words/line.ts';
import { listening } from './words/listening.ts';

/** In how many of the Guide’s newest replies a sentence may not have been said for it to be said again. */
export const FRESH_FOR = 30;

export type Fill = Readonly<Partial<Record<'one' | 'two' | 'part' | 'place', string | null>>>;

/** Chooses sentences for one reply, none of which was said lately, and remembers which. The same history always gets the same ones. */
export type Telling = {
  /** A line of a topic with its places filled, or null when all were said lately or lack the words for their places. */
  say(topic: readonly Line[], fill?: Fill): string | null;
  /** At most one a reply: something that only shows that it listens. There is always one. */
  listen(): string;
  readonly used: readonly string[];
};

/** @param turn what the choice goes by, so that not every conversation begins with the same words. */
export function createTelling(saidLately: ReadonlySet<string>, turn: number): Telling {
  const used: string[] = [];
  const fresh = (topic: readonly Line[], fill: Fill): Line | undefined => {
    const start = turn % Math.max(1, topic.length);
    return [...topic.slice(start), ...topic.slice(0, start)].find(
      ({ id, text }) => !saidLately.has(id) && !used.includes(id) && placesOf(text).every((place) => (fill[place] ?? null) !== null),
    );
  };
  const say = (topic: readonly Line[], fill: Fill = {}): string | null => {
    const line = fresh(topic, fill);
    if (!line) return null;
    used.push(line.id);
    return filled(line.text, fill);
  };
  return { say, listen: () => say(listening) ?? '', used };
}

type Place = keyof Fill;
const isPlace = (name: string): name is Place => ['one', 'two', 'part', 'place'].includes(name);
const placesOf = (text: string): Place[] => [...text.matchAll(/\{(\w+)\}/gu)].flatMap(([, name = '']) => (isPlace(name) ? [name] : []));

/** A name within a sentence: what would end the sentence or ask something is left out. */
const spoken = (name: string): string => name.replaceAll(/[?!？！…]+|[.]+$/gu, '').trim() || 'this part';

/** In one pass, so that the person’s words are never taken for places of the Guide’s. */
const filled = (text: string, fill: Fill): string =>
  text.replaceAll(/(^|\. )?\{(\w+)\}/gu, (whole, start: string | undefined, name: string) => {
    const given = isPlace(name) ? fill[name] : null;
    const words = name === 'part' && typeof given === 'string' ? spoken(given) : given;
    if (typeof words !== 'string') return whole;
    const atStart = start !== undefined && name === 'part';
    return `${start ?? ''}${atStart ? words.charAt(0).toLocaleUpperCase('en') + words.slice(1) : words}`;
  });
