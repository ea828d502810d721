import { describe, expect, it } from 'vitest';
import { lossWords } from './merge-words.ts';

describe('what a merge says that goes', () => {
  it('is the name at least, and whatever one part can have only once', () => {
    expect(lossWords({ fields: ['name'], between: [], outdone: [] })).toBe('Of the other part goes: its name.');
    expect(lossWords({ fields: ['name', 'role', 'hue'], between: [], outdone: [] })).toContain('its name, its role, and its colour');
  });
});
