import { describe, expect, it } from 'vitest';
import { missingPart } from './waiting-words.ts';

describe('what is written in a mode that is with a part', () => {
  it.each(['letter', 'visit'] as const)('waits for the part of a %s, and says so', (mode) => {
    expect(missingPart(mode, null, 3)).toMatch(/^Choose the part/u);
    expect(missingPart(mode, null, 0)).toContain('there is none yet');
    expect(missingPart(mode, 'a part', 3)).toBeNull();
  });

  it.each(['write', 'six_fs', 'dialogue'] as const)('can be sent without one in %s', (mode) => {
    expect(missingPart(mode, null, 3)).toBeNull();
  });
});
