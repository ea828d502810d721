/** A noun phrase around a head noun: where it starts, its determiner and the words between. */
type NounPhrase = { readonly start: number; readonly determiner: string; readonly modifiers: readonly string[] };

const DETERMINERS = new Set(
  'a an the one some another this that these those my mine every any no our his her their your its each other which what'.split(' '),
);

// A word of these before the head noun belongs to what came before, not to the noun phrase.
const OUTSIDE = new Set(
  (
    'and but or so because with without is was are were be been am do does did has have had of to for in on at by from into onto than then ' +
    'when while if as that who which where i me you he she it we they him them us not never only even still also just says said like about over under behind ' +
    "up down out off yes no well there here i'm i've i'd it's that's there's theres plus though although yet until till since before after"
  ).split(' '),
);

const MOST_MODIFIERS = 4;
const REACH = 80;

/** Walks back from a head noun to the start of its noun phrase. */
export function nounPhraseBefore(sentence: string, headStart: number): NounPhrase {
  const before = sentence.slice(Math.max(0, headStart - REACH), headStart);
  const offset = headStart - before.length;
  const words = [...before.matchAll(/[^\s,;:.!?()"\u2013\u2014]+|[,;:.!?()"\u2013\u2014]/g)];
  const modifiers: string[] = [];
  let start = headStart;
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (word === undefined) break;
    const text = word[0];
    const another = text === 'other' && words[at - 1]?.[0] === 'the';
    if (DETERMINERS.has(text) && !another && text !== 'other') return { start: offset + word.index, determiner: text, modifiers };
    if (text === 'other') {
      start = offset + word.index;
      if (!another) return { start, determiner: 'other', modifiers };
      modifiers.unshift(text);
      continue;
    }
    // A comma may stand between two adjectives, as in "a small, frightened part".
    if (text === ',' && modifiers.length > 0 && DETERMINERS.has(words[at - 1]?.[0] ?? '')) continue;
    if (text === ',' && modifiers.length > 0 && modifiers.length < MOST_MODIFIERS && adjectiveFollowsDeterminer(words, at)) continue;
    if (!/^[\p{L}\p{N}'-]+$/u.test(text) || OUTSIDE.has(text) || modifiers.length >= MOST_MODIFIERS) break;
    modifiers.unshift(text);
  }
  // Without a determiner the words before are verbs as often as adjectives.
  return { start, determiner: '', modifiers: [] };
}

function adjectiveFollowsDeterminer(words: readonly RegExpExecArray[], comma: number): boolean {
  const adjective = words[comma - 1]?.[0];
  const determiner = words[comma - 2]?.[0];
  return adjective !== undefined && determiner !== undefined && /^[\p{L}-]+$/u.test(adjective) && DETERMINERS.has(determiner);
}

/** Moves a start back over "there is", "there was this" and the like. */
export function withThereIs(sentence: string, start: number): number {
  const lead =
    /(?:^|[^a-z])(there(?:'?s| is| was| are| were| has been|'?s been| comes| came)(?: (?:also|still|always|just|only|now|then|definitely|probably|maybe|kind of|sort of|like|even))? )$/.exec(
      sentence.slice(Math.max(0, start - 40), start),
    );
  const words = lead?.[1];
  return words === undefined ? start : start - words.length;
}
