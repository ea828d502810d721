import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const Labelled = z.object({
  id: z.string().min(1),
  text: z.string().min(1),
  label: z.enum(['crisis', 'concern', 'none']),
  kind: z.enum(['explicit', 'indirect', 'masked', 'idiom', 'history', 'other_person', 'ifs_language', 'plain']),
});
// The longest that two share by chance has twelve: mum, the carpet and what she will do.
const RUN = 13;
const sets = readdirSync(import.meta.dirname)
  .filter((file) => /^safety\..*\.jsonl$/u.test(file))
  .map((file) => ({
    file,
    messages: readFileSync(join(import.meta.dirname, file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => Labelled.parse(JSON.parse(line))),
  }));

describe('the messages labelled for safety', () => {
  it.each(sets)('of $file have each their own id', ({ messages }) => {
    expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
  });

  it('stand in one set only, so that what is learned from is never what is scored', () => {
    const key = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim() || text;
    const texts = sets.flatMap(({ messages }) => messages.map(({ text }) => key(text)));
    expect(texts.filter((text, at) => texts.indexOf(text) !== at).map((text) => text.length)).toEqual([]);
  });

  it('share no thirteen words in a row between what is learned from and what is scored', () => {
    const isScored = (file: string): boolean => /\.(?:unseen|unseen-b|held-out|own-test|voices|ordinary)\./u.test(file);
    const runsOf = (text: string): string[] => {
      const words = text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
      return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' '));
    };
    const textsOf = (scored: boolean): string[] =>
      sets.filter(({ file }) => isScored(file) === scored).flatMap(({ messages }) => messages.map(({ text }) => text));
    const scored = new Set(textsOf(true).flatMap(runsOf));
    expect(scored.size).toBeGreaterThan(1000);
    expect(textsOf(false).flatMap(runsOf).filter((run) => scored.has(run))).toEqual([]);
  });
});
