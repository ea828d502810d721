import { describe, expect, it } from 'vitest';
import { ProposalId } from '../../../shared/ids.ts';
import { shiftMarks, widened, withoutWords } from './cut-words.ts';

const cut = (text: string, words: string): string => {
  const start = text.indexOf(words);
  const stretch = widened(text, { start, end: start + words.length });
  return text.slice(0, stretch.start) + text.slice(stretch.end);
};

const proposalId = ProposalId.parse('01900000-0000-7000-8000-000000000001');

describe('taking words out of a text', () => {
  it('leaves no double space behind, at the start, in the middle and at the end', () => {
    expect(cut('One. Two. Three.', 'One.')).toBe('Two. Three.');
    expect(cut('One. Two. Three.', 'Two.')).toBe('One. Three.');
    expect(cut('One. Two. Three.', 'Three.')).toBe('One. Two.');
    expect(cut('One.\nTwo.\nThree.', 'Two.')).toBe('One.\n\nThree.');
  });

  it('finds them again with other capitals and spaces, and only as words of their own', () => {
    expect(withoutWords('I said: part of  ME\ncounts. And on.', 'Part of me counts.')).toBe('I said: And on.');
    expect(withoutWords('Heart and art.', 'art')).toBe('Heart and');
    expect(withoutWords('Nothing of it.', 'something else')).toBe('Nothing of it.');
    expect(withoutWords('a 🌱 b', '🌱')).toBe('a b');
  });

  it('moves marks that come after and drops those it touches', () => {
    const mark = (start: number, end: number) => ({ start, end, role: 'manager' as const, proposalId });
    expect(shiftMarks([mark(0, 4), mark(3, 8), mark(10, 14)], { start: 5, end: 10 })).toEqual([mark(0, 4), mark(5, 9)]);
  });
});
