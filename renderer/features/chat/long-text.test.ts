import { describe, expect, it } from 'vitest';
import { FOLD_ABOVE, blocksOf, foldAt } from './long-text.ts';

describe('foldAt', () => {
  it('leaves a text of a few pages whole', () => {
    expect(foldAt('word '.repeat(FOLD_ABOVE / 5))).toBeNull();
  });

  it('cuts a long text at a space', () => {
    const text = 'word '.repeat(FOLD_ABOVE);
    const cut = foldAt(text) ?? 0;
    expect(text.slice(0, cut).endsWith('word')).toBe(true);
  });

  it('cuts a text without spaces between symbols', () => {
    const text = `a${'🌱'.repeat(FOLD_ABOVE)}`;
    expect(text.slice(0, foldAt(text) ?? 0).isWellFormed()).toBe(true);
  });
});

describe('blocksOf', () => {
  it('covers the text without a gap and cuts at line breaks only', () => {
    const text = `${'line of words\n'.repeat(5_000)}the end`;
    const blocks = blocksOf(text);
    expect(blocks.length).toBeGreaterThan(5);
    expect(blocks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    expect(blocks.slice(0, -1).every(({ end }) => text[end - 1] === '\n')).toBe(true);
  });

  it('has one block for a short text and none for an empty one', () => {
    expect(blocksOf('short')).toEqual([{ start: 0, end: 5 }]);
    expect(blocksOf('')).toEqual([]);
  });
});
