import { type Belief, type MemoryDocument, memorySections } from '../../../shared/entities/memory.ts';
import { quotedIn, unquotedIn } from '../language/quotes.ts';
import { wordsOf } from '../language/words.ts';
import type { KeyedDigest } from './keyed-digest.ts';

/** What memory is to lose. It holds identifiers and keyed digests alone, so that it can wait on the disk. */
export type Forgotten = {
  /** Sources (`message:0195…`) that are gone. */
  sources: readonly string[];
  /** All sources of each session that goes or loses something: what is left of one still speaks for a belief. */
  occasions: readonly (readonly string[])[];
  parts: readonly string[];
  beliefs: readonly string[];
  /** Words, and names of several words, that nothing is to be told with any more: a keyed digest and how many words it is of. */
  phrases: readonly { digest: string; length: number }[];
  /** Names of parts, told the same way. They are looked for where somebody speaks of a part: never in what the person said of other things. */
  names: readonly { digest: string; length: number }[];
};

/** What stands for words among what is forgotten: the words as `wordsOf` tells them, a space between them. */
export const phraseOf = (keyedDigest: KeyedDigest, words: readonly string[]): Forgotten['phrases'][number] => ({
  digest: keyedDigest(`phrase ${words.join(' ')}`),
  length: words.length,
});

/** A name of fewer letters says nothing by itself: a part can be called “I”. */
const NAME_MIN = 3;
const namesIn = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
/** One word of a name is anybody’s when it is written small, so there letter case counts. */
const nameDigest = (keyedDigest: KeyedDigest, words: readonly string[]): string =>
  keyedDigest(`name ${words.length === 1 ? words.join(' ') : words.join(' ').toLowerCase()}`);

/** What stands for the name of a part among what is forgotten. Empty for a name that says nothing. */
export function namesOf(keyedDigest: KeyedDigest, name: string): Forgotten['names'][number][] {
  const words = namesIn(name);
  return words.join('').length < NAME_MIN ? [] : [{ digest: nameDigest(keyedDigest, words), length: words.length }];
}

/** Takes what is forgotten out of memories. Made once for many versions: it remembers which texts it has read. */
export type Forgetter = {
  /**
   * The memory without what is forgotten: the same object when nothing in it was. A belief goes when it is about it, when it is told with its words, when
   * no source is left to it, or when a model made it of several sources of which one is gone.
   */
  forgetIn(document: MemoryDocument): MemoryDocument;
  /** The beliefs that would go, or lose a source and stay. */
  touchedIn(document: MemoryDocument): { text: string; goes: boolean }[];
};

function reopened(belief: Belief): Belief {
  const { settled: _settled, ...open } = belief;
  return open;
}

/** @param composeSummary tells a memory in short: what is forgotten must not live on in the summary. */
export function createForgetter(
  forgotten: Forgotten,
  { keyedDigest, composeSummary }: { keyedDigest: KeyedDigest; composeSummary: (document: MemoryDocument) => string },
): Forgetter {
  const sources = new Set<string>(forgotten.sources);
  const occasionOf = new Map(forgotten.occasions.flatMap((occasion, at) => occasion.map((source) => [source, at] as const)));
  const parts = new Set<string>(forgotten.parts);
  const beliefs = new Set<string>(forgotten.beliefs);
  const phrases = new Set(forgotten.phrases.map(({ digest }) => digest));
  const lengths = [...new Set(forgotten.phrases.map(({ length }) => length))];
  const read = new Map<string, boolean>();
  const judged = new WeakMap<Belief, Belief | null>();

  const names = new Set(forgotten.names.map(({ digest }) => digest));
  const nameLengths = [...new Set(forgotten.names.map(({ length }) => length))];
  /** Whether a text speaks of a part that is forgotten. */
  const isNaming = (text: string): boolean => {
    const words = names.size === 0 ? [] : namesIn(unquotedIn(text));
    return nameLengths.some((length) =>
      words.some((_word, at) => at + length <= words.length && names.has(nameDigest(keyedDigest, words.slice(at, at + length)))),
    );
  };

  /** Whether a text is told with what is forgotten. */
  const tells = (text: string): boolean => {
    const known = read.get(text);
    if (known !== undefined) return known;
    const words = phrases.size === 0 ? [] : wordsOf(text);
    const answer = lengths.some((length) =>
      words.some((_word, at) => at + length <= words.length && phrases.has(phraseOf(keyedDigest, words.slice(at, at + length)).digest)),
    );
    read.set(text, answer);
    return answer;
  };

  /** The sessions among sources, and what is an occasion by itself. */
  const occasionsOf = (some: readonly string[]): Set<number | string> => new Set(some.map((source) => occasionOf.get(source) ?? source));

  /** What is left of a belief, or null. */
  const leftOf = (belief: Belief): Belief | null => {
    const left = belief.sources.filter((source) => !sources.has(source));
    const isAbout = beliefs.has(belief.id) || belief.parts?.some((id) => parts.has(id)) === true;
    // Trailhead’s own sentences are made of its own words; what the person said stands in quotation marks there.
    const theirs = belief.by === 'summariser' ? quotedIn(belief.text) : belief.text;
    if (isAbout || left.length === 0 || tells(theirs) || tells(belief.wanted ?? '')) return null;
    if (belief.by !== 'person' && isNaming(belief.text)) return null;
    // What said that it is settled is gone, so it is open.
    if (belief.settled && sources.has(belief.settled.by)) return leftOf(reopened(belief));
    if (left.length === belief.sources.length) return belief;
    // What a model made of several sources may say in its own words what one of them said.
    if (belief.by === 'model') return null;
    const still = occasionsOf(left);
    const lost = [...occasionsOf(belief.sources)].filter((occasion) => !still.has(occasion));
    return { ...belief, sources: left, count: Math.max(1, belief.count - lost.length) };
  };
  const judge = (belief: Belief): Belief | null => {
    const known = judged.get(belief);
    if (known !== undefined) return known;
    const left = leftOf(belief);
    judged.set(belief, left);
    return left;
  };
  const isTouched = (belief: Belief): boolean => judge(belief) !== belief;

  return {
    forgetIn(document) {
      const isWhole = !memorySections.some((section) => document[section].some(isTouched));
      if (isWhole && !tells(document.summary) && !isNaming(document.summary)) return document;
      const left = { ...document, summary: '' };
      for (const section of memorySections) left[section] = document[section].flatMap((belief) => judge(belief) ?? []);
      const summary = composeSummary(left);
      return isWhole && summary === document.summary ? document : { ...left, summary };
    },
    touchedIn: (document) =>
      memorySections.flatMap((section) =>
        document[section].filter(isTouched).map((belief) => ({ text: belief.text, goes: judge(belief) === null })),
      ),
  };
}
