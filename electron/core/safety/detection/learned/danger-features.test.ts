import { describe, expect, it } from 'vitest';
import { dangerFeatures, nameOf, readWords } from './danger-features.ts';
import { dangerJudge } from './danger-model.ts';

describe('what the model is told about words', () => {
  it('names what they have in common, whatever the words', () => {
    const tablets = readWords('i keep counting the tablets', nameOf);
    const pills = readWords('i was counting my pills', nameOf);
    expect(tablets).toContain('t:i+means');
    expect(pills).toContain('t:i+means');
    expect(tablets).toContain('w:tablet');
  });

  it('tells who is spoken of and whether it is denied', () => {
    expect(readWords('he hit the wall', nameOf)).toContain('t:they+blows');
    expect(readWords('it is not goodbye', nameOf)).toContain('t:not+goodbye');
    expect(readWords('it is goodbye', nameOf)).not.toContain('t:not+goodbye');
  });

  it('passes on what the rules say', () => {
    const signs = [{ family: 'threat', thing: 'threat', weight: 'danger', at: 0 }] as const;
    const features = dangerFeatures([], { signs, ruled: 'crisis', isDenied: true }, nameOf);
    expect([...features].toSorted()).toEqual(['denied:', 'family:threat', 'rule:crisis', 'sign:danger']);
  });
});

describe('the model', () => {
  it('turns weights in hundredths into likelihoods that leave room for neither, each feature counted once', () => {
    const { vocabulary, likelihoodOf } = dangerJudge({ bias: [0, 0], weights: { 'w:a': [100, 0] } });
    const { crisis, concern } = likelihoodOf(new Set(readWords('a x a', vocabulary)));
    expect(crisis).toBeCloseTo(Math.E / (Math.E + 2), 10);
    expect(concern).toBeCloseTo(1 / (Math.E + 2), 10);
  });

  it('stays a number when very many features agree', () => {
    const { crisis } = dangerJudge({ bias: [900_000, 0], weights: {} }).likelihoodOf(new Set());
    expect(crisis).toBe(1);
  });
});
