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

/** Days after which a piece of evidence counts half: parts that have been quiet for a season fade, and none is forgotten at once. */
export const EVIDENCE_HALF_LIFE_DAYS = 180;

const DAY_MS = 86_400_000;

type Piece = { kind: EvidenceKind; observedAt: number };

/**
 * Strength of the evidence, 0 to 1: a noisy-or, 1 − ∏(1 − weight · 2^(−age / half-life)).
 * Each piece is an independent, weak reason, so more evidence never lowers confidence and no finite amount makes it certain
 * (J. Pearl, Probabilistic Reasoning in Intelligent Systems, 1988, section 4.3.2).
 * @param now milliseconds UTC; evidence from later than this counts as new.
 */
export function confidenceFrom(evidence: readonly Piece[], now: number): number {
  const doubt = evidence.reduce((product, { kind, observedAt }) => {
    const ageDays = Math.max(0, now - observedAt) / DAY_MS;
    return product * (1 - evidenceWeights[kind] * 2 ** (-ageDays / EVIDENCE_HALF_LIFE_DAYS));
  }, 1);
  // Very much evidence would be rounded up to certainty.
  return Math.min(1 - Number.EPSILON, Math.max(0, 1 - doubt));
}

/**
 * The confidence kept with a part: that of its evidence on the day of the newest piece, unless its person has judged it themselves.
 * It follows from the evidence and judgements alone and not from today's date, so that undoing a change brings back exactly
 * the number there was, and a part one has not written about does not change behind one's back.
 * @param judged the person's own newest identification, 0 to 1, which outranks any sum of evidence; null without one.
 */
export function keptConfidence(evidence: readonly Piece[], judged: number | null): number {
  if (judged !== null) return judged;
  return confidenceFrom(evidence, Math.max(0, ...evidence.map(({ observedAt }) => observedAt)));
}
