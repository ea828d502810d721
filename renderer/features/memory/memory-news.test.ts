import { describe, expect, it } from 'vitest';
import { newsOf } from './memory-news.ts';

const version = (number: number, actor: 'user' | 'agent' | 'scheduler' = 'scheduler', cause: 'session' | 'upkeep' = 'session') => ({
  ...{ version: number, actor, cause },
});

describe('news of the memory in the chat', () => {
  it('is a version somebody else made since the person last looked', () => {
    expect(newsOf(version(3), 2, false)).toEqual(version(3));
  });

  it('is not what stood there already, nor what the person changed themselves', () => {
    expect(newsOf(version(3), 3, false)).toBeNull();
    expect(newsOf(version(3), null, false)).toBeNull();
    expect(newsOf(version(4, 'user'), 3, false)).toBeNull();
    expect(newsOf(version(4, 'scheduler', 'upkeep'), 3, false)).toBeNull();
    expect(newsOf(undefined, 0, false)).toBeNull();
  });

  it('waits while a hard moment is open', () => {
    expect(newsOf(version(3), 2, true)).toBeNull();
  });
});
