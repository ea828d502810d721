import { plainly } from '../../language/sentences.ts';
import { sensesOf } from '../../language/word-senses.ts';
import { kindsOfAgent, kindsOfJob } from '../detection/part-kinds.ts';

/** Longer than this it is a description, and no name for somebody. */
const WORDS_MAX = 8;
/** A greeting may come before it. */
const PIECES_READ = 3;

const going = String.raw`(?:let's|let us|can we|could we|i'd like to|i would like to|i want to)(?: (?:please|now|just))* (?:meet|visit|take|try|do|look at|get to know|focus on|(?:turn|talk|speak|go|listen) (?:to|with)|(?:work|start|begin|be|sit|go on) with)`;
const opening = new RegExp(
  String.raw`^(?:(?:um+|uh+|hm+|well|so|oh|ok|okay|maybe|perhaps|probably|i think|i guess|i'd say|it's|it is|that's|that would be|there's|there is|the part is|it's called|i call (?:it|him|her)|turn to|with|${going})[,.… ]+)*`,
  'u',
);
const closing = /(?:[, ]+(?:i guess|i think|i suppose|maybe|probably|perhaps|please|now|today|again|lol|haha|tbh))+$/u;
const determined =
  /^(the|my|this|that|a|an|some) ((?:[\p{L}'-]+ ){0,3}?[\p{L}'-]+)(?: (?:that|who|which) .*| in (?:me|my .*|there)| of (?:me|mine)| inside(?: me)?)?$/u;
/** What a relative clause adds, as far as it can be said to somebody else: the one who checks the door. */
const relative = /\b(?:the|this|that|an?) (?:\w+ )?(?:one|part|side|bit) (?:(?:of|in) me )?((?:that|who|which) .*)$/u;
const firstPerson = /\b(?:i|me|my|mine|myself|i'm|i've|i'd|i'll)\b/u;
const dull =
  /^(?:one|part|side|thing|something|someone|somebody|lot|bit|same|other|first|last|next|time|way|day|question|answer|fact|idea|feeling|other one)$/u;
const noName =
  /\b(?:i|me|myself|you|we|is|was|am|are|i'm|it's|don't|can't|feels?|want|wants|says?|because|when|if|and|but|or|not|no|to)\b/u;
/** Somebody the person knows, and not one in them, as far as a bare word tells. */
const acquaintances =
  /^(?:boss|manager|mother|mum|mom|mummy|father|dad|daddy|brother|sister|son|daughter|wife|husband|partner|girlfriend|boyfriend|friend|friends|ex|therapist|doctor|teacher|colleague|neighbou?r|kids?|children|family|parents?|cat|dog|work|job|house|phone)$/u;

/**
 * What somebody called the part they found, in their own words and lower case, to be said back within a sentence: “The critic!” is the critic,
 * “my inner judge” your inner judge, “sadness” the sadness. Null when the words are no name for anybody.
 */
export function calledIn(text: string): string | null {
  const pieces = plainly(text)
    .split(/[.!?\n,;:()"]/u)
    .map((piece) => piece.replace(/\s+/gu, ' ').trim().replace(opening, '').replace(closing, '').trim())
    .filter((piece) => piece !== '');
  const doing = pieces
    .slice(0, PIECES_READ)
    .map(doingIn)
    .find((one) => one !== null);
  if (doing !== undefined) return doing;
  const [words = ''] = pieces;
  const [, article = '', phrase = ''] = determined.exec(words) ?? [];
  if (phrase !== '') return noName.test(phrase) || dull.test(phrase) ? null : withArticle(article, phrase);
  const isOneWord = /^[\p{L}-]{3,}$/u.test(words);
  return isOneWord && !dull.test(words) && !acquaintances.test(words) && isNoun(words) ? `the ${words}` : null;
}

/** What a relative clause tells of a part, as far as it can be said to somebody else: the one who checks the door. */
function doingIn(words: string): string | null {
  const clause = relative.exec(words)?.[1];
  return clause !== undefined && !firstPerson.test(clause) && clause.split(' ').length < WORDS_MAX ? `the one ${clause}` : null;
}

/** Whether somebody was named who is in the person’s life rather than in them. */
export const namesAcquaintance = (text: string): boolean =>
  acquaintances.test(/^(?:it's |maybe |probably )?(?:my |our )(\p{L}+)[ .!]*$/u.exec(plainly(text))?.[1] ?? '');

function withArticle(article: string, phrase: string): string | null {
  const noun = phrase.split(' ').at(-1) ?? '';
  if (article === 'my') return acquaintances.test(noun) ? null : `your ${phrase}`;
  return article === 'this' || article === 'that' ? `that ${phrase}` : `the ${phrase}`;
}

/** Whether a bare word is one for a feeling or a figure. */
const isNoun = (word: string): boolean =>
  kindsOfAgent(word).length > 0 ||
  kindsOfJob(word).length > 0 ||
  sensesOf(word).some((sense) => sense === 'feeling' || sense === 'person' || sense === 'animal');
