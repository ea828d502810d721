import { type Holder, holderAt, othersNear } from './bearer.ts';
import type { Sentence } from './message.ts';
import { phraseIndex } from './phrase-index.ts';
import type { Family, SafetyLabel, Sign, Weight } from './sign.ts';
import { signsInJest } from './signs-in-jest.ts';
import { signsByTheme } from './signs-by-theme.ts';
import { signsInside } from './signs-inside.ts';
import { signsOfDistress } from './signs-of-distress.ts';
import { signsOfDying } from './signs-of-dying.ts';
import { signsOfLeaving } from './signs-of-leaving.ts';
import { signsOfMeans } from './signs-of-means.ts';
import { signsOfResolve } from './signs-of-resolve.ts';
import { signsOfSelfHarm } from './signs-of-self-harm.ts';
import { signsOfViolence } from './signs-of-violence.ts';

const families: readonly Family[] = [
  ...signsOfDying,
  ...signsOfResolve,
  ...signsOfSelfHarm,
  ...signsOfLeaving,
  ...signsOfMeans,
  ...signsOfViolence,
  ...signsInside,
  ...signsInJest,
  ...signsByTheme,
  ...signsOfDistress,
];
const index = phraseIndex(families.map(({ patterns }) => patterns));

const SOFTENED =
  '(?: (?:going|to|planning|plan|thinking|think|thought|thoughts|about|of|actually|really|even|ever|want|wanted|wanting|trying|try|intend|intending|be|been|have|having|feel|feeling|act|on|do|did|at|all|any|the|like|that|i|am|would|will|anything|so|being|actively|currently|a|risk|urge|plans?|myself|hurt|harm|or)){0,7}';
const NEGATED = new RegExp(
  `\\b(?:not|never|no longer|no (?:plans?|thoughts?|intention|urge|desire|wish|risk|ideas?)|nothing like|stopped|without|nor|neither)${SOFTENED} ?$`,
);
/** "I am not joking, I want to", "not just", "do not think I can stop": no denial of what follows. */
const NOT_A_DENIAL =
  /\b(?:not (?:joking|kidding|lying|going to lie|even joking|only|just|sure|afraid|scared|sorry)|can not|could not|do not know|why (?:do|should) i not|not (?:think|feel) (?:that )?i (?:can|want))[a-z ,']*$/;
const NOTHING_PLANNED =
  /\b(?:nothing (?:is )?planned|no plans?|not (?:going to|planning to|planning on) (?:do(?:ing)? (?:anything|something)|act|hurt myself|kill myself)|would (?:not|never) (?:do|act|hurt|actually|harm)|i would never|i am (?:quite |perfectly |still )?safe|not in (?:any )?danger|do not mean (?:it|that) the way|not suicidal|lift a finger|not planning|no intention of (?:doing|acting)|never act on|too (?:much of a )?coward)/;
/** Inside a question somebody put: "asked whether I ever think of", "any thoughts of". */
const QUESTION = /\b(?:whether|if (?:i|we|there)|any thoughts? of|any urges?|do you|are you|have you|had i|ever)\b[^.]{0,50}$/;
const YES =
  /\b(?:said yes|yes|nodded|lied|could not answer|did not answer|said nothing|truth is|ticked yes|said no but|said no,? (?:but|and i lied)|i do|i am|i have)\b/;
/** Somebody speaking of themselves, here and now, whatever film is on. */
const IN_EARNEST =
  /\b(?:i (?:am|want|keep|have|will|could|feel|think|just|really|would|need|can not|do not|might|should|wish|tried|took|cut)|me (?:want|think|feel)|made me)\b[^,"]{0,30}$/;
const SAYS = /\b(?:says?|said|goes|sings?|called|titled|line|tells?|told me|wrote|writes|reads|shouts?|shouted|asked|asks)\b/;

/** What the rules see in a message, and whether somebody denies a danger that nobody asked about. */
export type Signs = { readonly signs: readonly Sign[]; readonly isDenied: boolean };

/** Every sign in a message, in the order of its sentences, each read in context: who is meant, when, denied or not, told or in earnest. */
export function signsIn(sentences: readonly Sentence[]): Signs {
  const signs: Sign[] = [];
  let isDenied = false;
  let nothingPlanned: boolean | null = null;
  for (const [at, sentence] of sentences.entries()) {
    for (const { family, found } of phrasesIn(sentence.text)) {
      const read = weigh(sentences, at, sentence, family, found);
      if (read === null) continue;
      if (read === 'denied') {
        isDenied ||= !isAnsweredWithNo(sentences, at);
        continue;
      }
      if (read === 'wish') nothingPlanned ??= sentences.some((other) => NOTHING_PLANNED.test(other.text));
      const weight = read !== 'wish' ? read : nothingPlanned === true ? 'heavy' : 'danger';
      signs.push({ family: family.name, thing: family.adds === true ? `${family.name}: ${found[0]}` : family.name, weight, at });
    }
  }
  return { signs, isDenied };
}

/** Every phrase of every family in a sentence; those of one family do not overlap. */
function* phrasesIn(text: string): Generator<{ family: Family; found: RegExpExecArray }> {
  const ends = new Map<Family, number>();
  for (const { group, found } of index.find(text)) {
    const family = families[group];
    if (family === undefined || found.index < (ends.get(family) ?? 0)) continue;
    ends.set(family, found.index + found[0].length);
    yield { family, found };
  }
}

/** What one phrase weighs where it stands; null when it says nothing there. */
function weigh(
  sentences: readonly Sentence[],
  at: number,
  sentence: Sentence,
  family: Family,
  found: RegExpExecArray,
): Weight | 'denied' | null {
  const before = sentence.text.slice(0, found.index);
  const near = before.slice(-90);
  const isTold = sentence.isTold || (sentences[at - 1]?.isTold === true && !/\b(?:i|me|my)\b/.test(sentence.text));
  if (isTold && !IN_EARNEST.test(near + found[0])) return null;
  const isQuoted = sentence.quoted.some(({ start, end }) => start < found.index && found.index < end);
  if (isQuoted && isTold) return null;
  if (sentence.isAsked && QUESTION.test(near)) return isAnsweredWithYes(sentences, at) ? 'danger' : null;
  if (NEGATED.test(near) && !NOT_A_DENIAL.test(near) && family.deniable === true)
    return isTakenBack(sentences, at) ? family.weight : 'denied';
  const holder = holderAt(sentences, at, found.index, found[0]);
  const weight = borneBy(holder, sentences, at, found.index + found[0].length, family, isQuoted && SAYS.test(before));
  if (weight === null) return null;
  return isHistory(sentences, at) && weight !== 'faint' ? 'heavy' : weight;
}

function borneBy(
  holder: Holder,
  sentences: readonly Sentence[],
  at: number,
  end: number,
  family: Family,
  isSpeech: boolean,
): Weight | null {
  const isStrong = family.weight === 'danger' || family.weight === 'wish' || family.weight === 'hint';
  switch (family.bearer) {
    case 'own':
      return isSpeech && holder === 'other' ? 'heavy' : family.weight;
    case 'nearest':
      if (holder === 'other') return isStrong ? 'heavy' : 'faint';
      return family.weight;
    case 'inner':
      return isInner(sentences, at) ? family.weight : null;
    case 'other':
      if (holder === 'inner') return 'faint';
      return othersNear(sentences, at, end) ? family.weight : family.weight === 'danger' ? 'hint' : 'trace';
  }
}

/** Parts are spoken of here, or in the sentence before and meant by "it", "he" or "they" here. */
function isInner(sentences: readonly Sentence[], at: number): boolean {
  const own = sentences[at];
  if (own === undefined) return false;
  return own.isInner || (sentences[at - 1]?.isInner === true && /\b(?:it|he|she|they|them|us)\b/.test(own.text));
}

/** Whether a sentence tells of long ago: by its own words, those before it, or "that was ten years ago" after it. */
function isHistory(sentences: readonly Sentence[], at: number): boolean {
  const own = sentences[at];
  if (own === undefined || own.isCurrent) return false;
  if (own.isPast) return true;
  const next = sentences[at + 1];
  if (next?.isPast === true && /^(?:it|that|this|those) (?:was|were|is)\b/.test(next.text)) return true;
  const before = sentences[at - 1];
  return before?.isPast === true && !before.isCurrent && !/\b(?:i am|want|need|keep|will|is|has|have|can not|do not|says)\b/.test(own.text);
}

/** "I told the nurse I wasn’t. I lied." */
const isTakenBack = (sentences: readonly Sentence[], at: number): boolean =>
  [at, at + 1].some((near) => /\b(?:i lied|a lie|not true|lying)\b/.test(sentences[near]?.text ?? ''));

const isAnsweredWithYes = (sentences: readonly Sentence[], at: number): boolean =>
  [at, at + 1].some((near) => YES.test(sentences[near]?.text ?? ''));

const isAnsweredWithNo = (sentences: readonly Sentence[], at: number): boolean =>
  [at - 1, at, at + 1].some((near) => sentences[near]?.isAsked === true || sentences[near]?.isTold === true);

// Signs further apart than this belong to different stories of one long entry.
const REACH = 8;

/** What the signs of a message come to by the rules alone. */
export function ruledLabel({ signs, isDenied }: Signs): SafetyLabel {
  if (signs.some(({ weight }) => weight === 'danger')) return 'crisis';
  for (const [first, { at }] of signs.entries()) {
    const things: Record<Weight, Set<string>> = {
      danger: new Set(),
      wish: new Set(),
      hint: new Set(),
      trace: new Set(),
      heavy: new Set(),
      faint: new Set(),
    };
    for (let next = first; next < signs.length; next += 1) {
      const sign = signs[next];
      if (sign === undefined || sign.at >= at + REACH) break;
      things[sign.weight].add(sign.thing);
    }
    const points = 2 * things.hint.size + things.trace.size;
    if (points >= 2 && points + Math.min(1, things.heavy.size) >= 3) return 'crisis';
  }
  const kindsOf = (weight: Weight): number => new Set(signs.filter((sign) => sign.weight === weight).map(({ family }) => family)).size;
  return kindsOf('heavy') > 0 || kindsOf('hint') > 0 || kindsOf('trace') > 1 || kindsOf('faint') > 1 || isDenied ? 'concern' : 'none';
}
