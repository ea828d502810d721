import type { PartRole } from '../../../../shared/entities/part.ts';
import { nobodyKnown } from './known-parts.ts';
import type { KnownPart, KnownParts, NameMention } from './known-parts.ts';
import { likelihoodOfPart, likeliestRole } from './learned/part-model.ts';
import type { Described } from './learned/span-features.ts';
import { nameFor } from './naming.ts';
import { tellsOfMereThing } from './mere-things.ts';
import { speaksOfOuterPerson } from './outer-people.ts';
import { candidatesIn, showing } from './part-candidates.ts';
import type { RuledText } from './ruled-parts.ts';

/**
 * A part the person's own words show: the words, what it seems to do and a kind name for it. `confidence` is the share of
 * such finds that were parts in labelled messages the model had not seen, give or take a tenth (docs/decisions/0011).
 */
export type DetectedPart = { quote: string; start: number; end: number; role: PartRole; name: string; confidence: number };

// Somebody who calls a part by the name they gave it means it.
const SURE_BY_NAME = 0.95;

// How likely a find has to be, chosen by cross-validation on the training messages so that about nine in ten messages without
// parts are left alone: less when the rules see the same part, or the message surely shows another one.
const ENOUGH_WITH_RULES = 0.35;
const ENOUGH_IN_COMPANY = 0.5;
const ENOUGH_ALONE = 0.7;

const SURE_OF_ITS_WORDS = 0.9;

type Sure = { readonly one: Described; readonly likelihood: number };

/**
 * Finds the parts a person shows in a message, offline: rules about English propose, a small linear model weighs what they
 * see together with the words. Quotes are verbatim, in text order, and never overlap; two finds of one message never share a name,
 * unless both are a part the person already has: words that call it by name, or are its usual ones, carry its name and role.
 */
export function detectParts(text: string, known: KnownParts = nobodyKnown): DetectedPart[] {
  const { read, described: all } = candidatesIn(text);
  const described = all.filter((one) => !isOutside(one, read));
  const bySentence = Map.groupBy(described, ({ at }) => at);
  const weighed = described.map((one) => ({ one, likelihood: likelihoodOfPart(one) }));
  const isSure = ({ one, likelihood }: Sure): boolean => likelihood >= (one.ruled === undefined ? ENOUGH_ALONE : ENOUGH_WITH_RULES);
  const enough = weighed.some(isSure) ? ENOUGH_IN_COMPANY : ENOUGH_ALONE;
  const likely = weighed.filter((each) => isSure(each) || each.likelihood >= enough);
  const chosen = [...Map.groupBy(likely, ({ one }) => one.at).values()].flatMap(withoutOverlaps);
  const found: DetectedPart[] = [];
  const taken = new Set<string>();
  for (const [index, { one, likelihood }] of chosen.entries()) {
    const next = chosen[index + 1]?.one.start ?? Infinity;
    const beside = [...(bySentence.get(one.at) ?? []), ...(bySentence.get(one.at + 1) ?? [])];
    const { mention, reading, features } = showing(one, beside, read, next);
    const { ruled } = one;
    // Where the rules see the same part they often know better where its words begin and end.
    const isFree = ruled !== undefined && likelihood < SURE_OF_ITS_WORDS && ruled.start >= (found.at(-1)?.end ?? 0) && ruled.end <= next;
    const { start, end } = isFree ? ruled : one;
    const role = likeliestRole(features);
    const kinds = reading.kinds.toSorted((a, b) => Number(b.role === role) - Number(a.role === role));
    const name = nameFor(mention, read.folded.slice(start, end), kinds, taken);
    taken.add(name);
    found.push({ quote: text.slice(start, end), start, end, role, name, confidence: Math.round(likelihood * 100) / 100 });
  }
  return withKnown(found, known, known.mentionsIn(text, read.sentences), text);
}

/** Whether a candidate speaks of people one meets, or of a thing that is only there. */
function isOutside({ start, end, at }: Described, { folded, sentences }: RuledText): boolean {
  const sentence = sentences[at];
  if (sentence === undefined) return false;
  const stretch = folded.slice(start, end);
  const until = Math.max(end, sentence.end);
  return speaksOfOuterPerson(stretch, sentence.text) || tellsOfMereThing(stretch, folded.slice(end, until));
}

/** Gives the words of known parts their names, and adds the words that call one by name and were not found otherwise. */
function withKnown(found: readonly DetectedPart[], known: KnownParts, mentions: readonly NameMention[], text: string): DetectedPart[] {
  const named = new Map<DetectedPart, KnownPart>();
  const added: DetectedPart[] = [];
  let at = 0;
  for (const { start, headEnd, end, part } of mentions) {
    while ((found[at]?.end ?? Infinity) <= start) at += 1;
    const around = found[at];
    if (around !== undefined && around.start < headEnd) {
      if (!named.has(around)) named.set(around, part);
      continue;
    }
    const until = Math.min(end, around?.start ?? Infinity);
    const quote = text.slice(start, until).trimEnd();
    added.push({ quote, start, end: start + quote.length, role: part.role, name: part.name, confidence: SURE_BY_NAME });
  }
  const renamed = found.map((one) => {
    const byName = named.get(one);
    const part = byName ?? known.usuallySaying(one.quote);
    if (part === undefined) return one;
    return {
      ...one,
      name: part.name,
      role: part.role,
      ...(byName === undefined ? {} : { confidence: Math.max(one.confidence, SURE_BY_NAME) }),
    };
  });
  return [...renamed, ...added].toSorted((one, other) => one.start - other.start);
}

/** The likeliest stretches of one sentence that have no word in common, in order. */
function withoutOverlaps(likely: readonly Sure[]): Sure[] {
  const kept: Sure[] = [];
  const surestFirst = likely.toSorted((one, other) => other.likelihood - one.likelihood || one.one.start - other.one.start);
  for (const each of surestFirst) if (kept.every(({ one }) => one.end <= each.one.start || one.start >= each.one.end)) kept.push(each);
  return kept.toSorted((one, other) => one.one.start - other.one.start);
}
