import type { RouteOutput } from '../../../shared/contracts/index.ts';
import type { Assessment } from '../../../shared/entities/assessment.ts';
import type { Evidence } from '../../../shared/entities/part.ts';
import { evidenceWeights, shownConfidence } from './confidence.ts';

/**
 * How a part's confidence came about, moment by moment, oldest first: each piece of evidence, each of the person's own judgements, and how it stands
 * today if it has faded since.
 * @param today the day it is told for, in milliseconds UTC.
 */
export function confidenceOverTime(
  evidence: readonly Evidence[],
  assessments: readonly Assessment[],
  today: number,
): RouteOutput<'parts.confidence'> {
  const moments = [
    ...evidence.map((piece) => ({ at: piece.observedAt, piece, score: null })),
    ...assessments.flatMap(({ by, createdAt, judgement }) =>
      by === 'user' && judgement.type === 'identification' ? [{ at: createdAt, piece: null, score: judgement.score }] : [],
    ),
  ].toSorted((a, b) => a.at - b.at);
  const told: RouteOutput<'parts.confidence'> = [];
  let strength = 0;
  let judged: number | null = null;
  let latest = 0;
  for (const { at, piece, score } of moments) {
    strength = shownConfidence(strength, latest, at);
    const before = judged ?? strength;
    if (piece) strength = 1 - (1 - strength) * (1 - evidenceWeights[piece.kind]);
    judged = score ?? judged;
    latest = at;
    const reason = piece ? 'evidence' : 'judgement';
    told.push({ at, before, confidence: judged ?? strength, reason, evidenceId: piece?.id ?? null, quote: piece?.quote ?? null });
  }
  if (judged === null && moments.length > 0 && today > latest) {
    const confidence = shownConfidence(strength, latest, today);
    told.push({ at: today, before: confidence, confidence, reason: 'today', evidenceId: null, quote: null });
  }
  return told;
}
