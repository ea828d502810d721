import { describe, expect, it } from 'vitest';
import { calledIn, namesAcquaintance } from './part-words.ts';

describe('what somebody calls a part they found', () => {
  it.each([
    ['the critic', 'the critic'],
    ['The pleaser', 'the pleaser'],
    ['The critic!', 'the critic'],
    ['my inner critic', 'your inner critic'],
    ['sadness', 'the sadness'],
    ['anger I guess', 'the anger'],
    ['A perfectionist', 'the perfectionist'],
    ['There’s this voice that tells me I’m lazy whenever I sit down', 'that voice'],
    ['the one who counts the stairs', 'the one who counts the stairs'],
    ['um the one that scrolls tiktok til 3am', 'the one that scrolls tiktok til 3am'],
    ['the part of me that checks the door', 'the one that checks the door'],
    [
      'Good evening. I’d like to look at the part of me that always says yes to everyone, even when I’m exhausted.',
      'the one that always says yes to everyone',
    ],
    ['Let’s work with the fearful part now', 'the fearful part'],
    ['Maybe the worried one', 'the worried one'],
  ])('is taken from their words: %s', (text, called) => expect(calledIn(text)).toBe(called));

  it.each([
    'I keep scrolling at night',
    'my boss',
    'mum',
    'I don’t know what to say',
    'it won’t',
    'something',
    'the part of me that tells me I’m lazy',
    'Hello',
    'The house was cold and I was alone',
    'I hate it',
    '',
  ])('is nothing in: %s', (text) => expect(calledIn(text)).toBeNull());

  it('is no name when it is somebody they know', () => {
    for (const text of ['my boss', 'My mum.', 'maybe my husband']) expect(namesAcquaintance(text)).toBe(true);
    for (const text of ['my inner critic', 'my anger', 'the boss', 'my boss shouted and I froze'])
      expect(namesAcquaintance(text)).toBe(false);
  });
});
