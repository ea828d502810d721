import type { Ruled, RuledText } from '../ruled-parts.ts';
import { isInside } from '../../../language/sentences.ts';
import type { Range } from '../../../language/sentences.ts';
import { cuesIn } from './cues.ts';
import { messagePlace, ruleFeatures, sentencePlace, spanPlace } from './place-features.ts';
import { readTokens } from './read-tokens.ts';
import type { ReadToken } from './read-tokens.ts';
import { spansOf } from './tokens.ts';
import type { Span } from './tokens.ts';

/** What a stretch of a sentence is described by, as readable names: "w:numb", "n:the+person", "subject:something". */
export type Described = {
  readonly start: number;
  readonly end: number;
  readonly at: number;
  /** What the words inside say. */
  readonly words: readonly string[];
  /** What the place, the neighbours and the rules say. */
  readonly place: readonly string[];
  /** The part the rules find in the same words. */
  readonly ruled: Ruled | undefined;
};

const SHORTEST = 8;
// A hint this faint says nothing about where a quote might begin.
const FAINT = 0.2;

/** Describes every run of clauses of a message that might show a part. */
export function describeSpans(text: string, read: RuledText): Described[] {
  const ofMessage = messagePlace(read);
  const ruledAt = ruledBySentence(read);
  return read.sentences.flatMap((sentence, at) => {
    if (sentence.text.length < SHORTEST) return [];
    const tokens = readTokens(sentence, text.slice(sentence.start, sentence.end));
    const hinted = (read.hints[at] ?? []).filter(({ weight }) => weight > FAINT);
    const starts = hinted.map(({ mention }) => tokens.findIndex((each) => each.end > mention.start)).filter((from) => from >= 0);
    const ruled = ruledAt[at] ?? [];
    const cues = cuesIn(sentence.text);
    const around = [...ofMessage, ...sentencePlace(read, at, ruled)];
    return spansOf(tokens, starts).flatMap((span) => {
      const inside = rangeOf(tokens, span);
      const start = sentence.start + inside.start;
      const end = sentence.start + inside.end;
      if (end - start < SHORTEST || tellsTwoApart(ruled, start, end)) return [];
      const same = ruled.find((each) => overlaps(start, end, each.start, each.end));
      const isCut = ruled.some((each) => each.start < end && each.end > start && !overlaps(start, end, each.start, each.end));
      const place = [...around, ...spanPlace(tokens, span), ...ruleFeatures(read, at, { start, end }, same, isCut)];
      if (isInside(read.quoted, start)) place.push('in:quotation');
      for (const { cue, ranges } of cues)
        if (ranges.some((range) => range.start >= inside.start && range.end <= inside.end)) place.push(`cue:${cue}`);
      return [{ start, end, at, words: wordsIn(tokens, span), place, ruled: same }];
    });
  });
}

const rangeOf = (tokens: readonly ReadToken[], { from, to }: Span): Range => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? 0,
});

/** Where the rules tell two parts apart, no single quote is right. */
const tellsTwoApart = (ruled: readonly Ruled[], start: number, end: number): boolean =>
  ruled.filter((each) => each.start >= start - 2 && each.start + SHORTEST < end && each.end <= end + 2).length > 1;

function wordsIn(tokens: readonly ReadToken[], { from, to }: Span): string[] {
  const words = new Set<string>();
  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    for (const feature of token.own) words.add(feature);
    if (index > from) for (const feature of token.withBefore) words.add(feature);
  }
  return [...words];
}

/** The parts the rules find, by every sentence they touch. */
function ruledBySentence(read: RuledText): Ruled[][] {
  const found: Ruled[][] = read.sentences.map(() => []);
  for (const one of read.ruled) {
    for (let at = one.at; (read.sentences[at]?.start ?? Infinity) < one.end; at += 1) found[at]?.push(one);
  }
  return found;
}

/** Whether two quotes show the same part: half of the shorter and two fifths of the longer lie in both. */
export function overlaps(start: number, end: number, otherStart: number, otherEnd: number): boolean {
  const shared = Math.min(end, otherEnd) - Math.max(start, otherStart);
  return (
    shared > 0 &&
    shared * 2 >= Math.min(end - start, otherEnd - otherStart) &&
    shared * 5 >= 2 * Math.max(end - start, otherEnd - otherStart)
  );
}
