import { describe, expect, it } from 'vitest';
import type { ForgettingPreview } from '../../../shared/entities/forgetting.ts';
import { previewLines, stayingWords } from './preview-lines.ts';

const nothing: ForgettingPreview = {
  ...{ messages: 0, sessions: 0, proposals: 0, evidence: 0, parts: [], notes: 0, checkIns: 0, insights: 0 },
  ...{ beliefs: 0, memoryVersions: 0, actions: 0, backups: 0 },
};

describe('what is said before forgetting', () => {
  it('names what goes and nothing there is none of', () => {
    expect(previewLines({ ...nothing, messages: 2, evidence: 1, parts: ['The Critic'], backups: 1 }, 'message')).toEqual([
      '2 messages',
      '1 piece of evidence',
      'Words of “The Critic”',
      '1 copy Trailhead made before an update, removed',
    ]);
    expect(previewLines(nothing, 'day')).toEqual([]);
  });

  it('counts parts beyond the first few', () => {
    const parts = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
    expect(previewLines({ ...nothing, parts }, 'everything')).toEqual(['All of “A”, “B”, “C”, “D”, “E”, “F”, and 2 more']);
  });

  it('says that messages stay which name a part, and that copies elsewhere are out of reach', () => {
    expect(stayingWords('part')).toContain('Messages that name it stay');
    expect(stayingWords('message')).toBe('Copies you made yourself, such as exports and backups, are out of Trailhead’s reach.');
  });
});
