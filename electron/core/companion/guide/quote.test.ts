import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoted, tellingWords } from './quote.ts';

describe('the person’s words in quotation marks', () => {
  it('are theirs, letter by letter, and hold nothing that would end or ask', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (words) => {
        const quote = quoted(words);
        if (quote === null) return;
        const inside = quote.slice(1, -1).replace(/…$/u, '');
        expect(words).toContain(inside);
        expect(inside).not.toMatch(/[?!“”"\n]/u);
        expect(quote.isWellFormed()).toBe(true);
        expect(quote.length).toBeLessThan(150);
      }),
    );
  });

  it('are cut between words, and end before marks of their own', () => {
    expect(quoted(`it said ${'and more '.repeat(60)}`)).toMatch(/^“it said (?:and more )+(?:and|more|and more)…”$/u);
    expect(quoted('so tired. ')).toBe('“so tired”');
    expect(quoted('why me? again')).toBe('“why me”');
    expect(quoted('she said "no" to me')).toBe('“she said”');
  });

  it('are left out when hardly any are left', () => {
    for (const words of ['', '?', '!!!', '“hm”', 'a', '12', '🌱 grow']) expect(quoted(words)).toBeNull();
  });

  it('are taken from the sentence that tells of a feeling, else from the first', () => {
    expect(tellingWords('The bus was late. I felt so small there. Then it rained.')).toBe('“I felt so small there”');
    expect(tellingWords('The bus was late. Then it rained.')).toBe('“The bus was late”');
    expect(tellingWords('…')).toBeNull();
  });
});
