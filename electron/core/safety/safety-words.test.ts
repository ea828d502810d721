import { describe, expect, it } from 'vitest';
import { askGently } from './safety-words.ts';

const turns = [0, 1, 2, 3, 4];
const all = (['crisis', 'concern'] as const).flatMap((label) => turns.map((turn) => [label, askGently(label, turn)] as const));

describe('asking gently', () => {
  it.each(all)('in %s keeps to the voice: %s', (_, words) => {
    expect(words).not.toMatch(/!|\p{Extended_Pictographic}/u);
    expect(words).not.toMatch(/\b(?:depress|disorder|diagnos|symptom|patient|suicidal)/i);
    expect(words).toContain('?');
    expect(words.length).toBeLessThan(280);
  });

  it('does not say the same twice in a row, and never runs out', () => {
    for (const label of ['crisis', 'concern'] as const) {
      expect(new Set(turns.map((turn) => askGently(label, turn))).size).toBe(turns.length);
      expect(askGently(label, 1_000_005)).toBe(askGently(label, 0));
    }
  });

  it('says that it is software somewhere among the words for each', () => {
    for (const label of ['crisis', 'concern'] as const)
      expect(turns.some((turn) => /software|program/.test(askGently(label, turn)))).toBe(true);
  });
});
