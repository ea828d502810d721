import { type Finding, type Material, beliefIdOf } from '../finding.ts';
import type { Steps } from '../../steps.ts';
import { aboutOf, denies } from './clauses.ts';
import { nameOf } from './find-triggers.ts';
import { type Passage, type Statement, sourcesOf } from './passages.ts';
import { quoted } from './quote.ts';

const THREADS_MAX = 6;

export type ThreadKind = 'postponed' | 'intended' | 'asked';

const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
/** A day or moment by which something is to be done: “by Friday”, “by the end of the week”, “by the 12th”. */
const DUE = `by (?:(?:${DAY}|tomorrow|tonight|then|noon|midday|midnight|christmas|easter|january|february|march|april|may|june|july|august|september|october|november|december)(?!\\p{L})|(?:the end of )?(?:the|this|next) (?:day|week|weekend|month|year|term)(?!\\p{L})|(?:the )?\\d+\\p{L}*)`;
const LATER =
  `(?:${DUE}|(?:on|next|this) ${DAY}|(?:over|at) the weekend|at the end of (?:the|this|next) (?:day|week|month|year)|` +
  "tomorrow|next (?:week|time|session|month|weekend|year)|later|soon|another (?:day|time)|this (?:week|weekend|evening|afternoon)|tonight|one day|some ?day|when i(?:'m| am) ready|before (?:christmas|easter|the \\p{L}+)|after (?:the|my) \\p{L}+)";
const postponed = new RegExp(
  [
    '\\b(?:come|coming|go|going|get|getting) back to (?:this|that|it|the|my|what|him|her|how|why|these|those)\\b',
    '\\breturn to (?:this|that|it|the|my|what)\\b',
    '\\b(?:leave|park|save|keep) (?:this|that|it|the \\p{L}+) for (?:now|today|later|another|next)\\b',
    '\\bput(?:ting)? (?:it|this|that) off\\b|\\bput off (?:the|my|\\p{L}+ing)\\b',
    '\\b(?:next|another) (?:time|day),? (?:i|we|perhaps|maybe)\\b',
    "\\bnot (?:yet )?ready to (?!say)\\p{L}+\\b|\\b(?:i'm|i am) not there yet\\b",
  ].join('|'),
  'u',
);
const intended = new RegExp(
  `\\b(?:i(?:'ll| will|'m going to| am going to| plan to| intend to|'d like to| would like to| want to| need to| have to| should| must)(?! (?:be|never|get|not)\\b)|i (?:keep|'ve been|have been) meaning to|remind me to) .{3,160}?\\b${LATER}\\b|\\bi (?:keep|have been) meaning to\\b|\\bi've been meaning to\\b|\\bremind me to\\b|\\b${LATER},? i(?:'ll| will|'m going to| am going to| want to| need to| should|'d like to)\\b`,
  'u',
);
const wonders =
  /\bi (?:still |often |sometimes |just |do )?(?:(?:wonder|keep asking myself) (?:why|what|whether|if|how|who|where)|(?:don't know|do not know|can't tell) (?:why|whether|if|how to))\b/u;
/** Begins as a question does: “I think so?” is none. */
const BEGINS_AS_QUESTION =
  /(?:^|[,:;–—] ?|\b(?:and|but|so|or|then) )(?:why|what|how|when|where|who|which|is|am|are|was|were|do|does|did|can|could|should|would|will|have|has|had|if)\b/u;
const FIRST_PERSON = /\b(?:i|i'm|i've|i'd|i'll|me|my|myself|mine)\b/u;
/** Asked of somebody who reads along, or no real question. */
const ASKED_OF_OTHERS =
  /\b(?:you|your)\b|^(?:can|could|may|shall|should) (?:i|we) (?:ask|tell|start|say|stop|write|go on)|\b(?:is|does) (?:that|this|it) (?:normal|okay|ok|make sense|right)\b|(?:right|okay|ok|no|eh|isn't it|don't i)\?$/u;
const ANSWERS =
  /^(?:because|maybe|perhaps|probably|i think|i guess|i suppose|it's because|it is because|the answer|well, because|possibly|yes|no)\b/u;
/** Said of others, of what is over, or only supposed. */
const NOT_MEANT = /\b(?:he|she|they) (?:said|says|thinks?|asked|told)\b|\bif i (?:had|were)\b|\bi would have\b/u;

/** What was postponed, intended or asked of oneself and not answered, in the person's own words. */
export function* findOpenThreads(material: Material, passages: readonly Passage[]): Steps<Finding[]> {
  const found: Finding[] = [];
  // The newest ones: what was meant at the end of an evening stays meant.
  for (const passage of passages.toReversed())
    for (const statement of passage.sentences.toReversed()) {
      yield;
      const kind = kindOf(statement);
      const thread = kind && threadOf(material, passage, kind, statement.words);
      if (thread) found.unshift(thread);
      if (found.length === THREADS_MAX) return found;
    }
  return found;
}

/** What kind of open end a sentence is, if it is one. */
function kindOf(statement: Statement): ThreadKind | null {
  const { folded, next } = statement;
  const isOwn = (hit: RegExpExecArray | null): boolean =>
    hit !== null && !statement.isQuoted(hit.index) && !deniesIt(folded, hit) && !NOT_MEANT.test(folded);
  if (isOwn(postponed.exec(folded))) return 'postponed';
  const isAnswered = next !== null && ANSWERS.test(next.folded);
  if (folded.endsWith('?')) {
    const isOwnQuestion =
      BEGINS_AS_QUESTION.test(folded) &&
      FIRST_PERSON.test(folded) &&
      !ASKED_OF_OTHERS.test(folded) &&
      !statement.isQuoted(folded.length - 1);
    return isOwnQuestion && folded.split(' ').length >= 4 && !isAnswered ? 'asked' : null;
  }
  if (isOwn(intended.exec(folded))) return 'intended';
  return isOwn(wonders.exec(folded)) && !isAnswered ? 'asked' : null;
}

/** “I don’t want to come back to this”; but not “I’m not ready to”, which has its no inside. */
const deniesIt = (folded: string, { index }: RegExpExecArray): boolean =>
  denies(folded.slice(Math.max(0, index - 20), index).replace(/^.*[,;]/u, ''));

const leads: Record<ThreadKind, (words: string) => string> = {
  postponed: (words) => `You left this for another time: ${words}`,
  intended: (words) => `You meant to do this: ${words}`,
  asked: (words) => `You asked yourself: ${words}`,
};
const leadsOfPart: Record<ThreadKind, string> = { postponed: 'left this for another time', intended: 'meant to do this', asked: 'asked' };

/** An open thread, whoever found it. Null when its words are from a hard moment, or could not be kept. */
export function threadOf(material: Material, passage: Passage, kind: ThreadKind, written: string): Finding | null {
  const { source, at, speaker, parts } = passage;
  const words = quoted(written);
  if (words === null || passage.isHard()) return null;
  const own = speaker === null ? parts : [speaker];
  return {
    section: 'openThreads',
    id: beliefIdOf('openThreads', speaker === null ? aboutOf(written) : `${speaker} ${aboutOf(written)}`),
    text: speaker === null ? leads[kind](words) : `${nameOf(material, speaker)} ${leadsOfPart[kind]}: ${words}`,
    by: 'summariser',
    ...(own.length > 0 && own.length <= 2 && { parts: [...own] }),
    sources: sourcesOf([{ source }], material.source),
    at,
  };
}
