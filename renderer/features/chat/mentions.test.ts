import { describe, expect, it } from 'vitest';
import { completeMention, mentionAt, mentionsFor } from './mentions.ts';

const parts = ['The Planner', 'Alma', 'The Small One', 'Émile'].map((name, index) => ({ id: String(index), name }));

describe('a name after an @', () => {
  it.each([
    ['@', 1, { at: 0, typed: '' }],
    ['@Pl', 3, { at: 0, typed: 'Pl' }],
    ['today @the pl', 13, { at: 6, typed: 'the pl' }],
    ['today @the pl and more', 13, { at: 6, typed: 'the pl' }],
    ['(@al', 4, { at: 1, typed: 'al' }],
    ['one\n@', 5, { at: 4, typed: '' }],
  ])('is being typed in %j at %i', (text, cursor, begun) => expect(mentionAt(text, cursor)).toEqual(begun));

  it.each([
    ['me@example', 10],
    ['no sign', 7],
    ['@ alone', 7],
    ['@Alma\nnext', 10],
    [`@${'x'.repeat(60)}`, 61],
  ])('is not being typed in %j at %i', (text, cursor) => expect(mentionAt(text, cursor)).toBeNull());

  it('finds parts by the beginning of their name or of a word in it, whatever the letter case', () => {
    const names = (typed: string) => mentionsFor(parts, typed, 8).map(({ name }) => name);
    expect(names('pl')).toEqual(['The Planner']);
    expect(names('the')).toEqual(['The Planner', 'The Small One']);
    expect(names('ÉM')).toEqual(['Émile']);
    expect(names('lma')).toEqual([]);
    expect(mentionsFor(parts, '', 2)).toHaveLength(2);
  });

  it('is put in place of what was typed, with the cursor behind it', () => {
    const text = 'today @pl and more';
    const begun = mentionAt(text, 9);
    if (!begun) throw new Error('Nothing is being typed.');
    expect(completeMention(text, 9, begun, 'The Planner')).toEqual({ text: 'today @The Planner and more', cursor: 18 });
    expect(completeMention('@', 1, { at: 0, typed: '' }, 'Alma')).toEqual({ text: '@Alma ', cursor: 6 });
  });
});
