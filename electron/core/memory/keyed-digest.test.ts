import { describe, expect, it } from 'vitest';
import { createKeyedDigest } from './keyed-digest.ts';

const key = Buffer.alloc(32, 1);

describe('a keyed digest', () => {
  it('is the same for the same text and profile, and another for any other', () => {
    const digest = createKeyedDigest(key);
    expect(digest('a belief')).toBe(createKeyedDigest(Buffer.from(key))('a belief'));
    expect(digest('a belief')).toMatch(/^[\w-]{43}$/u);
    expect(digest('another belief')).not.toBe(digest('a belief'));
    expect(createKeyedDigest(Buffer.alloc(32, 2))('a belief')).not.toBe(digest('a belief'));
  });
});
