import { expect, it } from 'vitest';
import { completeSentences } from './sentences.ts';

it('holds the last sentence back while the text grows', () => {
  const first = completeSentences('It sounds heavy. I won', 0, false);
  expect(first.sentences).toEqual(['It sounds heavy.']);
  const second = completeSentences('It sounds heavy. I wonder why. ', first.next, true);
  expect(second.sentences).toEqual(['I wonder why.']);
  expect(completeSentences('It sounds heavy. I wonder why. ', second.next, true).sentences).toEqual([]);
});

it('tells every word exactly once, however the text arrives', () => {
  const text = 'One. Two is longer, with a comma. Is three a question? Four.';
  let next = 0;
  const told: string[] = [];
  for (let length = 1; length <= text.length; length++) {
    const step = completeSentences(text.slice(0, length), next, length === text.length);
    told.push(...step.sentences);
    next = step.next;
  }
  expect(told.join(' ')).toBe(text);
});
