import { describe, expect, it } from 'vitest';
import { askGently, askedIn } from './safety-words.ts';

const turns = [0, 1, 2, 3, 4];
const all = (['crisis', 'concern'] as const).flatMap((label) => turns.map((turn) => [label, askGently(label, turn)] as const));

describe('asking gently', () => {
  it.each(all)('in %s keeps to the voice: %s', (_, words) => {
    expect(words).not.toMatch(/!|\p{Extended_Pictographic}/u);
    expect(words).not.toMatch(/\b(?:depress|disorder|diagnos|symptom|patient|suicidal)/i);
    expect(words).toContain('?');
    expect(words.length).toBeLessThan(280);
  });

  it.each(all)('in %s asks one thing: %s', (_, words) => {
    expect(words.match(/\?/gu)).toHaveLength(1);
    expect(words).toMatch(/\?$/u);
  });

  it('does not say the same twice in a row, and never runs out', () => {
    for (const label of ['crisis', 'concern'] as const) {
      expect(new Set(turns.map((turn) => askGently(label, turn))).size).toBe(turns.length);
      expect(askGently(label, 1_000_020)).toBe(askGently(label, 1_000_020 + 30));
    }
  });

  it('passes over words that were said lately, as long as there are others', () => {
    const first = askGently('concern', 0);
    expect(askGently('concern', 0, [`Hello. ${first}`])).toBe(askGently('concern', 1));
    const everything = Array.from({ length: 30 }, (_, turn) => askGently('concern', turn));
    expect(askGently('concern', 0, everything)).toBe(first);
  });

  it('can be recognised in a reply, with what it asked about', () => {
    for (const [label, words] of all) if (label === 'crisis') expect(askedIn(`${words}\n\nMore.`)).toBe('danger');
    expect(askedIn(askGently('concern', 0))).toBe('safety');
    expect(askedIn('Are you sure?')).toBeNull();
  });
});
