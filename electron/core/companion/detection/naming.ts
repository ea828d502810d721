import type { Mention } from './mention.ts';
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
const DULL = new Set(
  (
    'little own very really quite big old new good bad sort kind type other same another certain whole such much more most first second third one two three sometimes always still also real usual huge ' +
    'wee bit proper actual strange weird funny odd particular specific different tiny small part side half me drop creature fellow hr animal feeling man woman person guy kid girl boy voice thing something somebody someone whole main other own familiar loud louder'
  ).split(' '),
);
const VAGUE = new Set(
  'sense time times day days way ways life business frank believes longer thought quite today tonight now years people place already almost maybe kind sort lot bit'.split(
    ' ',
  ),
);
const PLAIN = new Set(
  (
    'the and but that this with from they them their what when where which who whose whom have has had having been being was were are for not into onto over under about because just even only then than there here would could should will shall ' +
    'might must part parts side half voice something someone somebody thing things wants want wanted wanting need needs know knows think thinks said says tell tells told feel feels feeling felt like going goes get gets got keep keeps kept make makes made ' +
    "every never ever always again still really very much some any all another other each both me myself mine our ours your yours his hers its him her she you we it's i'm don't doesn't won't can't wouldn't there's theres until after before whole right way back down out off too one ones"
  ).split(' '),
);
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
  const names =
    mention.form === 'agent' ||
    mention.form === 'figure' ||
    kindsOfAgent(noun).length > 0 ||
    (kindsOfJob(noun).length > 0 && mention.form !== 'part');
  const kept = words.filter((word) => !DULL.has(word) && !/'s$/.test(word));
  if (mention.form === 'voice') {
    const owner = words.find((word) => word.endsWith("'s"));
    if (owner !== undefined) yield `${capital(owner)} Voice`;
  } else if (names && noun !== '') {
    const adjective = words.length > 1 ? words.at(-2) : undefined;
    if (adjective !== undefined && kindsOfAgent(`${adjective}-${noun}`).length > 0) yield titled(`The ${adjective} ${noun}`);
    if (adjective !== undefined && /^(?:people|good|little|small|young|younger|lonely|scared|frightened|lost)$/.test(adjective))
      yield titled(`The ${adjective} ${noun}`);
    if (!DULL.has(noun)) yield titled(`The ${noun}`);
    else yield* describedBy(kept);
  } else if (mention.form !== 'habit') yield* describedBy(kept);
  for (const kind of kinds) yield kind.name;
  const telling = [...quote.slice(Math.max(0, mention.headEnd - mention.start)).matchAll(/[\p{L}][\p{L}'-]{2,13}/gu)]
    .map((hit) => hit[0].toLowerCase())
    .filter((word) => !PLAIN.has(word) && !UNKIND.has(word) && !VAGUE.has(word) && isWord(word) && !word.includes("'"));
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

/** Whether a folded word says something about a part, rather than holding a sentence together. */
export const isTelling = (word: string): boolean => !PLAIN.has(word) && !VAGUE.has(word) && !DULL.has(word);
