import type { PartRole } from '../../../../shared/entities/part.ts';
import { bareForms } from '../../language/bare-forms.ts';
import { isTelling } from '../../language/plain-words.ts';
import { speaksOfOuterPerson } from './outer-people.ts';
import { quoteEnd } from './quote-span.ts';
import { fold } from '../../language/sentences.ts';
import type { Sentence } from '../../language/sentences.ts';
import { circumstancesOf } from './whose-part.ts';

/** A part the person has, by its name and by the words that recur in its evidence, with how much of the evidence has each. */
export type KnownPart = { readonly name: string; readonly role: PartRole; readonly usualWords: ReadonlyMap<string, number> };

/** Words that name a known part. Offsets are those of the text; `headEnd` is where the name ends. */
export type NameMention = {
  readonly start: number;
  readonly headEnd: number;
  readonly end: number;
  readonly at: number;
  readonly part: KnownPart;
};

/** Recognises a person's parts. Building it reads each part once; asking it takes no longer for many parts than for few. */
export type KnownParts = {
  /** Where a part is called by its name: "the Planner", "my planner", "Agnes". */
  mentionsIn(text: string, sentences: readonly Sentence[]): NameMention[];
  /** The part whose usual words a quote has, when it has enough of them and clearly more than those of any other part. */
  usuallySaying(quote: string): KnownPart | undefined;
};

// A word recurs when it stands in two pieces of evidence; it tells a part from the others when few others have it.
const LEAST_PIECES = 2;
const MOST_HOLDERS = 2;
const MOST_HOLDERS_SHARE = 0.05;
const LEAST_WORDS = 2;
const CLEARLY_MORE = 1.5;

/** The words that recur in pieces of evidence, each with the share of the pieces it stands in. */
export function usualWordsOf(quotes: readonly string[]): Map<string, number> {
  const pieces = new Map<string, number>();
  for (const quote of quotes) for (const word of tellingWords(quote)) pieces.set(word, (pieces.get(word) ?? 0) + 1);
  return new Map([...pieces].filter(([, count]) => count >= LEAST_PIECES).map(([word, count]) => [word, count / quotes.length]));
}

/** Prepares the recognition of these parts. */
export function knownParts(parts: readonly KnownPart[]): KnownParts {
  const byFirstWord = new Map<string, Named[]>();
  const holders = new Map<string, KnownPart[]>();
  for (const part of parts) {
    const named = nameOf(part);
    const first = named?.words[0];
    if (named !== undefined && first !== undefined) byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), named]);
    for (const word of part.usualWords.keys()) {
      const holding = holders.get(word);
      if (holding === undefined) holders.set(word, [part]);
      else holding.push(part);
    }
  }
  const most = Math.max(MOST_HOLDERS, parts.length * MOST_HOLDERS_SHARE);
  return {
    mentionsIn: (text, sentences) =>
      byFirstWord.size === 0 ? [] : sentences.flatMap((sentence, at) => mentionsOf(byFirstWord, text, sentence, at)),
    usuallySaying(quote) {
      const scores = new Map<KnownPart, { words: number; weight: number }>();
      for (const word of tellingWords(quote)) {
        const holding = holders.get(word) ?? [];
        if (holding.length > most) continue;
        for (const part of holding) {
          const score = scores.get(part) ?? { words: 0, weight: 0 };
          score.words += 1;
          score.weight += (part.usualWords.get(word) ?? 0) / holding.length;
          scores.set(part, score);
        }
      }
      const [best, second] = [...scores].toSorted(([, one], [, other]) => other.weight - one.weight);
      if (best === undefined || best[1].words < LEAST_WORDS) return undefined;
      return second === undefined || best[1].weight >= second[1].weight * CLEARLY_MORE ? best[0] : undefined;
    },
  };
}

/** For a text nobody's parts are known of. */
export const nobodyKnown: KnownParts = knownParts([]);

type Named = { readonly words: readonly string[]; readonly hasArticle: boolean; readonly part: KnownPart };

const word = /[\p{L}\p{N}]+(?:['-](?!s\b)[\p{L}\p{N}]+)*/gu;
const wordsOf = (folded: string): string[] => Array.from(folded.matchAll(word), ([each]) => each);

function nameOf(part: KnownPart): Named | undefined {
  const words = wordsOf(fold(part.name.normalize('NFKC')));
  const hasArticle = words.length > 1 && /^(?:the|my|a|an)$/.test(words[0] ?? '');
  const own = hasArticle ? words.slice(1) : words;
  return own.length === 0 ? undefined : { words: own, hasArticle, part };
}

function tellingWords(quote: string): Set<string> {
  const found = new Set<string>();
  for (const each of wordsOf(fold(quote))) {
    if (each.length < 4 || !isTelling(each)) continue;
    const bare = bareForms(each).reduce((shortest, form) => (form.length < shortest.length ? form : shortest));
    // "Calorie" and "calories", "worry" and "worries".
    found.add(bare.replace(/(?:ie|y|i)$/, 'i'));
  }
  return found;
}

function mentionsOf(byFirstWord: ReadonlyMap<string, readonly Named[]>, text: string, sentence: Sentence, at: number): NameMention[] {
  const tokens = Array.from(sentence.text.matchAll(word), (hit) => ({ text: hit[0], start: hit.index, end: hit.index + hit[0].length }));
  const found: { start: number; headEnd: number; part: KnownPart }[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    for (const named of byFirstWord.get(tokens[index]?.text ?? '') ?? []) {
      const last = tokens[index + named.words.length - 1];
      if (last === undefined || !named.words.every((each, offset) => tokens[index + offset]?.text === each)) continue;
      const start = calledFrom(tokens, index, named, text.slice(sentence.start, sentence.end), sentence.text);
      if (start === undefined) continue;
      found.push({ start, headEnd: last.end, part: named.part });
      index += named.words.length - 1;
      break;
    }
  }
  return found.map(({ start, headEnd, part }, index) => {
    const end = quoteEnd(sentence, start, headEnd, found[index + 1]?.start ?? sentence.text.length);
    return { start: sentence.start + start, headEnd: sentence.start + headEnd, end: sentence.start + Math.max(end, headEnd), at, part };
  });
}

type Token = { readonly text: string; readonly start: number; readonly end: number };

/** Where a name's mention begins, with its article, or undefined when the words are not used as the name. */
function calledFrom(tokens: readonly Token[], index: number, named: Named, original: string, folded: string): number | undefined {
  const own = tokens[index];
  const last = tokens[index + named.words.length - 1];
  if (own === undefined || last === undefined) return undefined;
  let lead = index - 1;
  if (/^(?:inner|old|little|poor|dear)$/.test(tokens[lead]?.text ?? '')) lead -= 1;
  const before = tokens[lead];
  const isAdjoining = before !== undefined && /^ ?$/.test(folded.slice(before.end, tokens[lead + 1]?.start));
  const article = isAdjoining ? before.text : '';
  const isCapital = /^\p{Lu}/u.test(original.slice(own.start, own.start + 2));
  if (article === 'the' || article === 'my') {
    // "The planner from the council", "my critic at work": small letters and other people's business are the plain noun.
    const isPlain =
      !isCapital &&
      (circumstancesOf(folded).length > 0 ||
        /^ (?:from|at|of|for)\b/.test(folded.slice(last.end)) ||
        speaksOfOuterPerson(folded.slice(before?.start ?? own.start), folded));
    return isPlain ? undefined : before?.start;
  }
  const isLong = named.words.length > 1;
  if (/^(?:an?|another|his|her|their|your|our|no|any|every|some|which|each)$/.test(article)) return undefined;
  if (/'s $/.test(folded.slice(0, own.start))) return undefined;
  if (!isCapital) return isLong && !named.hasArticle ? own.start : undefined;
  // At the start of a sentence any word has a capital.
  if (index > 0 || isLong) return own.start;
  return named.hasArticle || /^ (?:you|i|we|he|she|they|it|to|that|the|an?|my)\b/.test(folded.slice(last.end)) ? undefined : own.start;
}
