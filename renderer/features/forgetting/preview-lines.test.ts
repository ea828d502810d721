import { describe, expect, it } from 'vitest';
import type { ForgettingPreview } from '../../../shared/entities/forgetting.ts';
import { previewLines, stayingWords } from './preview-lines.ts';

const nothing: ForgettingPreview = {
  ...{ messages: 0, sessions: 0, proposals: 0, evidence: 0, parts: [], notes: 0, checkIns: 0, insights: 0 },
  ...{ beliefs: 0, memoryVersions: 0, actions: 0, backups: 0, staying: [], relationships: 0, assessments: 0 },
  shown: { notes: [], evidence: [], beliefs: [] },
};

const wordsOf = (...given: Parameters<typeof previewLines>): string[] => previewLines(...given).map(({ words }) => words);

describe('what is said before forgetting', () => {
  it('names what goes and nothing there is none of', () => {
    expect(wordsOf({ ...nothing, messages: 2, evidence: 1, parts: ['The Critic'], backups: 1 }, 'message')).toEqual([
      '2 messages',
      '1 piece of evidence',
      'Words of “The Critic”',
      '1 copy Trailhead made before an update, removed',
    ]);
    expect(wordsOf(nothing, 'day')).toEqual([]);
  });

  it('counts parts beyond the first few', () => {
    const parts = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
    expect(wordsOf({ ...nothing, parts }, 'everything')).toEqual(['All of “A”, “B”, “C”, “D”, “E”, “F”, and 2 more']);
  });

  it('shows what is remembered of it, apart what goes and what only loses a reason', () => {
    const beliefs = [
      { text: 'Planner has spoken.', goes: true },
      { text: 'You wrote about work.', goes: false },
    ];
    expect(previewLines({ ...nothing, beliefs: 3, memoryVersions: 2, shown: { ...nothing.shown, beliefs } }, 'part')).toEqual([
      { words: '1 thing remembered, gone', items: ['Planner has spoken.'] },
      { words: '1 thing remembered, with one reason less', items: ['You wrote about work.'] },
      { words: '1 more thing remembered, gone or with one reason less', items: [] },
      { words: '2 versions of your memory, written anew without it', items: [] },
    ]);
  });

  it('says of everything that it goes, and of a damaged memory that it can’t be counted', () => {
    expect(wordsOf({ ...nothing, beliefs: 3, memoryVersions: 2 }, 'everything')).toEqual([
      '3 things remembered',
      '2 versions of your memory',
    ]);
    expect(wordsOf({ ...nothing, beliefs: null, memoryVersions: null }, 'message')).toEqual([
      'What is remembered of it: that can’t be counted, as the memory is damaged',
    ]);
  });

  it('names parts that stay although their day goes', () => {
    expect(stayingWords('day', ['Planner'])).toContain('“Planner” stays, as something of another day belongs to it.');
  });

  it('says that messages stay which name a part, and that copies elsewhere are out of reach', () => {
    expect(stayingWords('part')).toContain('Messages of yours that name it stay');
    expect(stayingWords('message')).toBe('Copies you made yourself, such as exports and backups, are out of Trailhead’s reach.');
  });
});
