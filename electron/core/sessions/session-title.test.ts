import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleFrom } from './session-title.ts';

const symbolsOf = (text: string) => [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)];

describe('a session’s title', () => {
  it.each([
    ['I could not sleep.', 'I could not sleep'],
    ['Why does it always end this way? I wonder.', 'Why does it always end this way?'],
    ['Hi. I am tired of all of it. Truly.', 'Hi. I am tired of all of it'],
    ['  so\n\n many   spaces ', 'so many spaces'],
    ['', 'A quiet session'],
    [undefined, 'A quiet session'],
    ['yes', 'yes'],
    ['אני עייף מאוד היום', 'אני עייף מאוד היום'],
  ])('of %j is %j', (words, title) => {
    expect(titleFrom(words)).toBe(title);
  });

  it('is cut between words, with three dots', () => {
    expect(titleFrom('It was one of those evenings on which nothing at all would come to rest in me')).toBe(
      'It was one of those evenings on which nothing at all would…',
    );
  });

  it('has at most sixty symbols and never half of one, whatever was written', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: fc.constantFrom('👨‍👩‍👧‍👦', 'é', ' ', '𝒳', '.'), maxLength: 200 }),
    );
    fc.assert(
      fc.property(words, (text) => {
        const title = titleFrom(text);
        expect(title.isWellFormed()).toBe(true);
        expect(title).not.toBe('');
        expect(symbolsOf(title).length).toBeLessThanOrEqual(60);
      }),
    );
    expect(titleFrom('👨‍👩‍👧‍👦'.repeat(70))).toBe(`${'👨‍👩‍👧‍👦'.repeat(59)}…`);
  });

  it('of a very long entry does not take long to find', () => {
    expect(titleFrom('a'.repeat(1_048_576))).toBe(`${'a'.repeat(59)}…`);
  });
});
