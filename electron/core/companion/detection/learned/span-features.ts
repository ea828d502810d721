import type { Mention } from '../mention.ts';
import { kindsOfAgent, kindsOfWord } from '../part-kinds.ts';
import type { Ruled, RuledText } from '../ruled-parts.ts';
import { isInside } from '../sentences.ts';
import type { Range } from '../sentences.ts';
import type { Surroundings } from '../surroundings.ts';
import { nothingAround, surroundingsAt } from '../surroundings.ts';
import type { Span, Token } from './tokens.ts';
import { spansOf, tokensOf } from './tokens.ts';
import { sensesOf } from './word-senses.ts';

/** What a stretch of a sentence is described by, as readable names: "w:numb", "n:the+person", "subject:something". */
export type Described = {
  readonly start: number;
  readonly end: number;
  readonly at: number;
  /** What the words inside say. */
  readonly words: readonly string[];
  /** What the place, the neighbours and the rules say. */
  readonly place: readonly string[];
  /** The part the rules find in the same words. */
  readonly ruled: Ruled | undefined;
};

const KIN = new Set(
  (
    'mum mom mam mummy mother dad daddy father sister brother wife husband son daughter kids children aunt auntie uncle cousin niece nephew grandma grandpa granny gran nan nana grandad granddad ' +
    'grandmother grandfather partner boyfriend girlfriend friend friends mate colleague colleagues neighbour neighbor boss manager teacher doctor nurse therapist counsellor landlord supervisor ' +
    'amma ma papa family team dog cat baby ex in-laws twins lads girls boys people everyone everybody nobody others they'
  ).split(' '),
);
const SUBJECTS: Readonly<Record<string, string>> = {
  i: 'i', "i'm": 'i', "i've": 'i', "i'd": 'i', "i'll": 'i', im: 'i', ive: 'i', he: 'he', she: 'he', "he's": 'he', "she's": 'he', it: 'it', "it's": 'it',
  they: 'they', we: 'we', "we're": 'we', you: 'you', something: 'something', someone: 'something', somebody: 'something', part: 'part', bit: 'part', side: 'part', half: 'part',
  piece: 'part', one: 'one', another: 'one', voice: 'voice',
}; // prettier-ignore
const DETERMINERS = new Set("a an the my this that some another his her their our your one no there's".split(' '));

/** Describes every run of clauses of a message that might show a part. */
export function describeSpans(text: string, read: RuledText): Described[] {
  const found: Described[] = [];
  const ofMessage = messagePlace(read);
  const ruledAt = ruledBySentence(read);
  for (const [at, sentence] of read.sentences.entries()) {
    if (sentence.text.length < 8) continue;
    const tokens = tokensOf(sentence);
    const hints = read.hints[at] ?? [];
    const mentionStarts = hints.filter((hint) => hint.weight > 0.2).map(({ mention }) => tokens.findIndex((each) => each.end > mention.start));
    const spans = spansOf(tokens, mentionStarts.filter((from) => from >= 0));
    if (spans.length === 0) continue;
    const inside = tokens.map((_, index) => tokenFeatures(tokens, index, text, sentence.start));
    const subjects = subjectsOf(tokens);
    const ruledHere = ruledAt[at] ?? [];
    const around = [...ofMessage, ...sentencePlace(read, at, ruledHere)];
    const cues = cuesIn(sentence.text);
    for (const span of spans) {
      const first = tokens[span.from];
      const last = tokens[span.to - 1];
      if (first === undefined || last === undefined || last.end - first.start < 8) continue;
      const start = sentence.start + first.start;
      const end = sentence.start + last.end;
      // Where the rules tell two parts apart, no single quote is right.
      if (ruledHere.filter((each) => each.start >= start - 2 && each.start + 8 < end && each.end <= end + 2).length > 1) continue;
      const words = new Set<string>();
      for (let index = span.from; index < span.to; index += 1) {
        for (const one of inside[index]?.own ?? []) words.add(one);
        if (index > span.from) for (const one of inside[index]?.withBefore ?? []) words.add(one);
      }
      const ruled = ruledHere.find((each) => overlaps(start, end, each.start, each.end));
      const place = [...around, ...spanPlace(tokens, span, subjects), ...ruleFeatures(read, at, start, end, ruledHere)];
      if (isInside(read.quoted, start)) place.push('in:quotation');
      for (const { cue, ranges } of cues)
        if (ranges.some((range) => range.start >= first.start && range.end <= last.end)) place.push(`cue:${cue}`);
      found.push({ start, end, at, words: [...words], place, ruled });
    }
  }
  return found;
}

// Turns of phrase that say the same in many words.
const CUES: readonly (readonly [string, RegExp])[] = [
  ['inside', /\b(?:in|inside|within|inside of) (?:me|here|there|myself)\b|\b(?:in|inside|behind|at the back of|under|round) my (?:own )?(?:head|mind|brain|skull|chest|heart|stomach|belly|gut|throat|bones|soul|ribs|eyes|body)\b/g],
  ['part of me', /\b(?:part|bit|piece|side|half|corner|version|some|all|rest) of (?:me|myself|my (?:mind|head|brain|heart))\b|\bpart of mine\b/g],
  ['of others', /\b(?:of|in|inside) (?:him|her|them|us|you|everyone|everybody|his|their|your|it|the|this|that)\b/g],
  ['takes over', /\b(?:takes?|took|taken|taking) (?:over|charge|hold|the wheel)|\b(?:com|cam|pop|pip|pok|show|turn|step|jump|kick|burst|spring|chim|rush|leap)(?:e|es|s|ed|ing|ped|ps)? (?:out|up|in|forward|over)\b|\b(?:is|was) (?:back|out|up|loud|at it|there again|on duty)\b|\bshows? up\b/g],
  ['speaks to me', /\b(?:says?|said|saying|tells?|told|telling|whispers?|hiss\w*|shouts?|shouting|asks?|asking|insists?|reminds?|reckons?|goes|calls?) (?:that )?(?:me|i|i'm|i've|i'll|my|you|you're)\b/g],
  ['wants', /\b(?:wants?|wanted|longs?|longing|wish(?:es|ed)?|needs?|would rather|would like|'d rather)\b/g],
  ['will not', /\b(?:won't|wouldn't|can't|couldn't|never|doesn't|don't|didn't|refuses?)\b/g],
  ['no', /\b(?:no|none|not|nothing|nobody|neither|nor|without|isn't|wasn't|aren't|don't have)\b/g],
  ['still', /\b(?:still|always|forever|ever since|again|every time|each time|whenever|constantly)\b/g],
  ['trigger', /\b(?:when|whenever|every time|each time|the (?:moment|minute|second|instant)|as soon as|once|if)\b[^.]{3,60}\b(?:i|me|my|something|he|she|it)\b/g],
  ['it is like', /\b(?:like|as if|as though|sort of|kind of)\b/g],
  ['against my will', /\b(?:before i|by (?:itself|themselves)|find myself|found myself|hear myself|heard myself|can't stop|couldn't stop|can't help|couldn't help|next thing|don't know (?:what|why|how)|couldn't (?:have )?(?:tell|told) you|end up|ended up|without (?:thinking|deciding)|keep \w+ing|kept \w+ing)\b/g],
  ['age', /\b(?:years? old|little|small|tiny|young|wee|baby|child|kid|boy|girl|toddler|teenager|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[3-9]|1[0-7])\b/g],
  ['done today', /\b(?:today|yesterday|tonight|this (?:morning|evening|afternoon)|bought|went|walked|watched|rang|cooked|drove|booked|paid|met)\b/g],
  ['inner', /\b(?:inner|inside|within|underneath|beneath|deep down|at the bottom)\b/g],
];

type TokenFeatures = { readonly own: readonly string[]; readonly withBefore: readonly string[] };

function tokenFeatures(tokens: readonly Token[], index: number, text: string, offset: number): TokenFeatures {
  const token = tokens[index];
  const before = tokens[index - 1];
  if (token === undefined) return { own: [], withBefore: [] };
  const word = /^\p{N}/u.test(token.text) ? '#' : token.text;
  const own = [`w:${word}`];
  const withBefore = before === undefined ? [] : [`b:${before.text}+${word}`];
  if (!token.isWord) return { own, withBefore };
  const senses = sensesOf(token.text);
  for (const sense of senses) own.push(`s:${sense}`);
  for (const kind of kindsOfWord(token.text)) own.push(`r:${kind.role}`);
  for (const kind of kindsOfAgent(token.text)) own.push(`a:${kind.role}`);
  if (KIN.has(token.text)) own.push('kin');
  const isCapital = /^\p{Lu}/u.test(text.slice(offset + token.start, offset + token.start + 2)) && token.text !== 'i' && !token.text.startsWith("i'");
  if (isCapital && index > 0 && before?.text !== '"' && before?.text !== ':') own.push(before?.text === 'the' ? 'name:the' : 'name');
  const isAgent = kindsOfAgent(token.text).length > 0 || (before !== undefined && kindsOfAgent(`${before.text}-${token.text}`).length > 0);
  const noun = isAgent ? 'agent' : nounKind(token.text, senses);
  if (noun !== undefined) {
    for (let back = index - 1; back >= Math.max(0, index - 3); back -= 1) {
      const determiner = tokens[back]?.text ?? '';
      if (!DETERMINERS.has(determiner)) continue;
      withBefore.push(`n:${determiner}+${noun}`);
      const next = tokens[index + 1]?.text;
      if (next !== undefined && (next === 'in' || next === 'who' || next === 'that' || next === 'inside')) withBefore.push(`n:${determiner}+${noun}+${next}`);
      break;
    }
  }
  const verb = senses.find((sense) => sense.startsWith('to-'));
  const subject = verb === undefined ? undefined : subjectBefore(tokens, index);
  if (verb !== undefined && subject !== undefined) withBefore.push(`sv:${subject}+${verb}`);
  return { own, withBefore };
}

/** What sort of thing a noun names; a word nobody lists still tells by its ending that somebody does something. */
function nounKind(word: string, senses: readonly string[]): string | undefined {
  if (KIN.has(word)) return 'kin';
  const sense = senses.find((each) => each === 'person' || each === 'animal' || each === 'body' || each === 'feeling' || each === 'thing');
  if (sense !== undefined) return sense;
  return senses.length === 0 && word.length > 5 && /(?:er|or|ist|ess|man|woman|keeper)$/.test(word) ? 'agentive' : undefined;
}

function subjectBefore(tokens: readonly Token[], index: number): string | undefined {
  for (let back = index - 1; back >= Math.max(0, index - 6); back -= 1) {
    const token = tokens[back];
    if (token === undefined) return undefined;
    const subject = subjectKind(token);
    if (subject !== undefined) return subject;
  }
  return undefined;
}

function subjectKind(token: Token): string | undefined {
  const pronoun = SUBJECTS[token.text];
  if (pronoun !== undefined) return pronoun;
  if (KIN.has(token.text)) return 'kin';
  return kindsOfAgent(token.text).length > 0 ? 'agent' : nounKind(token.text, sensesOf(token.text));
}

const subjectsOf = (tokens: readonly Token[]): (string | undefined)[] => tokens.map(subjectKind);

function spanPlace(tokens: readonly Token[], span: Span, subjects: readonly (string | undefined)[]): string[] {
  const text = (at: number): string => tokens[at]?.text ?? '^';
  const length = span.to - span.from;
  const clauses = tokens.slice(span.from, span.to).filter((each) => !each.isWord || each.text === 'and' || each.text === 'but').length;
  const subject = subjects.slice(span.from, span.to).find((each) => each !== undefined) ?? 'none';
  const place = [
    `length:${length < 4 ? 3 : length < 6 ? 5 : length < 9 ? 8 : length < 14 ? 13 : length < 20 ? 19 : length < 30 ? 29 : 99}`,
    `marks:${Math.min(clauses, 4)}`,
    `share:${Math.round((4 * length) / tokens.length)}`,
    `subject:${subject}`,
    `first:${text(span.from)}`,
    `first2:${text(span.from)}+${text(span.from + 1)}`,
    `before:${text(span.from - 1)}`,
    `after:${text(span.to)}`,
    `after2:${text(span.to)}+${text(span.to + 1)}`,
  ];
  if (span.from > 1) place.push(`before2:${text(span.from - 2)}+${text(span.from - 1)}`);
  const words = tokens.slice(span.from, span.to);
  const me = words.some((each) => /^(?:i|me|my|myself|mine|i'm|i've|i'd|i'll|im|ive)$/.test(each.text));
  const they = words.some((each) => /^(?:he|she|they|him|her|them|his|their|he's|she's)$/.test(each.text));
  place.push(`person:${me ? 'me' : ''}${they ? 'they' : ''}`);
  place.push(`subject+person:${subject}+${me ? 'me' : ''}${they ? 'they' : ''}`, `determiner+subject:${determinerOf(tokens, span, subjects)}+${subject}`);
  if (span.from === 0) place.push('starts', `starts+subject:${subject}`);
  if (tokens.slice(span.to).every((each) => !each.isWord)) place.push('ends');
  return place;
}

/** The determiner before the first subject of a span. */
function determinerOf(tokens: readonly Token[], span: Span, subjects: readonly (string | undefined)[]): string {
  for (let at = span.from; at < Math.min(span.to, span.from + 8); at += 1) {
    const text = tokens[at]?.text ?? '';
    if (DETERMINERS.has(text)) return text;
    if (subjects[at] !== undefined) return '';
  }
  return '';
}

/** What the message as a whole says. */
function messagePlace(read: RuledText): string[] {
  const count = read.sentences.length;
  return [
    `sentences:${count < 3 ? count : count < 5 ? 4 : count < 8 ? 7 : 9}`,
    `message:${read.firstPersons < 3 ? read.firstPersons : read.firstPersons < 6 ? 5 : 9}`,
    ...new Set(read.circumstances.flat().map((each) => `message-about:${each}`)),
  ];
}

/** The parts the rules find, by every sentence they touch. */
function ruledBySentence(read: RuledText): Ruled[][] {
  const found: Ruled[][] = read.sentences.map(() => []);
  for (const one of read.ruled) {
    for (let at = one.at; (read.sentences[at]?.start ?? Infinity) < one.end; at += 1) found[at]?.push(one);
  }
  return found;
}

/** Where in a sentence each cue stands. */
const cuesIn = (sentence: string): { cue: string; ranges: Range[] }[] =>
  CUES.map(([cue, pattern]) => ({
    cue,
    ranges: Array.from(sentence.matchAll(pattern), (hit) => ({ start: hit.index, end: hit.index + hit[0].length })),
  })).filter(({ ranges }) => ranges.length > 0);

function sentencePlace(read: RuledText, at: number, ruled: readonly Ruled[]): string[] {
  const count = read.sentences.length;
  const place = [`at:${at === 0 ? 'first' : at === count - 1 ? 'last' : 'middle'}`];
  for (const each of read.circumstances[at] ?? []) place.push(`about:${each}`);
  const own: Surroundings = read.signs[at] ?? nothingAround;
  const near = surroundingsAt(read.signs, at, 2);
  for (const [where, signs] of [['own', own], ['near', near]] as const) {
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
  if (/\b(?:i|me|my|i'm|i've|i'd)\b/.test(before)) place.push('previous:me');
  if (/\b(?:i|me|my|i'm|i've|i'd)\b/.test(behind)) place.push('next:me');
  const next = read.sentences[at + 1]?.text.split(/[ ,']/, 1)[0];
  if (next !== undefined && /^(?:it|he|she|they|i|we|the|my|and|but|that)$/.test(next)) place.push(`next:${next}`);
  const previous = read.sentences[at - 1]?.text ?? '';
  if (previous.endsWith('?')) place.push('previous:?');
  if (previous.endsWith(':')) place.push('previous::');
  if (/^[-*\u2022\d]/.test(read.sentences[at]?.text ?? '')) place.push('item');
  return place;
}

const bucket = (weight: number): string => (weight < 0.2 ? '0' : weight < 0.4 ? '2' : weight < 0.5 ? '4' : weight < 0.6 ? '5' : weight < 0.75 ? '6' : '8');

function ruleFeatures(read: RuledText, at: number, start: number, end: number, near: readonly Ruled[]): string[] {
  const ruled = near.find((each) => overlaps(start, end, each.start, each.end));
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
  const isCut = near.some((each) => each !== ruled && each.start < end && each.end > start && !overlaps(start, end, each.start, each.end));
  if (isCut) found.add('ruled-partly');
  found.add(`ruled:${ruled === undefined ? 'none' : bucket(ruled.weight)}`);
  return [...found];
}

/** Whether two quotes show the same part: half of the shorter and two fifths of the longer lie in both. */
export function overlaps(start: number, end: number, otherStart: number, otherEnd: number): boolean {
  const shared = Math.min(end, otherEnd) - Math.max(start, otherStart);
  return (
    shared > 0 &&
    shared * 2 >= Math.min(end - start, otherEnd - otherStart) &&
    shared * 5 >= 2 * Math.max(end - start, otherEnd - otherStart)
  );
}
