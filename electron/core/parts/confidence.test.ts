import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceKinds } from '../../../shared/entities/part.ts';
import { EVIDENCE_HALF_LIFE_DAYS, confidenceFrom, evidenceWeights, keptConfidence, shownConfidence } from './confidence.ts';

const DAY = 86_400_000;
const now = 2000 * DAY;
const evidence = fc.record({ kind: fc.constantFrom(...evidenceKinds), observedAt: fc.integer({ min: 0, max: now }) });
const some = fc.array(evidence, { maxLength: 40 });

describe('confidence', () => {
  it('is nothing without evidence, and the weight of one piece on its day', () => {
    expect(confidenceFrom([], now)).toBe(0);
    for (const kind of evidenceKinds) expect(confidenceFrom([{ kind, observedAt: now }], now)).toBeCloseTo(evidenceWeights[kind], 12);
  });

  it('of one piece takes away half as much doubt, as a power, after every half-life', () => {
    const observedAt = now - EVIDENCE_HALF_LIFE_DAYS * DAY;
    expect(confidenceFrom([{ kind: 'pattern', observedAt }], now)).toBeCloseTo(1 - (1 - evidenceWeights.pattern) ** 0.5, 12);
    expect(confidenceFrom([{ kind: 'pattern', observedAt }], now + EVIDENCE_HALF_LIFE_DAYS * DAY)).toBeCloseTo(
      1 - (1 - evidenceWeights.pattern) ** 0.25,
      12,
    );
  });

  it('as it is kept and shown never falls with more evidence, falls with time alone, and is what the evidence comes to on that day', () => {
    const later = fc.record({ kind: fc.constantFrom(...evidenceKinds), observedAt: fc.integer({ min: now, max: now + 1000 * DAY }) });
    const newest = (all: readonly { observedAt: number }[]) => Math.max(0, ...all.map(({ observedAt }) => observedAt));
    const shown = (all: Parameters<typeof keptConfidence>[0], day: number) => shownConfidence(keptConfidence(all, null), newest(all), day);
    fc.assert(
      fc.property(some, fc.oneof(evidence, later), fc.nat({ max: 1000 }), (all, more, days) => {
        const day = Math.max(now, more.observedAt) + days * DAY;
        expect(shown([...all, more], day)).toBeGreaterThanOrEqual(shown(all, day) - 1e-12);
        expect(shown(all, day)).toBeLessThanOrEqual(shown(all, now) + 1e-12);
        expect(shown(all, day)).toBeCloseTo(confidenceFrom(all, day), 10);
      }),
      { numRuns: 1000 },
    );
  });

  it('of two independent pieces is what they leave no doubt about', () => {
    const two = [
      { kind: 'direct_mention', observedAt: now },
      { kind: 'body', observedAt: now },
    ] as const;
    expect(confidenceFrom(two, now)).toBeCloseTo(1 - 0.65 * 0.85, 12);
  });

  it('stays between nothing and certainty, and reaches certainty never', () => {
    fc.assert(
      fc.property(some, (all) => {
        const confidence = confidenceFrom(all, now);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThan(1);
      }),
    );
    const many = Array.from({ length: 10_000 }, () => ({ kind: 'direct_mention' as const, observedAt: now }));
    expect(confidenceFrom(many, now)).toBeLessThan(1);
  });

  it('never falls with more evidence, whatever the order, and never rises with time alone', () => {
    fc.assert(
      fc.property(some, evidence, fc.nat({ max: 1000 }), (all, more, days) => {
        const confidence = confidenceFrom(all, now);
        expect(confidenceFrom([...all, more], now)).toBeGreaterThanOrEqual(confidence);
        expect(confidenceFrom(all.toReversed(), now)).toBeCloseTo(confidence, 12);
        expect(confidenceFrom(all, now + days * DAY)).toBeLessThanOrEqual(confidence);
      }),
    );
  });

  it('takes evidence from a clock that ran ahead as new', () => {
    expect(confidenceFrom([{ kind: 'body', observedAt: now + 400 * DAY }], now)).toBe(
      confidenceFrom([{ kind: 'body', observedAt: now }], now),
    );
  });
});
