import type { PartRole } from '../../../../shared/entities/part.ts';
import { likelihoodOfPart, likeliestRole } from './learned/part-model.ts';
import type { Described } from './learned/span-features.ts';
import { nameFor } from './naming.ts';
import { candidatesIn, showing } from './part-candidates.ts';

/**
 * A part the person's own words show: the words, what it seems to do and a kind name for it. `confidence` is the share of
 * such finds that were parts in labelled messages the model had not seen, give or take a tenth (docs/decisions/0011).
 */
export type DetectedPart = { quote: string; start: number; end: number; role: PartRole; name: string; confidence: number };

/** Chosen by cross-validation on the training messages: the best F1 that leaves nine in ten messages without parts alone. */
const ENOUGH = 0.5;

type Sure = { readonly one: Described; readonly likelihood: number };

/**
 * Finds the parts a person shows in a message, offline: rules about English propose, a small linear model weighs what they
 * see together with the words. Quotes are verbatim, in text order, and never overlap; two parts of one message never share a name.
 */
export function detectParts(text: string): DetectedPart[] {
  const { read, described } = candidatesIn(text);
  const bySentence = Map.groupBy(described, ({ at }) => at);
  const chosen = [...bySentence.values()].flatMap(surestOf);
  const found: DetectedPart[] = [];
  const taken = new Set<string>();
  for (const [index, { one, likelihood }] of chosen.entries()) {
    const next = chosen[index + 1]?.one.start ?? Infinity;
    const beside = [...(bySentence.get(one.at) ?? []), ...(bySentence.get(one.at + 1) ?? [])];
    const { ruled, mention, reading, features } = showing(one, beside, read, next);
    // Where the rules saw the same part, they know better where its words begin and end.
    const isFree = ruled !== undefined && ruled.start >= (found.at(-1)?.end ?? 0) && ruled.end <= next;
    const { start, end } = isFree ? ruled : one;
    const role = likeliestRole(features);
    const kinds = reading.kinds.filter((kind) => kind.role === role);
    const name = nameFor(mention, read.folded.slice(start, end), kinds, taken);
    taken.add(name);
    found.push({ quote: text.slice(start, end), start, end, role, name, confidence: Math.round(likelihood * 100) / 100 });
  }
  return found;
}

/** The likeliest stretches of one sentence that have no word in common, in order. */
function surestOf(described: readonly Described[]): Sure[] {
  const kept: Sure[] = [];
  const sure = described
    .map((one) => ({ one, likelihood: likelihoodOfPart([...one.words, ...one.place]) }))
    .filter(({ likelihood }) => likelihood >= ENOUGH)
    .toSorted((one, other) => other.likelihood - one.likelihood || one.one.start - other.one.start);
  for (const each of sure) if (kept.every(({ one }) => one.end <= each.one.start || one.start >= each.one.end)) kept.push(each);
  return kept.toSorted((one, other) => one.one.start - other.one.start);
}
