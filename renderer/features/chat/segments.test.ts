import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../shared/entities/session.ts';
import { ProposalId } from '../../../shared/ids.ts';
import { findQuotes, segmentText } from './segments.ts';

const proposalId = ProposalId.parse('01936b5e-8f00-7000-8000-000000000001');
const mark = (start: number, end: number): Mark => ({ start, end, role: 'manager', proposalId });
const drawn = (text: string, marks: Mark[], found: { start: number; end: number }[] = []) =>
  segmentText(text, marks, found).map((segment) => {
    const words = segment.pieces.map((piece) => (piece.found ? `<${piece.text}>` : piece.text)).join('');
    return segment.mark ? `[${words}]` : words;
  });

describe('segmentText', () => {
  it('keeps a text without marks whole', () => {
    expect(drawn('a b', [])).toEqual(['a b']);
    expect(drawn('', [])).toEqual([]);
  });

  it('cuts at marks, in the order of the text', () => {
    expect(drawn('one two three', [mark(8, 13), mark(0, 3)])).toEqual(['[one]', ' two ', '[three]']);
  });

  it('keeps the first of overlapping marks and clips what lies outside', () => {
    expect(drawn('one two', [mark(0, 5), mark(4, 7)])).toEqual(['[one t]', 'wo']);
    expect(drawn('one', [mark(1, 99), mark(50, 60)])).toEqual(['o', '[ne]']);
    expect(drawn('one', [mark(3, 3)])).toEqual(['one']);
  });

  it('points out found words inside and across marks', () => {
    expect(drawn('one two three', [mark(4, 7)], [{ start: 2, end: 6 }])).toEqual(['on<e >', '[<tw>o]', ' three']);
  });

  it('loses no character', () => {
    const text = 'Ünïcode 🌱 and שלום';
    const all = segmentText(text, [mark(2, 9), mark(12, 15)], [{ start: 8, end: 14 }]);
    expect(all.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('')).toBe(text);
  });
});

describe('findQuotes', () => {
  it('finds words that are there and leaves out the others', () => {
    expect(findQuotes('so it goes', ['it', 'never', ''])).toEqual([{ start: 3, end: 5 }]);
  });
});
