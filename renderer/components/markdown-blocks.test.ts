import { describe, expect, it } from 'vitest';
import { FIRST_LENGTH, cutAt, isReadable, markdownBlocks } from './markdown-blocks.ts';

describe('a long text', () => {
  it('is cut between paragraphs, and nothing of it is lost', () => {
    const text = 'A paragraph about the sea.\n\n'.repeat(40_000);
    const blocks = markdownBlocks(text);
    expect(blocks.join('')).toBe(text);
    expect(blocks[0]?.length).toBeLessThanOrEqual(FIRST_LENGTH);
    expect(blocks.every((block) => block.endsWith('\n\n'))).toBe(true);
  });

  it('is cut between words when it has no lines, and never inside a symbol', () => {
    expect(cutAt('one two three', 9)).toBe(8);
    expect(cutAt('🌲🌲🌲', 3)).toBe(2);
    expect(markdownBlocks('🌲'.repeat(40_000)).every((block) => block.isWellFormed())).toBe(true);
  });

  it('stays whole when it is short', () => {
    expect(markdownBlocks('Short.')).toEqual(['Short.']);
    expect(markdownBlocks('')).toEqual([]);
  });
});

describe('what would take too long to read as Markdown', () => {
  it.each(['> '.repeat(5000), '- '.repeat(300) + 'x', '['.repeat(5000), '*a **a '.repeat(3000), '`'.repeat(1000) + 'x'])(
    'is found',
    (text) => {
      expect(isReadable(text)).toBe(false);
    },
  );

  it.each([
    '# A heading\n\nSome *words* and a [link](https://example.org).',
    '> a quote\n> > inside another',
    '- one\n  - two',
    '*'.repeat(60),
  ])('is not what people write', (text) => {
    expect(isReadable(text)).toBe(true);
  });
});
