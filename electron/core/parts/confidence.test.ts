import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceKinds } from '../../../shared/entities/part.ts';
import { EVIDENCE_HALF_LIFE_DAYS, confidenceFrom, evidenceWeights } from './confidence.ts';

const DAY = 86_400_000;
const now = 2000 * DAY;
const evidence = fc.record({ kind: fc.constantFrom(...evidenceKinds), observedAt: fc.integer({ min: 0, max: now }) });
const some = fc.array(evidence, { maxLength: 40 });

describe('confidence', () => {
  it('is nothing without evidence, and the weight of one piece on its day', () => {
    expect(confidenceFrom([], now)).toBe(0);
    for (const kind of evidenceKinds) expect(confidenceFrom([{ kind, observedAt: now }], now)).toBeCloseTo(evidenceWeights[kind], 12);
  });

  it('of one piece halves with every half-life', () => {
    const observedAt = now - EVIDENCE_HALF_LIFE_DAYS * DAY;
    expect(confidenceFrom([{ kind: 'pattern', observedAt }], now)).toBeCloseTo(evidenceWeights.pattern / 2, 12);
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
