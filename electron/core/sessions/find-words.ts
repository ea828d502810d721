import type { MessageMatch } from '../../../shared/contracts/sessions.ts';
import type { Message } from '../../../shared/entities/session.ts';

/** Letters and digits, with the marks that sit on them: what the full-text index (unicode61) takes for a word. */
const word = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;

/** The same letters whatever their case and accents, as the index compares them. */
const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

const wordsOf = (text: string): { text: string; start: number; end: number }[] =>
  Array.from(text.matchAll(word), ({ 0: found, index }) => ({ text: folded(found), start: index, end: index + found.length }));

/**
 * What a person typed, as a search of the full-text index: the words one after the other, the last one perhaps still being typed. Nothing they
 * typed is read as a sign of the search language (https://www.sqlite.org/fts5.html, section 3).
 * @returns null when there is no word in it.
 */
export function queryOf(words: string): string | null {
  const found = words.match(word);
  return found && `"${found.join(' ')}" *`;
}

/** Where the words stand in a message, in order. Offsets count UTF-16 units, end exclusive. */
export function matchesIn({ id, sequence, content }: Pick<Message, 'id' | 'sequence' | 'content'>, words: string): MessageMatch[] {
  const wanted = wordsOf(words).map(({ text }) => text);
  const there = wordsOf(content);
  const matches: MessageMatch[] = [];
  for (let at = 0; wanted.length > 0 && at + wanted.length <= there.length; at += 1) {
    const run = there.slice(at, at + wanted.length);
    const fits = run.every(({ text }, place) => {
      const looked = wanted[place] ?? '';
      return place === wanted.length - 1 ? text.startsWith(looked) : text === looked;
    });
    const [first, last] = [run[0], run.at(-1)];
    if (!fits || !first || !last) continue;
    matches.push({ messageId: id, sequence, start: first.start, end: last.end });
    at += wanted.length - 1;
  }
  return matches;
}
