import { kindsOfAgent, kindsOfWord } from '../part-kinds.ts';
import type { Sentence } from '../../../language/sentences.ts';
import { cueOfWord } from './cues.ts';
import type { Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';
import { sensesOf } from '../../../language/word-senses.ts';

/** A token with what it says by itself and with the words before it, as feature names. */
export type ReadToken = Token & {
  readonly own: readonly string[];
  readonly withBefore: readonly string[];
  /** What sort of subject it would make: "i", "part", "person", "feeling" and so on. */
  readonly subject: string | undefined;
  readonly isMe: boolean;
  readonly isThey: boolean;
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
export const DETERMINERS = new Set("a an the my this that some another his her their our your one no there's".split(' '));
const ME = new Set("i me my myself mine i'm i've i'd i'll im ive".split(' '));
const THEY = new Set("he she they him her them his their he's she's".split(' '));
const NOUNS = new Set('person animal body feeling thing'.split(' '));
const PLACES = new Set('in who that inside'.split(' '));

/** Cuts a folded sentence into words and marks and reads each; `original` is the sentence as the person wrote it. */
export function readTokens(sentence: Sentence, original: string): ReadToken[] {
  const tokens = tokensOf(sentence).map((token) => ({ ...token, ...meaningOf(token) }));
  return tokens.map((token, index) => ({
    ...token,
    ...featuresOf(tokens, index, original),
    isMe: ME.has(token.text),
    isThey: THEY.has(token.text),
  }));
}

type Meaning = { readonly senses: readonly string[]; readonly agents: readonly string[]; readonly subject: string | undefined };
type Meant = Token & Meaning;

function meaningOf({ text, isWord }: Token): Meaning {
  if (!isWord) return { senses: [], agents: [], subject: undefined };
  const senses = sensesOf(text);
  const agents = kindsOfAgent(text).map(({ role }) => role);
  return { senses, agents, subject: SUBJECTS[text] ?? (KIN.has(text) ? 'kin' : agents.length > 0 ? 'agent' : nounKind(text, senses)) };
}

/** What sort of thing a noun names; a word nobody lists still tells by its ending that somebody does something. */
function nounKind(word: string, senses: readonly string[]): string | undefined {
  if (KIN.has(word)) return 'kin';
  const sense = senses.find((each) => NOUNS.has(each));
  if (sense !== undefined) return sense;
  return senses.length === 0 && word.length > 5 && /(?:er|or|ist|ess|man|woman|keeper)$/.test(word) ? 'agentive' : undefined;
}

function featuresOf(tokens: readonly Meant[], index: number, original: string): { own: string[]; withBefore: string[] } {
  const token = tokens[index];
  const before = tokens[index - 1];
  if (token === undefined) return { own: [], withBefore: [] };
  const word = /^\p{N}/u.test(token.text) ? '#' : token.text;
  const own = [`w:${word}`];
  const withBefore = before === undefined ? [] : [`b:${before.text}+${word}`];
  if (!token.isWord) return { own, withBefore };
  for (const sense of token.senses) own.push(`s:${sense}`);
  for (const kind of kindsOfWord(token.text)) own.push(`r:${kind.role}`);
  for (const role of token.agents) own.push(`a:${role}`);
  if (KIN.has(token.text)) own.push('kin');
  const cue = cueOfWord(token.text);
  if (cue !== undefined) own.push(`cue:${cue}`);
  if (isName(token, before, original)) own.push(before?.text === 'the' ? 'name:the' : 'name');
  const isAgent = token.agents.length > 0 || (before !== undefined && kindsOfAgent(`${before.text}-${token.text}`).length > 0);
  const noun = isAgent ? 'agent' : nounKind(token.text, token.senses);
  const determiner = noun === undefined ? undefined : determinerBefore(tokens, index);
  if (noun !== undefined && determiner !== undefined) {
    withBefore.push(`n:${determiner}+${noun}`);
    const next = tokens[index + 1]?.text ?? '';
    if (PLACES.has(next)) withBefore.push(`n:${determiner}+${noun}+${next}`);
  }
  const verb = token.senses.find((sense) => sense.startsWith('to-'));
  const subject = verb === undefined ? undefined : subjectBefore(tokens, index);
  if (verb !== undefined && subject !== undefined) withBefore.push(`sv:${subject}+${verb}`);
  return { own, withBefore };
}

/** A capital inside a sentence. */
function isName(token: Token, before: Token | undefined, original: string): boolean {
  if (before === undefined || before.text === '"' || before.text === ':' || token.text === 'i' || token.text.startsWith("i'")) return false;
  return /^\p{Lu}/u.test(original.slice(token.start, token.start + 2));
}

function determinerBefore(tokens: readonly Token[], index: number): string | undefined {
  for (let back = index - 1; back >= Math.max(0, index - 3); back -= 1) {
    const text = tokens[back]?.text ?? '';
    if (DETERMINERS.has(text)) return text;
  }
  return undefined;
}

function subjectBefore(tokens: readonly Meant[], index: number): string | undefined {
  for (let back = index - 1; back >= Math.max(0, index - 6); back -= 1) {
    const subject = tokens[back]?.subject;
    if (subject !== undefined) return subject;
  }
  return undefined;
}
