import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords, type DiffRun } from './word-diff.ts';

const without = (runs: readonly DiffRun[], kind: DiffRun['kind']): string =>
  runs
    .filter((run) => run.kind !== kind)
    .map(({ text }) => text)
    .join('');

describe('what became of a text', () => {
  it('is told word by word', () => {
    expect(diffWords('Sunday evenings are long.', 'Sunday mornings are long.')).toEqual([
      { kind: 'same', text: 'Sunday ' },
      { kind: 'gone', text: 'evenings' },
      { kind: 'new', text: 'mornings' },
      { kind: 'same', text: ' are long.' },
    ]);
  });

  it('always holds both texts whole, in any script', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 80 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = diffWords(before, after);
        expect([without(runs, 'new'), without(runs, 'gone')]).toEqual([before, after]);
      }),
    );
  });

  it('is told as a whole when the texts are very long', () => {
    const [before, after] = ['a '.repeat(2000), 'b '.repeat(2000)];
    expect(diffWords(before, after)).toEqual([
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ]);
  });
});
