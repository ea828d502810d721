import { describe, expect, it } from 'vitest';
import { noteName, noteSubject } from './note-words.ts';

describe('a note', () => {
  it('is called by its title, else by the beginning of its first line', () => {
    expect(noteName({ title: 'Dear Planner', content: 'Thank you.' })).toBe('Dear Planner');
    expect(noteName({ title: ' ', content: '\n Ask it about the stairs.\nAnd the door.' })).toBe('Ask it about the stairs.');
    expect(noteName({ title: '', content: 'word '.repeat(50) })).toMatch(/^(?:word )+word…$/u);
  });

  it('is told with whom it is about, also when that part is gone', () => {
    expect(noteSubject('letter', 'Alma')).toBe('Letter to Alma');
    expect(noteSubject('note', 'Alma')).toBe('Note about Alma');
    expect([noteSubject('letter', null), noteSubject('note', null)]).toEqual(['Letter', 'Note']);
  });
});
