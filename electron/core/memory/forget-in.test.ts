import { describe, expect, it } from 'vitest';
import { believed, remembering } from '../../../tests/support/plant.ts';
import { countedSummary } from '../../../tests/support/memory.ts';
import { createForgetter } from './forget-in.ts';
import { createKeyedDigest } from './keyed-digest.ts';

const [gone, stays] = ['message:01900000-0000-7000-8000-00000000eeee', 'message:01900000-0000-7000-8000-00000000ffff'] as const;
const forgetter = createForgetter(
  { sources: [gone], parts: [], beliefs: [], phrases: [], names: [], occasions: [[gone]] },
  { keyedDigest: createKeyedDigest(Buffer.alloc(32)), composeSummary: countedSummary },
);

describe('what is left of a memory when a source is forgotten', () => {
  it('is what other sources say, but nothing that a model made of several of which one is gone', () => {
    const kept = believed('themes', 'Sleep came up.', [stays]);
    const shared = believed('themes', 'Work came up.', [gone, stays], { count: 2 });
    const before = remembering(
      {
        themes: [kept, shared, believed('themes', 'Home came up.', [gone])],
        triggers: [believed('triggers', 'It touches work.', [gone, stays], { by: 'model' })],
      },
      '3 themes, 1 triggers, 0 parts.',
    );
    expect(forgetter.forgetIn(before)).toEqual(
      remembering({ themes: [kept, { ...shared, sources: [stays], count: 1 }] }, '2 themes, 0 triggers, 0 parts.'),
    );
    expect(forgetter.touchedIn(before)).toHaveLength(3);
  });

  it('is the very same memory when nothing in it rests on that source', () => {
    const before = remembering({ themes: [believed('themes', 'Sleep came up.', [stays])] }, '1 themes, 0 triggers, 0 parts.');
    expect(forgetter.forgetIn(before)).toBe(before);
  });
});
