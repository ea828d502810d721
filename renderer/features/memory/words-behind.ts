import type { Belief } from '../../../shared/entities/memory.ts';
import { sentencesIn } from '../forgetting/sentences-in.ts';

const quotations = /“([^”]+)”/gu;
/** Signs a word needs for sharing it to say anything. */
const TELLING_LETTERS = 4;

/**
 * The words of a message to point out as the reason for a belief: what the belief quotes of it, else the sentence that shares most words with it,
 * else the whole. Each is a piece of the message, letter by letter.
 */
export function wordsBehind({ text, wanted }: Pick<Belief, 'text' | 'wanted'>, message: string): string[] {
  const told = [text, ...(wanted === undefined ? [] : [wanted])];
  const quoted = told.flatMap((one) => [one, ...[...one.matchAll(quotations)].map(([, words = '']) => words)]);
  const found = quoted.map((words) => words.replace(/…$/u, '').trim()).filter((words) => words !== '' && message.includes(words));
  if (found.length > 0) return [...new Set(found)];
  const about = wordsOf(told.join(' '));
  const sentences = sentencesIn(message).map(({ start, end }) => message.slice(start, end));
  const shared = sentences.map((sentence) => [...wordsOf(sentence)].filter((word) => about.has(word)).length);
  const most = Math.max(0, ...shared);
  return most > 0 ? [sentences[shared.indexOf(most)] ?? message] : [message];
}

const wordsOf = (text: string): Set<string> =>
  new Set((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= TELLING_LETTERS));
