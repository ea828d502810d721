import type { Mark } from '../../../shared/entities/session.ts';
import { wordsOf } from '../language/words.ts';

/** A stretch of a text, in UTF-16 units, end exclusive. */
export type Stretch = { start: number; end: number };

/** A longer stretch is looked for as it stands alone: a pattern of thousands of words would take too long. */
const PATTERN_WORDS_MAX = 500;
/** A stretch shorter than this is only cut where it stands as words of its own. */
const LITERAL_MIN = 8;

/** The stretch to take out so that no double space is left behind. */
export function widened(text: string, { start, end }: Stretch): Stretch {
  const spaceBefore = start === 0 || /\s/u.test(text[start - 1] ?? '');
  const spaceAfter = /[^\S\n]/u.test(text[end] ?? '');
  if (spaceBefore && spaceAfter) return { start, end: end + 1 };
  const atEnd = end === text.length || text[end] === '\n';
  return atEnd && start > 0 && /[^\S\n]/u.test(text[start - 1] ?? '') ? { start: start - 1, end } : { start, end };
}

/** Marks of a text from which a stretch was taken: those before it stay, those after it move up, those that touch it are gone. */
export function shiftMarks(marks: readonly Mark[], { start, end }: Stretch): Mark[] {
  return marks.flatMap((mark) => {
    if (mark.end <= start) return [mark];
    return mark.start >= end ? [{ ...mark, start: mark.start - (end - start), end: mark.end - (end - start) }] : [];
  });
}

/** A text without some words, wherever they stand in it one after the other, letter case and spacing aside. */
export function withoutWords(text: string, words: string): string {
  const literal = words.trim();
  const cut = literal.length >= LITERAL_MIN ? text.replaceAll(literal, '') : text;
  const found = words.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  if (found.length === 0) return literal === '' ? text : tidy(text.replaceAll(literal, ''), text);
  if (found.length > PATTERN_WORDS_MAX) return tidy(cut, text);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])${found.join('[^\\p{L}\\p{N}\\p{M}]+')}(?![\\p{L}\\p{N}\\p{M}])[.!?…]*`, 'giu');
  return tidy(cut.replaceAll(pattern, ''), text);
}

/** Only a text that lost something is put in order. */
const tidy = (cut: string, before: string): string => (cut === before ? before : cut.replaceAll(/[^\S\n]{2,}/gu, ' ').trim());

/** Whether a text holds one of some words. */
export const holdsAny = (text: string, words: ReadonlySet<string>): boolean =>
  words.size > 0 && wordsOf(text).some((word) => words.has(word));
