import type { Mention } from '../mention.ts';
import type { Ruled, RuledText } from '../ruled-parts.ts';
import type { Range } from '../../../language/sentences.ts';
import type { Surroundings } from '../surroundings.ts';
import { nothingAround, surroundingsAt } from '../surroundings.ts';
import { DETERMINERS } from './read-tokens.ts';
import type { ReadToken } from './read-tokens.ts';
import type { Span } from './tokens.ts';

const OF_ME = /\b(?:i|me|my|i'm|i've|i'd)\b/;

/** What the message as a whole says. */
export function messagePlace(read: RuledText): string[] {
  const count = read.sentences.length;
  return [
    `sentences:${count < 3 ? count : count < 5 ? 4 : count < 8 ? 7 : 9}`,
    `message:${read.firstPersons < 3 ? read.firstPersons : read.firstPersons < 6 ? 5 : 9}`,
    ...new Set(read.circumstances.flat().map((each) => `message-about:${each}`)),
  ];
}

/** What the sentence and its neighbours say; `ruled` are the parts the rules find in it. */
export function sentencePlace(read: RuledText, at: number, ruled: readonly Ruled[]): string[] {
  const count = read.sentences.length;
  const place = [`at:${at === 0 ? 'first' : at === count - 1 ? 'last' : 'middle'}`];
  for (const each of read.circumstances[at] ?? []) place.push(`about:${each}`);
  const own: Surroundings = read.signs[at] ?? nothingAround;
  const near = surroundingsAt(read.signs, at, 2);
  for (const [where, signs] of [
    ['own', own],
    ['near', near],
  ] as const) {
    if (signs.inner) place.push(`${where}:inner`);
    if (signs.met) place.push(`${where}:met`);
    if (signs.repeated) place.push(`${where}:repeated`);
    if (signs.involuntary > 0) place.push(`${where}:involuntary`);
    if (signs.afterPain) place.push(`${where}:pain`);
  }
  const hinted = (sentence: number): boolean => (read.hints[sentence] ?? []).some((hint) => hint.weight >= 0.5 && hint.against < 1);
  if (hinted(at - 1)) place.push('previous:hint');
  if (hinted(at + 1)) place.push('next:hint');
  if (read.ruled.length > ruled.length) place.push('elsewhere:ruled');
  const before = read.sentences[at - 1]?.text ?? '';
  const behind = read.sentences[at + 1]?.text ?? '';
  if (OF_ME.test(before)) place.push('previous:me');
  if (OF_ME.test(behind)) place.push('next:me');
  const next = read.sentences[at + 1]?.text.split(/[ ,']/, 1)[0];
  if (next !== undefined && /^(?:it|he|she|they|i|we|the|my|and|but|that)$/.test(next)) place.push(`next:${next}`);
  if (before.endsWith('?')) place.push('previous:?');
  if (before.endsWith(':')) place.push('previous::');
  if (/^[-*\u2022\d]/.test(read.sentences[at]?.text ?? '')) place.push('item');
  return place;
}

/** How a stretch stands in its sentence, and who it is about. */
export function spanPlace(tokens: readonly ReadToken[], span: Span): string[] {
  const text = (at: number): string => tokens[at]?.text ?? '^';
  const length = span.to - span.from;
  let marks = 0;
  let subject = 'none';
  let determiner: string | undefined;
  let me = '';
  let they = '';
  for (let at = span.from; at < span.to; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (!token.isWord || token.text === 'and' || token.text === 'but') marks += 1;
    // The determiner before the first subject, if it stands near the beginning.
    if (determiner === undefined && at < span.from + 8) {
      if (DETERMINERS.has(token.text)) determiner = token.text;
      else if (token.subject !== undefined) determiner = '';
    }
    if (subject === 'none' && token.subject !== undefined) subject = token.subject;
    if (token.isMe) me = 'me';
    if (token.isThey) they = 'they';
  }
  const place = [
    `length:${length < 4 ? 3 : length < 6 ? 5 : length < 9 ? 8 : length < 14 ? 13 : length < 20 ? 19 : length < 30 ? 29 : 99}`,
    `marks:${Math.min(marks, 4)}`,
    `share:${Math.round((4 * length) / tokens.length)}`,
    `subject:${subject}`,
    `person:${me}${they}`,
    `subject+person:${subject}+${me}${they}`,
    `determiner+subject:${determiner ?? ''}+${subject}`,
    `first:${text(span.from)}`,
    `first2:${text(span.from)}+${text(span.from + 1)}`,
    `before:${text(span.from - 1)}`,
    `after:${text(span.to)}`,
    `after2:${text(span.to)}+${text(span.to + 1)}`,
  ];
  if (span.from > 1) place.push(`before2:${text(span.from - 2)}+${text(span.from - 1)}`);
  if (span.from === 0) place.push('starts', `starts+subject:${subject}`);
  if (!tokens.slice(span.to, span.to + 4).some((each) => each.isWord)) place.push('ends');
  return place;
}

const bucket = (weight: number): string =>
  weight < 0.2 ? '0' : weight < 0.4 ? '2' : weight < 0.5 ? '4' : weight < 0.6 ? '5' : weight < 0.75 ? '6' : '8';

/** What the rules see in a stretch of sentence `at`: their hints, and `ruled`, the part they find there. */
export function ruleFeatures(read: RuledText, at: number, { start, end }: Range, ruled: Ruled | undefined, isCut: boolean): string[] {
  const found = new Set<string>();
  const sentence = read.sentences[at]?.start ?? 0;
  let surest = 0;
  const best = new Map<Mention['form'], number>();
  const named = new Set<number>();
  for (const { mention, weight, against } of read.hints[at] ?? []) {
    const from = sentence + mention.start;
    if (from < start - 2 || from >= end - 4) continue;
    if (against > 0) found.add(`against:${against >= 1 ? 'all' : against >= 0.4 ? 'much' : 'some'}`);
    if (against >= 1) {
      found.add(`refused:${mention.form}`);
      continue;
    }
    surest = Math.max(surest, weight);
    if (weight >= 0.4 && mention.form !== 'habit') named.add(mention.headEnd);
    best.set(mention.form, Math.max(best.get(mention.form) ?? 0, weight));
    if (Math.abs(from - start) <= 2) found.add(`hint-first:${mention.form}:${bucket(weight)}`);
  }
  found.add(`hints:${Math.min(3, named.size)}`);
  for (const [form, weight] of best) found.add(`hint:${form}:${bucket(weight)}`);
  found.add(`surest:${bucket(surest)}`);
  if (isCut) found.add('ruled-partly');
  found.add(`ruled:${ruled === undefined ? 'none' : bucket(ruled.weight)}`);
  return [...found];
}
