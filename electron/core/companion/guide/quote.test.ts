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
  });

  it('never stop in the middle of a clause because somebody else is quoted in it', () => {
    expect(quoted('she said "no" to me')).toBeNull();
    expect(tellingWords('And I said "no way" to her, she said "fine"')).toBeNull();
    expect(tellingWords('I feel sad because my mum said "you never call" and I never know what to say')).toBe('“I feel sad”');
    expect(tellingWords('She went “why you”. I was so angry then.')).toBe('“I was so angry then”');
  });

  it('are left out when hardly any are left', () => {
    for (const words of ['', '?', '!!!', '“hm”', 'a', '12', '🌱 grow']) expect(quoted(words)).toBeNull();
  });

  it('are taken from the sentence that tells of a feeling, else from the first', () => {
    expect(tellingWords('The bus was late. I felt so small there. Then it rained.')).toBe('“I felt so small there”');
    expect(tellingWords('The bus was late. Then it rained.')).toBe('“The bus was late”');
    expect(tellingWords('…')).toBeNull();
  });

  it.each([
    ...['yes', 'first', 'a bit', 'No.', 'the second one I guess', 'not really', 'ok', 'Well, anyway', 'no way', 'Yes, I think so.', 'lol'],
    ...['who can I call', 'What should I do', 'can you help me?', 'is it bad', 'Why me? Why?', 'How do I end the session'],
    ...['The Planner', 'My Inner Judge.'],
  ])('are not taken from a short answer, a question or a bare name: %s', (text) => {
    expect(tellingWords(text)).toBeNull();
  });

  it.each([
    ['And then I went home alone', '“I went home alone”'],
    ['Yes, it is afraid of being laughed at', '“it is afraid of being laughed at”'],
    ['grey', '“grey”'],
    ['so tired of it', '“so tired of it”'],
    ['no one is here', '“no one is here”'],
    ['in my chest', '“in my chest”'],
    ['What I want is to sleep', '“What I want is to sleep”'],
    ['Is that so? I never wanted any of it.', '“I never wanted any of it”'],
    ['The Planner is tired', '“The Planner is tired”'],
    ['Nothing matters to her', '“Nothing matters to her”'],
  ])('are taken without what only leads into them: %s', (text, words) => {
    expect(tellingWords(text)).toBe(words);
  });
});
