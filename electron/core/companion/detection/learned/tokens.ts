import type { Sentence } from '../../../language/sentences.ts';

/** A word or a mark of punctuation in a sentence; offsets are those of the sentence. */
export type Token = { readonly text: string; readonly start: number; readonly end: number; readonly isWord: boolean };

const token = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*|[.,;:!?"()\u2013\u2014\u2026-]/gu;

// Where one clause may end and the next begin.
const OPENER = new Set('and but so because while when whenever until if though although then or yet whereas'.split(' '));
const STOP = /^[,;:"()\u2013\u2014\u2026.!?-]$/;
// Words that lead over to the next clause belong to neither.
const CONNECTIVE = new Set('and but so because while though although then or yet whereas'.split(' '));

const MOST_CLAUSES = 5;
// Nobody needs so many words to show a part, nor so many clauses in one sentence; it bounds the work on text that is not language.
const MOST_WORDS = 70;
const MOST_SPANS = 150;

/** Cuts a folded sentence into words and marks. */
export const tokensOf = (sentence: Sentence): Token[] =>
  Array.from(sentence.text.matchAll(token), (hit) => ({
    text: hit[0],
    start: hit.index,
    end: hit.index + hit[0].length,
    isWord: hit[0].length > 1 || /[\p{L}\p{N}]/u.test(hit[0]),
  }));

/** A stretch of tokens, the last one not included. */
export type Span = { readonly from: number; readonly to: number };

/** The clauses of a sentence and the runs of clauses that might show a part, each without leading and trailing connectives. */
export function spansOf(tokens: readonly Token[], alsoFrom: readonly number[] = []): Span[] {
  const starts = new Set<number>([0]);
  for (const [at, { text, isWord }] of tokens.entries()) {
    if (!isWord && STOP.test(text)) starts.add(at + 1);
    else if (OPENER.has(text) && !isDegree(tokens, at)) starts.add(at);
  }
  const cuts = [...starts].filter((at) => at < tokens.length).toSorted((one, other) => one - other);
  const froms = [...new Set([...cuts, ...alsoFrom])].toSorted((one, other) => one - other);
  const found = new Map<number, Span>();
  for (const cut of froms) {
    const next = cuts.findIndex((at) => at > cut);
    const ends = new Set([...(next < 0 ? [] : cuts.slice(next, next + MOST_CLAUSES - 1)), tokens.length]);
    for (const end of ends) {
      if (end - cut > MOST_WORDS) continue;
      if (found.size >= MOST_SPANS) return [...found.values()];
      const span = trimmed(tokens, cut, end);
      if (span !== undefined) found.set(span.from * 10_000 + span.to, span);
    }
  }
  return [...found.values()];
}

// After these "so" leads over; before anything else it says how much.
const SUBJECT = new Set("i i'm i've i'd i'll he she it we they you the my his her our there there's that this part nobody".split(' '));

/** "So" in "so scared". */
const isDegree = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'so' && !SUBJECT.has(tokens[at + 1]?.text ?? '') && tokens[at - 1]?.isWord === true;

function trimmed(tokens: readonly Token[], from: number, to: number): Span | undefined {
  let first = from;
  let last = to;
  while (first < last && isLoose(tokens[first])) first += 1;
  while (last > first && isLoose(tokens[last - 1])) last -= 1;
  return last - first >= 2 ? { from: first, to: last } : undefined;
}

const isLoose = (one: Token | undefined): boolean => one === undefined || (one.isWord ? CONNECTIVE.has(one.text) : one.text !== '"');
