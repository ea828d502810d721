import { forces } from './forces.ts';
import { habits } from './habits.ts';
import { bareNames, figuresInside, innerSomebodies, innerVoices, namedAgents, sittingInside } from './inner-figures.ts';
import type { Mention } from './mention.ts';
import { bareParts, baresOfAList, headsAndHearts, ones, partsOfMe } from './part-phrases.ts';
import { isFragment, quoteEnd } from './quote-span.ts';
import { fold, isInside, quotations, sentencesOf } from '../../language/sentences.ts';
import type { Range, Sentence } from '../../language/sentences.ts';
import { nothingAround, readSurroundings, surroundingsAt } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';
import { circumstancesOf, doubt } from './whose-part.ts';
import { youngFigures } from './young-figures.ts';

const ENOUGH = 0.5;
const SHORTEST = 8;
const LONGEST_HABIT = 320;
const LENT_BY_NEIGHBOUR = 0.2;

/** A mention, how much speaks against it being a part of the writer, 0 to 1, and what is left of its strength. */
export type Hint = { readonly mention: Mention; readonly weight: number; readonly against: number };

/** A part the rules find by themselves; offsets are those of the text. */
export type Ruled = {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
  readonly mention: Mention;
  readonly at: number;
};

/** A message as the rules read it: its sentences, what stands around each, what hints at parts and what is surely one. */
export type RuledText = {
  readonly folded: string;
  readonly sentences: readonly Sentence[];
  readonly quoted: readonly Range[];
  readonly signs: readonly Surroundings[];
  /** For each sentence, what else it is about. */
  readonly circumstances: readonly (readonly string[])[];
  readonly hints: readonly (readonly Hint[])[];
  readonly ruled: readonly Ruled[];
  /** How often the writer speaks of themselves. */
  readonly firstPersons: number;
};

type Placed = {
  readonly mention: Mention;
  readonly sentence: Sentence;
  readonly at: number;
  readonly weight: number;
  readonly through?: Placed;
};

/** Reads a message by rule. What comes of it are hints; `detectParts` decides. */
export function readByRule(text: string): RuledText {
  const folded = fold(text);
  const quoted = quotations(folded);
  const sentences = sentencesOf(text, folded, quoted);
  const signs = sentences.map((sentence) => (sentence.text.length < SHORTEST ? nothingAround : readSurroundings(sentence.text)));
  const hints: Hint[][] = [];
  const kept: Placed[] = [];
  for (const [at, sentence] of sentences.entries()) {
    const here: Hint[] = [];
    hints.push(here);
    const own = signs[at];
    if (own === undefined || sentence.text.length < SHORTEST) continue;
    const near = surroundingsAt(signs, at, 3);
    for (const mention of mentionsIn(sentence, text, own, near)) {
      const against = doubt(mention, sentence.text, isInside(quoted, sentence.start + mention.start));
      here.push({ mention, weight: mention.strength - against, against });
    }
    const likely = here.filter(({ against }) => against < 1);
    if (likely.length === 0) continue;
    const before = kept.at(-1);
    const follows = before !== undefined && at - before.at <= 2 && before.mention.form !== 'habit' && before.weight >= ENOUGH + 0.05;
    const placed = likely.map(({ mention, weight }) => ({ mention, weight, sentence, at }));
    kept.push(...settle(placed, near.inner || follows));
  }
  const ruled = withoutRepeats(kept).map((placed, index, all) => ({
    start: placed.sentence.start + placed.mention.start,
    end: endOf(placed, all[index + 1], sentences),
    weight: placed.weight,
    mention: placed.mention,
    at: placed.at,
  }));
  const firstPersons = [...folded.matchAll(/\b(?:i|me|my|myself|mine|im|ive)\b/g)].length;
  const circumstances = sentences.map((sentence) => circumstancesOf(sentence.text));
  return { folded, sentences, quoted, signs, circumstances, hints, ruled, firstPersons };
}

function* mentionsIn(sentence: Sentence, text: string, own: Surroundings, near: Surroundings): Generator<Mention> {
  const original = text.slice(sentence.start, sentence.end);
  yield* partsOfMe(sentence.text);
  yield* headsAndHearts(sentence.text);
  yield* bareParts(sentence.text);
  yield* ones(sentence.text);
  yield* baresOfAList(sentence.text);
  yield* figuresInside(sentence.text);
  yield* innerSomebodies(sentence.text);
  yield* innerVoices(sentence.text);
  yield* sittingInside(sentence.text);
  yield* bareNames(sentence.text, original);
  yield* namedAgents(sentence.text, original);
  yield* youngFigures(sentence.text, own, near);
  yield* forces(sentence.text);
  yield* habits(sentence.text, own, near);
}

/** Keeps the mentions that are sure enough and belong to different clauses. */
function settle(placed: readonly Placed[], open: boolean): Placed[] {
  const ordered = placed.toSorted((one, other) => one.mention.start - other.mention.start || other.weight - one.weight);
  const surest = Math.max(0, ...placed.filter((each) => each.mention.form !== 'habit').map((each) => each.weight));
  const kept: Placed[] = [];
  for (const each of ordered) {
    const helped = each.mention.leans === true && (open || surest >= ENOUGH) ? LENT_BY_NEIGHBOUR : 0;
    if (each.weight + helped < ENOUGH) continue;
    // A named part says more than the habit it shows in.
    if (each.mention.form === 'habit' && surest >= ENOUGH) continue;
    const last = kept.at(-1);
    if (last === undefined || startsNewClause(last.mention, each.mention, each.sentence.text)) kept.push(each);
    else if (last.mention.start === each.mention.start || each.mention.start < last.mention.headEnd) {
      if (each.weight > last.weight) kept[kept.length - 1] = { ...each, mention: { ...each.mention, start: last.mention.start } };
    }
  }
  return kept;
}

/** A habit told right beside a named part is that part at work, and two told in a row are one. */
function withoutRepeats(kept: readonly Placed[]): Placed[] {
  const isHabit = (each: Placed): boolean => each.mention.form === 'habit';
  const beside = (one: Placed | undefined, other: Placed | undefined): boolean =>
    one !== undefined && other !== undefined && Math.abs(one.at - other.at) <= 1;
  const named = kept.filter((each) => !isHabit(each));
  const namedAt = new Set(named.map((each) => each.at));
  const merged: Placed[] = [];
  for (const each of kept) {
    if (isHabit(each) && [each.at - 1, each.at, each.at + 1].some((at) => namedAt.has(at))) continue;
    const last = merged.at(-1);
    if (
      last !== undefined &&
      isHabit(each) &&
      isHabit(last) &&
      beside(last.through ?? last, each) &&
      each.sentence.end - last.sentence.start < LONGEST_HABIT
    ) {
      merged[merged.length - 1] = { ...last, weight: Math.max(last.weight, each.weight), through: each };
    } else merged.push(each);
  }
  return merged;
}

function startsNewClause(last: Mention, next: Mention, sentence: string): boolean {
  if (next.start < last.headEnd) return false;
  const between = sentence.slice(last.headEnd, next.start);
  if (
    /(?:[,;]|\b(?:and|but|while)) (?:later|then|behind|under|underneath|beneath|below|on|in|inside|at|by|somewhere|next to|beside|right|deep|over|up|when|whenever|after|before)\b[^,;]{0,40}$/.test(
      between,
    )
  )
    return true;
  return (
    /(?:[,;:.()\u2013\u2014/"]|\b(?:and|but|while|then|or|yet|whereas|so|now|underneath|behind it|under it|beneath it|plus|than))(?: (?:then|also|underneath|behind it|behind her|behind him|under it|now|just|the|there's|there is|suddenly|yet|so))*\s*$/.test(
      between,
    ) || next.start - last.headEnd > 60
  );
}

/** Where a quote ends: in its own sentence, after a fragment that finishes it, or with the last of a run of habits. */
function endOf(placed: Placed, next: Placed | undefined, sentences: readonly Sentence[]): number {
  const { mention, sentence } = placed;
  const last = placed.through ?? placed;
  const nextStart = next?.sentence === last.sentence ? next.mention.start : last.sentence.text.length;
  const end = last.sentence.start + quoteEnd(last.sentence, last.mention.start, last.mention.headEnd, nextStart);
  const following = sentences[last.at + 1];
  const isLast = last.sentence.end - end <= 3 && (next === undefined || next.at > last.at + 1);
  if (!isLast || following === undefined) return end;
  const start = sentence.start + mention.start;
  const saysNothingYet = end - (last.sentence.start + mention.headEnd) <= 2;
  if (
    isFragment(following.text, end - start) ||
    (saysNothingYet && /^(?:he|she|it|they)(?:'s)? /.test(following.text) && following.text.length < 140)
  ) {
    return following.start + following.text.replace(/[\s.,;:!?\u2026]+$/, '').length;
  }
  return end;
}
