import { type Finding, type Material, beliefIdOf } from '../finding.ts';
import { aboutOf, clauseEnd, clauseStart, denies } from './clauses.ts';
import { fold } from '../../language/sentences.ts';
import type { Steps } from '../../steps.ts';
import { type Passage, type Statement, sourcesOf } from './passages.ts';
import { quoted, verbatim } from './quote.ts';

const TRIGGERS_MAX = 8;
const WANTED_MAX = 120;

const SUBJECT =
  "(?:i(?:'m|'ve|'d|'ll)?|my (?:\\p{L}+ )?(?:chest|stomach|belly|gut|throat|jaw|heart|shoulders|hands?|mind|brain|head|body|legs|skin|voice|breath)|(?:(?:a|some|another|this|that|one) )?(?:\\p{L}+ )?(?:part|side|bit) of me|(?:something|everything) in(?:side)? me)";

/** What is done, felt or longed for at once, as people tell it of themselves. */
const FLEEING =
  '(?:disappear|vanish|hide|run|flee|leave|scream|shout|cry|quit|give up|curl up|crawl|shrink|sink|punch|throw|smash|drink|eat|fix|please|prove|escape|get (?:away|out)|go home|shut|apologi[sz]e|say (?:yes|sorry)|be (?:alone|left alone|invisible|held|small|gone|anywhere else|somewhere else)|make (?:it|myself|everything) (?:right|small|smaller|better))';
const AS_FEELING =
  "(?:feel|felt|feeling|get|got|getting|become|became|go|went|goes|am|was|'m) (?:\\p{L}+ ){0,2}?(?:anxious|nervous|panicky|scared|afraid|frightened|terrified|small|tiny|little|stupid|useless|worthless|invisible|sick|trapped|ashamed|guilty|angry|furious|numb|blank|cold|quiet|silent|still|rigid|stiff|tense|dizzy|hot|red|lonely|alone|overwhelmed|sad|tearful|hopeless|judged|rejected|unwanted|defensive|jealous|like (?:a|an|the|i|i'm|nothing|crying|running|hiding|screaming|dirt|rubbish)|as if|as though)";
const REACTION = `(?:freez(?:e|es|ing)|froze|frozen|shuts? (?:down|off|up)|switch(?:ed)? off|zoned? out|check(?:ed)? out|panic(?:s|ked)?|snap(?:s|ped)?|explode[ds]?|los[et] (?:it|my \\p{L}+)|see red|saw red|cry|cried|burst into tears|well(?:ed)? up|shrinks?|shrank|disappear(?:ed)?|clam(?:med)? up|tens(?:e|es|ed)(?: up)?|tighten(?:s|ed)?|clench(?:es|ed)?|shak(?:e|es|ing)|shook|trembl(?:e|es|ed|ing)|spiral(?:s|led)?|dissociated?|bolt(?:ed)?|r[au]n away|hide|hid|flinch(?:ed)?|apologi[sz]ed?|sa(?:y|id) (?:yes|sorry)|ma(?:ke|de) a joke|(?:can't|couldn't|cannot) (?:breathe|speak|think|move|sleep|stop|eat)|st(?:op|opped) breathing|h(?:old|eld) my breath|brace[ds]?|withdr[ae]w|retreat(?:ed)?|pull(?:ed)? away|drops?|dropped|knots?|sinks?|sank|races?|raced|pounds?|closes?|closed|${AS_FEELING}|(?:want|wanted|need|needed|have|had|long|longed) (?:to|nothing more than to) ${FLEEING}|start(?:s|ed)? (?:crying|shaking|apologi[sz]ing|eating|drinking|scrolling|cleaning|planning|to (?:cry|shake|panic|sweat))|reach(?:ed)? for (?:my|the|a)|end(?:ed)? up \\p{L}+ing)`;

const WHEN =
  '(?:every time|everytime|each time|whenever|any time|anytime|when|as soon as|the (?:minute|second|moment|instant)(?: that)?|once|if)';
const forward = new RegExp(
  `(?<![\\p{L}'])${WHEN} (?<cause>[^.!?;]{3,120}?),?(?: then)? (?=(?<reacts>${SUBJECT} (?<between>(?:\\p{L}[\\p{L}']* ){0,3}?)${REACTION})(?!\\p{L}))`,
  'gu',
);
const backward = new RegExp(
  `(?<![\\p{L}'])${SUBJECT} (?<between>(?:\\p{L}[\\p{L}']* ){0,3}?)${REACTION}(?!\\p{L})[^.!?;,]{0,60}? (?:every time|each time|whenever|when|as soon as|the (?:minute|second|moment|instant)(?: that)?) (?<cause>[^.!?;,]{3,120})`,
  'gu',
);
const makes = new RegExp(
  `(?<![\\p{L}'])(?<cause>[^.!?;,]{3,80}?) (?<between>(?:always |really |just |still |never |doesn't |didn't |don't )*)(?:(?:makes?|made|making) me (?:${REACTION}|(?:want|need) to ${FLEEING})|(?:sets?|setting) me off|trigger(?:s|ed) me|winds? me up|wound me up)(?!\\p{L})`,
  'gu',
);

/** Asked first: most sentences say neither, and the patterns above cost a hundred times as much. */
const SAYS_WHEN = /\b(?:when|whenever|time|anytime|everytime|soon|minute|second|moment|instant|once|if)\b/u;
const SAYS_MAKES = /\b(?:m(?:akes?|ade|aking) me|me (?:off|up)|trigger(?:s|ed) me)\b/u;

/** Not something that sets anything off: one's age, or what somebody only supposes. */
const BIOGRAPHY =
  /^(?:i was|i were|we were) (?:\p{L}+ )?(?:\d+|little|young|small|a|an|at school|born|in my|six|seven|eight|nine|ten|eleven|twelve)\b|^i (?:grow|grew) up/u;
const NOT_A_CAUSE = /^(?:it|that|this|which|they|he|she|everything|nothing|what|i|and|but)$/u;
const NO_LONGER = /\bused to\b|\bwould\b|\bmight\b|\bcould\b(?!n't)/u;

type Trigger = { cause: string; start: number };

/** What sets something off in the person, in their own words, and what they wanted then. */
export function* findTriggers(material: Material, passages: readonly Passage[]): Steps<Finding[]> {
  const found: Finding[] = [];
  for (const passage of passages)
    for (const statement of passage.sentences) {
      yield;
      for (const { cause, start } of triggersIn(statement)) {
        const trigger = triggerOf(material, passage, statement.words.slice(start), cause, wantedIn(statement, start));
        if (trigger) found.push(trigger);
        if (found.length === TRIGGERS_MAX) return found;
      }
    }
  return found;
}

function triggersIn(statement: Statement): Trigger[] {
  const { folded } = statement;
  if (folded.endsWith('?')) return [];
  const found: Trigger[] = [];
  const add = (cause: string, between: string, start: number): void => {
    const own = cause.replace(/^(?:and|but|so|then|because|that) /u, '').trim();
    const isCause = !NOT_A_CAUSE.test(own) && !/ but /u.test(own) && !BIOGRAPHY.test(own) && aboutOf(own) !== '';
    if (isCause && !denies(between) && !NO_LONGER.test(between) && !statement.isQuoted(start)) found.push({ cause: own, start });
  };
  if (SAYS_WHEN.test(folded))
    for (const { groups = {}, index } of folded.matchAll(forward)) add(groups['cause'] ?? '', groups['between'] ?? '', index);
  if (found.length > 0) return found;
  if (SAYS_WHEN.test(folded))
    for (const { groups = {}, index } of folded.matchAll(backward)) add(groups['cause'] ?? '', groups['between'] ?? '', index);
  if (!SAYS_MAKES.test(folded)) return found;
  for (const { groups = {}, index } of folded.matchAll(makes)) {
    const cause = groups['cause'] ?? '';
    const from = clauseStart(folded, index + cause.length);
    const start = Math.max(index, from);
    add(folded.slice(start, index + cause.length), groups['between'] ?? '', start);
  }
  return found;
}

/**
 * A trigger, whoever found it. Null when its words are from a hard moment: that is for the safety notes, which quote nothing.
 * @param cause the words by which it is known again.
 */
export function triggerOf(material: Material, passage: Passage, words: string, cause: string, wanted: string | null): Finding | null {
  const { source, at, speaker, parts } = passage;
  const text = quoted(words);
  if (text === null || passage.isHard()) return null;
  const own = speaker === null ? parts : [speaker];
  return {
    section: 'triggers',
    id: beliefIdOf('triggers', speaker === null ? aboutOf(cause) : `${speaker} ${aboutOf(cause)}`),
    text: speaker === null ? text : `${nameOf(material, speaker)} said: ${text}`,
    by: 'summariser',
    ...(own.length > 0 && own.length <= 2 && { parts: [...own] }),
    ...(wanted !== null && { wanted }),
    sources: sourcesOf([{ source }], material.source),
    at,
  };
}

/** The words that say what sets something off, in words somebody else found; all of them when that can't be told. */
export const causeIn = (words: string): string =>
  triggersIn({ words, folded: fold(words), next: null, isQuoted: () => false })[0]?.cause ?? words;

/** A part by its name; one that is gone is still one of the person's parts. */
export const nameOf = ({ parts }: Material, partId: string): string => parts.find(({ id }) => id === partId)?.name ?? 'A part';

const WANTED =
  /\b(?:i|all i|part of me) (?:just |only |really |so |always |suddenly |immediately |still )*(?:want(?:ed)?|wish(?:ed)?|need(?:ed)?|long(?:ed)?|ache[ds]?)(?: (?:is|was))? (?=(?:to|for|i could|i were|someone|somebody|him|her|them|it)\b)/u;

/** A wish of such a moment: to be away, to be held, that it stops. */
const EASES = new RegExp(
  `^(?:to (?:${FLEEING}|feel|stop|rest|sleep|be (?!at\\b|in\\b|on\\b|there\\b|back\\b)\\p{L}+)|for it to|it to|i could|i were)(?!\\p{L})`,
  'u',
);
const OF_SOMEBODY = /^(?:for )?(?:someone|somebody|him|her|them)\b/u;
const AT_ONCE = /\b(?:just|only|all i|really|suddenly|immediately|wanted|needed|wished|longed|ached)\b/u;
/** What is planned for some time is another matter. */
const PLANNED =
  /\b(?:tomorrow|tonight|later|weekend|next \p{L}+|(?:on|by|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day|at (?:\d|noon))/u;
/** A sentence that goes on with the one before it says nothing before its wish but how it hangs together with that. */
const GOES_ON = /^(?:(?:and|so|but|then|because|at that moment|in that moment|inside|right then|suddenly),? )*$/u;

/** What was wanted, said in the same breath, or in the next one where that goes on with it. */
function wantedIn({ words, folded, next }: Statement, start: number): string | null {
  const own = WANTED.exec(folded.slice(start));
  if (own) return wantIn(words.slice(start), folded.slice(start), own);
  const hit = next && WANTED.exec(next.folded);
  if (!next || !hit || !GOES_ON.test(next.folded.slice(0, hit.index)) || PLANNED.test(next.folded)) return null;
  const wish = next.folded.slice(hit.index + hit[0].length);
  const isOfThen = EASES.test(wish) || (OF_SOMEBODY.test(wish) && AT_ONCE.test(hit[0]));
  return isOfThen ? wantIn(next.words, next.folded, hit) : null;
}

function wantIn(words: string, folded: string, want: RegExpExecArray): string | null {
  const from = want.index + want[0].length;
  return verbatim(words.slice(from, clauseEnd(folded, from)), WANTED_MAX);
}
