import { describe, expect, it } from 'vitest';
import { isNewEnough, tooOldSentence } from './node-version.mjs';

describe('the Node that Trailhead needs', () => {
  it.each(['v22.18.0', 'v22.19.1', 'v24.0.0', 'v24.21.0', 'v30.0.0'])('%s will do', (version) => {
    expect(isNewEnough(version)).toBe(true);
  });

  it.each(['v18.20.0', 'v20.20.2', 'v22.12.0', 'v22.17.9', 'v21.99.0'])('%s will not', (version) => {
    expect(isNewEnough(version)).toBe(false);
  });

  it('is named in one sentence', () => {
    expect(tooOldSentence('v20.20.2')).toBe(
      'Trailhead needs Node 22.18 or newer, and this is v20.20.2; install a newer Node and try again.',
    );
  });
});
