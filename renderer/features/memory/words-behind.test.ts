import { describe, expect, it } from 'vitest';
import { wordsBehind } from './words-behind.ts';

const message = 'It was a long day. My boss wrote “can we talk” and I froze. Later I went for a walk.';

describe('the words behind a belief', () => {
  it('are those it quotes, also of what was wanted', () => {
    expect(wordsBehind({ text: 'This touches something: “and I froze”', wanted: 'Later I went…' }, message)).toEqual([
      'and I froze',
      'Later I went',
    ]);
  });

  it('are else the sentence that shares most words with it', () => {
    expect(wordsBehind({ text: 'Walking seems to help: a walk later.' }, message)).toEqual(['Later I went for a walk.']);
  });

  it('are else the whole message', () => {
    expect(wordsBehind({ text: 'Sleep came up.' }, message)).toEqual([message]);
  });
});
