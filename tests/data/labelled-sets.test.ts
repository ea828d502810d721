import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PartRole } from '../../shared/entities/part.ts';

const Labelled = z.object({
  id: z.string().min(1),
  text: z.string().min(1),
  parts: z.array(z.object({ quote: z.string().min(1), role: PartRole, name_hint: z.string().regex(/^\S+(?: \S+){0,2}$/u) })),
});
const files = readdirSync(import.meta.dirname).filter((file) => /^part-detection\..*\.jsonl$/u.test(file));
const sets = files.map((file) => ({
  file,
  messages: readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Labelled.parse(JSON.parse(line))),
}));

describe('the labelled messages', () => {
  it.each(sets)('of $file quote words that stand there once, and never the same words for two parts', ({ messages }) => {
    expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
    for (const { text, parts } of messages) {
      let until = 0;
      for (const { start, quote } of parts.map((part) => ({ ...part, start: text.indexOf(part.quote) })).toSorted((a, b) => a.start - b.start)) {
        expect(text.split(quote), quote).toHaveLength(2);
        expect(start, quote).toBeGreaterThanOrEqual(until);
        until = start + quote.length;
      }
    }
  });

  it('stand in one set only, so that what is learned from is never what is scored', () => {
    const key = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
    const texts = sets.flatMap(({ messages }) => messages.map(({ text }) => key(text)));
    expect(new Set(texts).size).toBe(texts.length);
  });
});
