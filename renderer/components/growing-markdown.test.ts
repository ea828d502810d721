import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { closedForNow, settledLength } from './growing-markdown.ts';

const settled = (text: string) => text.slice(0, settledLength(text));

describe('the settled part of a text that grows', () => {
  it('ends after the last whole block', () => {
    expect(settled('One line')).toBe('');
    expect(settled('One.\n\nTwo')).toBe('One.\n\n');
    expect(settled('One.\n\nTwo.\n\n')).toBe('One.\n\n');
  });

  it('does not part a list, a quote or a fence', () => {
    expect(settled('One.\n\n- a\n\n- b')).toBe('');
    expect(settled('```\none\n\ntwo')).toBe('');
    expect(settled('```\none\n\ntwo\n```\n\nThree')).toBe('```\none\n\ntwo\n```\n\n');
  });

  it('never becomes less while words are added', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a ', '\n', '\n\n', '- b', '1. c', '```', '> q', 'Word'), { maxLength: 40 }), (pieces) => {
        let text = '';
        let before = '';
        for (const piece of pieces) {
          text += piece;
          const now = settled(text);
          // A fence that opens in what follows can't unsettle what stood before it.
          expect(now.startsWith(before)).toBe(true);
          before = now;
        }
      }),
    );
  });
});

describe('a block that is still being written', () => {
  it.each([
    ['It is **bo', 'It is **bo**'],
    ['It is **bold**', 'It is **bold**'],
    ['It is *so', 'It is *so*'],
    ['Say `x', 'Say `x`'],
    ['See [the path](https://exam', 'See the path'],
    ['See [the pa', 'See the pa'],
    ['See [it](https://example.org)', 'See [it](https://example.org)'],
    ['A line\n-', 'A line\n'],
    ['A line\n==', 'A line\n'],
    ['A list\n\n- one\n- ', 'A list\n\n- one\n'],
    ['A list\n\n1. one\n2.', 'A list\n\n1. one\n'],
    ['It is **', 'It is '],
    ['* one\n* two', '* one\n* two'],
    ['```\nlet **x', '```\nlet **x'],
  ])('%j is shown as %j', (written, shown) => {
    expect(closedForNow(written)).toBe(shown);
  });
});
