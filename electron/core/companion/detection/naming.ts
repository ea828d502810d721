import { dullWords, plainWords, vagueWords } from '../../language/plain-words.ts';
import { sensesOf } from '../../language/word-senses.ts';
import type { Mention } from './mention.ts';
import { isThing } from './mere-things.ts';
import { kindsOfAgent, kindsOfJob } from './part-kinds.ts';
import type { PartKind } from './part-kind.ts';

// A name stays with the person for months, so none of these may become one, whoever said it.
const UNKIND = new Set(
  (
    'stupid fat lazy ugly idiot idiotic dumb moron bitch bitchy bastard slut slutty whore loser pathetic freak freaky monster crazy mad insane psycho disgusting useless worthless ' +
    'hideous gross evil nasty bad weak wimp coward cowardly crappy shit shitty fucking bloody damn damned awful horrible terrible vile toxic sick twisted fucked arse arsehole asshole ass dick prick cunt twat git cow pig ' +
    'brat spoiled spoilt whiny whiney needy selfish failure failed fraud fake liar drunk drunken addict junkie thug bully tormentor tyrant nag nagging scold doormat martyr hysterical mean cruel slave-driver slavedriver worst broken damaged pig-headed demon devil gremlin so-and-so'
  ).split(' '),
);
// Words that would make an odd name alone: “The Did Part”.
const SAYS_LITTLE = new Set(
  'about did does done can come comes came coming knew known took taken took anyone anybody anything everyone everything nobody else once others through sure since while though without within along across around behind beside stood stay stays held gone given gave whenever wherever whatever rather instead anyway maybe perhaps'.split(
    ' ',
  ),
);
const isOnlyVerb = (word: string): boolean => {
  const senses = sensesOf(word);
  return senses.length > 0 && !word.endsWith('ing') && senses.every((sense) => sense.startsWith('to-'));
};
const ORDINALS = ['Other', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth'];

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const titled = (words: string): string =>
  words
    .split(' ')
    .map((word) => word.split('-').map(capital).join('-'))
    .join(' ');
const isWord = (word: string): boolean => /^\p{L}[\p{L}'-]{1,17}$/u.test(word);

/** Finds a kind name of one to three words that no other part of the message has; `kinds` are those that fit, best first. */
export function nameFor(mention: Mention, quote: string, kinds: readonly PartKind[], taken: ReadonlySet<string>): string {
  for (const name of candidates(mention, quote, kinds)) if (!taken.has(name)) return name;
  for (const ordinal of ORDINALS) if (!taken.has(`The ${ordinal} One`)) return `The ${ordinal} One`;
  let number = taken.size + 1;
  while (taken.has(`Part ${number}`)) number += 1;
  return `Part ${number}`;
}

function* candidates(mention: Mention, quote: string, kinds: readonly PartKind[]): Generator<string> {
  const words = mention.label
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => isWord(word) && !UNKIND.has(word));
  const noun = words.at(-1) ?? '';
  const isOnlyThing = mention.form === 'figure' && isThing(noun);
  const names =
    mention.form === 'agent' ||
    (mention.form === 'figure' && !isOnlyThing) ||
    kindsOfAgent(noun).length > 0 ||
    (kindsOfJob(noun).length > 0 && mention.form !== 'part');
  const kept = words.filter((word) => !dullWords.has(word) && !/'s$/.test(word));
  if (mention.form === 'voice') {
    const owner = words.find((word) => word.endsWith("'s"));
    if (owner !== undefined) yield `${capital(owner)} Voice`;
  } else if (names && noun !== '') {
    const adjective = words.length > 1 ? words.at(-2) : undefined;
    if (adjective !== undefined && kindsOfAgent(`${adjective}-${noun}`).length > 0) yield titled(`The ${adjective} ${noun}`);
    if (adjective !== undefined && /^(?:people|good|little|small|young|younger|lonely|scared|frightened|lost)$/.test(adjective))
      yield titled(`The ${adjective} ${noun}`);
    if (!dullWords.has(noun)) yield titled(`The ${noun}`);
    else yield* describedBy(kept);
  } else if (mention.form !== 'habit') yield* describedBy(isOnlyThing ? kept.filter((word) => word !== noun) : kept);
  for (const kind of kinds) yield kind.name;
  const telling = [...quote.slice(Math.max(0, mention.headEnd - mention.start)).matchAll(/[\p{L}][\p{L}'-]{2,13}/gu)]
    .map((hit) => hit[0].toLowerCase())
    .filter((word) => !plainWords.has(word) && !UNKIND.has(word) && !vagueWords.has(word) && isWord(word) && !word.includes("'"))
    .filter((word) => !SAYS_LITTLE.has(word) && !isOnlyVerb(word));
  const last = telling.at(-1);
  if (last !== undefined) yield `The ${titled(last)} Part`;
  const first = telling[0];
  if (first !== undefined) yield `The ${titled(first)} Part`;
  if (mention.form === 'voice') yield 'The Voice';
  yield 'The Unnamed One';
}

/** "The Tired One" from an adjective, "The Perfectionist" from a noun used as one. */
function* describedBy(words: readonly string[]): Generator<string> {
  const word = words.at(-1);
  if (word === undefined) return;
  yield titled(kindsOfAgent(word).length > 0 || kindsOfJob(word).length > 0 ? `The ${word}` : `The ${word} One`);
}
