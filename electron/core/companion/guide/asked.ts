import { plainly } from '../../language/sentences.ts';
import type { GuideWish, SessionMode } from '../../../../shared/entities/session.ts';
import { askedPatterns, drug } from './asked-patterns.ts';
import { type GuideContext, whereItStands } from './guide-context.ts';
import { type Heard, fitting } from './listen.ts';
import type { Told } from './six-fs-reply.ts';
import type { Telling } from './telling.ts';
import type { Asked } from './words/asked.ts';
import { askedAgain, askedSaying, backToStep, farewellInHardTimes } from './words/asked.ts';

/** What people ask of the Guide itself stands in a few words; in a longer message it is only looked for at the end. */
const WORDS_MAX = 45;
const SENTENCE_MAX = 18;
const CHARACTERS_MAX = 200;

/** In a letter the words are for the part; only how it ends is asked of the Guide. */
const inLetter: ReadonlySet<Asked> = new Set(['how_letter']);
/** In a dialogue the person speaks to their parts: what could be meant for one of them is left to it. */
const inDialogue: ReadonlySet<Asked> = new Set([
  ...([
    'diagnosis',
    'medicine',
    'ifs',
    'self',
    'protectors',
    'exiles',
    'blending',
    'trailhead',
    'six_fs',
    'recording',
    'no_quotes',
  ] as const),
  ...(['how_end', 'how_lock', 'how_export', 'how_forget', 'how_undo', 'how_private', 'how_part'] as const),
]);
/** In the middle of the steps these would be answers to their questions, or are heard there. */
const notInSteps: ReadonlySet<Asked> = new Set([
  ...([
    'meaning',
    'more',
    'greeting',
    'how_are_you',
    'there',
    'criticism',
    'feelings',
    'unknown',
    'again',
    'why_ask',
    'begin',
    'wrong_with_me',
    'thanks',
    'farewell',
    'night',
  ] as const),
]);

/** In a visit they may be for the part. */
const notInVisit: ReadonlySet<Asked> = new Set(['how_are_you', 'there']);

const fits = (asked: Asked, mode: SessionMode): boolean =>
  mode === 'letter'
    ? inLetter.has(asked)
    : mode === 'dialogue'
      ? inDialogue.has(asked)
      : mode === 'six_fs'
        ? !notInSteps.has(asked)
        : mode === 'visit'
          ? !notInVisit.has(asked)
          : true;

/** What was asked of the Guide itself, and the rest of the message. */
export type Asking = { readonly asked: Asked; readonly rest: string };

/**
 * What somebody asks of the Guide itself, tells it about itself, or wants of it, or null. Read sentence by sentence, each as a whole: a longer
 * one that happens to hold such words is told, and not asked.
 */
export function askingIn(text: string, { mode, move, speaker, state }: GuideContext): Asking | null {
  // What is said as a part is for the others; and a walk or a visit begins with its own first words.
  const isForOthers = speaker?.kind === 'part' || move !== null;
  if (isForOthers || (state === null && (mode === 'six_fs' || mode === 'visit'))) return null;
  const sentences = sentencesOf(text);
  const isShort = sentences.reduce((sum, { words: count }) => sum + count, 0) <= WORDS_MAX;
  const found = sentences.flatMap((sentence, at) => {
    const isLast = at === sentences.length - 1;
    // How a step or a visit is done, the Guide tells there.
    if ((mode === 'six_fs' || mode === 'visit') && whatNow.test(sentence.plain)) return [];
    const asked = isShort || isLast ? meantBy(sentence, { isLast, isAlone: sentences.length === 1 }, mode) : null;
    return asked ? [{ asked, at }] : [];
  });
  // A greeting before a question, or a word of thanks before a farewell, does not hide it.
  const [first] = found.toSorted((a, b) => weightOf(b.asked) - weightOf(a.asked) || a.at - b.at);
  if (!first) return null;
  const taken = new Set(found.map(({ at }) => at));
  return {
    asked: first.asked,
    rest: sentences
      .filter((_, at) => !taken.has(at))
      .map(({ whole }) => whole)
      .join(' '),
  };
}

/** With more words it is about something else. */
const whatNow =
  /^(?:(?:so|and|but|ok|okay|well|sorry) )*what (?:do|should|can|shall|must|am) i (?:supposed to |meant to )?do(?: (?:now|then|here|next|exactly))*[.…]*$/u;

const social: readonly Asked[] = ['greeting', 'more', 'how_are_you', 'thanks', 'farewell', 'night'];
const weightOf = (asked: Asked): number => (social.includes(asked) ? social.indexOf(asked) : social.length);

const namesDrug = new RegExp(`\\b${drug}\\b`, 'iu');

type Sentence = { readonly whole: string; readonly plain: string; readonly words: number };

function sentencesOf(text: string): Sentence[] {
  // A few thousand characters from the end hold the last sentence of anything.
  const pieces = text.slice(-4000).match(/[^.?!\n]+[.?!\n…]*/gu) ?? [];
  const isAboutDrugs = namesDrug.test(text.slice(-4000));
  return pieces.flatMap((whole) => {
    const told = plainly(whole)
      // What is “part”?
      .replaceAll(/"(\p{L}+)"/gu, '$1')
      .replaceAll(/\p{Extended_Pictographic}|\uFE0F/gu, ' ')
      .replaceAll('?', ' ')
      .replaceAll(/\s+/gu, ' ')
      .trim();
    // “My doctor gave me tablets. Should I take them?”
    const plain = isAboutDrugs
      ? told.replace(/\b(take|taking|stop|skip|double|need) (?:them|it|these|those|one|two|any|more)\b/u, '$1 pills')
      : told;
    return /[\p{L}\p{N}]/u.test(plain) ? [{ whole: whole.trim(), plain, words: plain.split(' ').length }] : [];
  });
}

function meantBy(
  { plain, words: count, whole }: Sentence,
  { isLast, isAlone }: { isLast: boolean; isAlone: boolean },
  mode: SessionMode,
): Asked | null {
  if (count > SENTENCE_MAX || plain.length > CHARACTERS_MAX || plain.includes('"')) return null;
  const isQuestion = whole.includes('?');
  for (const [asked, patterns, ...where] of askedPatterns) {
    if (!fits(asked, mode)) continue;
    if (where.includes('alone') && !isAlone && asked !== 'greeting') continue;
    if (where.includes('last') && !isLast && asked !== 'thanks') continue;
    if (where.includes('question') && !isQuestion) continue;
    if (where.includes('told') && isQuestion) continue;
    if (patterns.some((pattern) => pattern.test(plain))) return asked;
  }
  return null;
}

const wishes: Readonly<Partial<Record<Asked, GuideWish>>> = {
  no_quotes: 'no_quotes',
  no_questions: 'no_questions',
  only_listen: 'only_listen',
};

/**
 * How the person wants to be listened to for the rest of the session. What is chosen without words, as a step, is asked for and ends the wish
 * to be asked nothing.
 */
export function wishesAfter({ mode, move, state, wishes: before }: GuideContext, asking: Asking | null): ReadonlySet<GuideWish> {
  if (asking?.asked === 'again') return new Set();
  const wish = asking && wishes[asking.asked];
  const wantsSteps = (mode === 'six_fs' || mode === 'visit') && (state === null || (move !== null && move.kind !== 'leave'));
  const kept = wantsSteps ? [...before].filter((one) => one === 'no_quotes') : [...before];
  return new Set(wish ? [...kept, wish] : kept);
}

/** The answer, and where things then stand: as before, so that a step goes on. To a farewell in the middle of the steps they rest. */
export function tellAsked(
  { asked, rest }: Asking,
  guide: GuideContext,
  { noticed, safetyOpen }: Pick<Heard, 'noticed'> & { safetyOpen: boolean },
  tell: Telling,
): Told {
  const state = whereItStands(guide);
  const first = guide.mode === 'write' && rest !== '' ? fitting({ text: rest, noticed }, tell) : [];
  const isSocial = social.includes(asked);
  const answer = tell.first(askedSaying[asked]) ?? (isSocial ? null : tell.say(askedAgain)) ?? tell.listen();
  if (asked === 'farewell' || asked === 'night') {
    const rests = guide.mode === 'six_fs' && state.step !== undefined && state.step !== 'close';
    return {
      sentences: [...first, answer, safetyOpen ? tell.say(farewellInHardTimes) : null],
      state: rests ? { ...state, at: 'left' } : state,
    };
  }
  const goesOn = guide.mode === 'six_fs' && state.at === undefined && asked !== 'no_questions' && asked !== 'only_listen';
  return { sentences: [...first, answer, goesOn ? tell.say(backToStep) : null], state };
}
