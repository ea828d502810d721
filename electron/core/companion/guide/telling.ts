import type { GuideWish } from '../../../../shared/entities/session.ts';
import type { Line } from './words/line.ts';
import { listening } from './words/listening.ts';

/** In how many of the Guide’s newest replies a sentence may not have been said for it to be said again. */
export const FRESH_FOR = 30;

export type Fill = Readonly<Partial<Record<'one' | 'two' | 'part' | 'place' | 'numbers' | 'line', string | null>>>;

/** Chooses sentences for one reply, none of which was said lately, and remembers which. The same history always gets the same ones. */
export type Telling = {
  /** A line of a topic with its places filled, or null when all were said lately or lack the words for their places. */
  say(topic: readonly Line[], fill?: Fill): string | null;
  /** Words for safety, which may come again at any time: a fresh line, else one of the others, though not one of the newest reply. */
  sayAgain(topic: readonly Line[], fill?: Fill): string;
  /** The first of a topic that was not said lately, for topics whose first line says most. */
  first(topic: readonly Line[]): string | null;
  /** At most one a reply: something that only shows that it listens. There is always one. */
  listen(): string;
  readonly used: readonly string[];
};

/**
 * @param turn what the choice goes by, so that not every conversation begins with the same words.
 * @param newest the lines of the newest reply.
 * @param wishes what the person does not want of it: no line is said then that would do it all the same, but for words for safety.
 */
export function createTelling(
  saidLately: ReadonlySet<string>,
  turn: number,
  { newest = [], wishes = new Set() }: { newest?: readonly string[]; wishes?: ReadonlySet<GuideWish> } = {},
): Telling {
  const used: string[] = [];
  const isQuiet = wishes.has('only_listen');
  const mayAsk = !isQuiet && !wishes.has('no_questions');
  const mayQuote = !isQuiet && !wishes.has('no_quotes');
  const isWanted = ({ text }: Line): boolean => (mayAsk || !text.includes('?')) && (mayQuote || !/\{(?:one|two)\}/u.test(text));
  const unsaid = (
    topic: readonly Line[],
    fill: Fill,
    said: ReadonlySet<string>,
    start = turn % Math.max(1, topic.length),
  ): Line | undefined =>
    [...topic.slice(start), ...topic.slice(0, start)].find(
      ({ id, text }) => !said.has(id) && !used.includes(id) && placesOf(text).every((place) => (fill[place] ?? null) !== null),
    );
  const told = (line: Line | undefined, fill: Fill): string | null => {
    if (!line) return null;
    used.push(line.id);
    return filled(line.text, fill);
  };
  const say = (topic: readonly Line[], fill: Fill = {}, start?: number): string | null =>
    told(unsaid(topic.filter(isWanted), fill, saidLately, start), fill);
  return {
    say: (topic, fill) => say(topic, fill),
    first: (topic) => say(topic, {}, 0),
    sayAgain: (topic, fill = {}) => told(unsaid(topic, fill, saidLately) ?? unsaid(topic, fill, new Set(newest)), fill) ?? '',
    listen: () => say(listening) ?? '',
    used,
  };
}

type Place = keyof Fill;
const isPlace = (name: string): name is Place => ['one', 'two', 'part', 'place', 'numbers', 'line'].includes(name);
const placesOf = (text: string): Place[] => [...text.matchAll(/\{(\w+)\}/gu)].flatMap(([, name = '']) => (isPlace(name) ? [name] : []));

/** A name within a sentence: what would end the sentence or ask something is left out. */
export const spoken = (name: string): string => name.replaceAll(/[?!？！…]+|[.]+$/gu, '').trim() || 'this part';

/** A line with its places filled, in one pass, so that the person’s words are never taken for places of the Guide’s. */
export const filled = (text: string, fill: Fill): string =>
  text.replaceAll(/(^|\. )?\{(\w+)\}/gu, (whole, start: string | undefined, name: string) => {
    const given = isPlace(name) ? fill[name] : null;
    const words = name === 'part' && typeof given === 'string' ? spoken(given) : given;
    if (typeof words !== 'string') return whole;
    const atStart = start !== undefined && name === 'part';
    return `${start ?? ''}${atStart ? words.charAt(0).toLocaleUpperCase('en') + words.slice(1) : words}`;
  });
