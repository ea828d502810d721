import type { MessageMatch } from '../../../shared/contracts/sessions.ts';
import type { Message } from '../../../shared/entities/session.ts';
import { placesOf, wordsIn } from '../../../shared/find-words.ts';

/**
 * What a person typed, as a search of the full-text index: the words one after the other, the last one perhaps still being typed. Nothing they
 * typed is read as a sign of the search language (https://www.sqlite.org/fts5.html, section 3).
 * @returns null when there is no word in it.
 */
export function queryOf(words: string): string | null {
  const found = wordsIn(words);
  return found.length === 0 ? null : `"${found.join(' ')}" *`;
}

/** All of these words, in any order and anywhere, as a search of the full-text index. @returns null when there is no word in it. */
export function queryOfAll(words: string): string | null {
  const found = wordsIn(words);
  return found.length === 0 ? null : found.map((word) => `"${word}"`).join(' ');
}

/** Where the words stand in a message, in order. */
export const matchesIn = ({ id, sequence, content }: Pick<Message, 'id' | 'sequence' | 'content'>, words: string): MessageMatch[] =>
  placesOf(content, words).map((place) => ({ messageId: id, sequence, ...place }));
