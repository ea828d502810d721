import { describe, expect, it } from 'vitest';
import { dangerFeatures, readWords } from './danger-features.ts';
import { likelihoodsOf } from './danger-model.ts';

const nothingRuled = { signs: [], ruled: 'none', isDenied: false } as const;

describe('what the model is told about words', () => {
  it('names what they have in common, whatever the words', () => {
    const tablets = readWords('i keep counting the tablets').features;
    const pills = readWords('i was counting my pills').features;
    expect(tablets).toContain('t:i+means');
    expect(pills).toContain('t:i+means');
    expect(tablets).toContain('w:tablet');
  });

  it('tells who is spoken of and whether it is denied', () => {
    expect(readWords('he hit the wall').features).toContain('t:they+blows');
    expect(readWords('it is not goodbye').features).toContain('t:not+goodbye');
    expect(readWords('it is goodbye').features).not.toContain('t:not+goodbye');
  });

  it('joins the themes of a sentence with those of the next, and not of one far off', () => {
    const near = dangerFeatures([readWords('i gave the dog away'), readWords('goodbye')], nothingRuled);
    const far = dangerFeatures([readWords('i gave the dog away'), readWords('rain'), readWords('goodbye')], nothingRuled);
    expect(near).toContain('p:goodbye+pets');
    expect(far).not.toContain('p:goodbye+pets');
  });

  it('passes on what the rules say', () => {
    const features = dangerFeatures([], {
      signs: [{ family: 'threat', thing: 'threat', weight: 'danger', at: 0 }],
      ruled: 'crisis',
      isDenied: true,
    });
    expect([...features].toSorted()).toEqual(['denied', 'family:threat', 'rule:crisis', 'sign:danger']);
  });
});

describe('the model', () => {
  it('turns weights in hundredths into likelihoods that leave room for neither, each feature counted once', () => {
    const { crisis, concern } = likelihoodsOf({ bias: [0, 0], weights: { 'w:a': [100, 0] } })(['w:a', 'w:unknown', 'w:a']);
    expect(crisis).toBeCloseTo(Math.E / (Math.E + 2), 10);
    expect(concern).toBeCloseTo(1 / (Math.E + 2), 10);
  });

  it('stays a number when very many features agree', () => {
    const { crisis } = likelihoodsOf({ bias: [900_000, 0], weights: {} })([]);
    expect(crisis).toBe(1);
  });
});
