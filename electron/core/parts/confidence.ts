import type { EvidenceKind } from '../../../shared/entities/part.ts';

/**
 * How much one piece of evidence, on the day it was written, says that a part is there: the chance that it alone would be enough.
 * Someone naming a part says most; a body sense could come from much else.
 */
export const evidenceWeights: Readonly<Record<EvidenceKind, number>> = {
  direct_mention: 0.35,
  pattern: 0.3,
  behaviour: 0.25,
  emotion: 0.2,
  body: 0.15,
};

/** Days after which what a piece of evidence says counts half: parts that have been quiet for a season fade, and none is forgotten at once. */
export const EVIDENCE_HALF_LIFE_DAYS = 180;

const DAY_MS = 86_400_000;
export const EVIDENCE_HALF_LIFE_MS = EVIDENCE_HALF_LIFE_DAYS * DAY_MS;

type Piece = { kind: EvidenceKind; observedAt: number };

/** How much of it is left after a time: 1 at first, a half after a half-life. */
const left = (sinceMs: number): number => 2 ** (-Math.max(0, sinceMs) / EVIDENCE_HALF_LIFE_MS);

/**
 * Strength of the evidence on a day, 0 to 1: a noisy-or in which the doubt each piece takes away is half as much, as a power, after each half-life,
 * 1 − ∏(1 − weight)^(2^(−age / half-life)).
 * Each piece is an independent, weak reason, so on any day more evidence never lowers confidence and no finite amount makes it certain
 * (J. Pearl, Probabilistic Reasoning in Intelligent Systems, 1988, section 4.3.2). Halving the power and not the weight is what lets a whole sum
 * of evidence fade as one number does: see `shownConfidence`.
 * @param now milliseconds UTC; evidence from later than this counts as new.
 */
export function confidenceFrom(evidence: readonly Piece[], now: number): number {
  const doubt = evidence.reduce((product, { kind, observedAt }) => product * (1 - evidenceWeights[kind]) ** left(now - observedAt), 1);
  // Very much evidence would be rounded up to certainty.
  return Math.min(1 - Number.EPSILON, Math.max(0, 1 - doubt));
}

/**
 * The confidence kept with a part: that of its evidence on the day of the newest piece, unless its person has judged it themselves.
 * It follows from the evidence and judgements alone and not from today's date, so that undoing a change brings back exactly
 * the number there was. As it is of that day, two of them can’t be compared: what is shown, and sorted by, is `shownConfidence`.
 * @param judged the person's own newest identification, 0 to 1, which outranks any sum of evidence; null without one.
 */
export function keptConfidence(evidence: readonly Piece[], judged: number | null): number {
  if (judged !== null) return judged;
  return confidenceFrom(evidence, Math.max(0, ...evidence.map(({ observedAt }) => observedAt)));
}

/**
 * What is left of a kept confidence: the same as `confidenceFrom` on that day, from the kept number alone. A person's own judgement does not fade.
 * The part repository says the same in SQL.
 * @param seenAt when the newest piece was written.
 * @param now milliseconds UTC.
 */
export const shownConfidence = (kept: number, seenAt: number, now: number): number => 1 - (1 - kept) ** left(now - seenAt);

/** The day confidence is shown for, so that it does not change between the pages of a list: its beginning, in UTC. */
export const shownDay = (now: number): number => Math.floor(now / DAY_MS) * DAY_MS;
