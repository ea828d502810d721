import type { GuideStep, OpenStep } from '../../../../shared/entities/guide.ts';
import { type PlainAnswer, answerOpening, isPressedAtRandom, plainAnswerIn } from '../../language/plain-answers.ts';
import { plainly } from '../../language/sentences.ts';
import { attitudeIn, speaksAgainst } from './attitude.ts';
import { calledIn, namesAcquaintance } from './part-words.ts';
import { type GuideEvent, ROUNDS_OF_ASKING, TRIES, type Walk } from './six-fs.ts';
import { saidToTheGuide } from './to-the-guide.ts';

/** Wishes are short. A longer text that happens to hold such words is an answer. */
const WISH_WORDS = 9;
/** A step is called by its name alone in no more than this. */
const NAME_WORDS = 3;

const countWords = (text: string): number => text.match(/\S+/gu)?.length ?? 0;
const wish =
  (pattern: RegExp) =>
  (text: string): boolean =>
    countWords(text) <= WISH_WORDS && pattern.test(plainly(text));

/** “Skip”, “next”, “can we skip this one”. */
export const wantsToSkip = wish(
  /^(?:(?:please|can we|could we|let's|i'd like to|i want to|i would like to) )*(?:skip|pass|move on|next(?: one| step| question)?)(?: (?:this|that|it|the|one|step|question|part|please|for now|now))*[.]?$/u,
);

/** “Let’s stop here”, “enough for today”. */
export const wantsToStop = wish(
  /^(?:(?:ok|okay|please|can we|could we|let's|i'd like to|i want to|i need to|i would like to) )*(?:stop|pause|take a break|leave (?:it|this)(?: here| there)?|finish here|end here)(?: (?:here|now|for (?:now|today)|please|this))*[.]?$|^(?:that's |that is )?enough(?: for (?:now|today))?[.]?$/u,
);

/** “The letter is finished”, “that’s the letter”, “the end”. */
export const saysLetterIsFinished = wish(
  /^(?:that's|that is|this is) (?:the letter|all|it|the end)[.]?$|^(?:i'm|i am|it's|it is|the letter is|my letter is) (?:finished|done|complete)[.]?$|^(?:finished|done|the end|finish the letter|keep the letter)[.]?$/u,
);

const stepNames: readonly [OpenStep, RegExp][] = [
  ['find', /\b(?:find|finding|another part|a different part)\b/u],
  ['focus', /\b(?:focus|the body|where (?:i|it))\b/u],
  ['flesh_out', /\b(?:flesh|describ\w*|what it is like|looks? like)\b/u],
  ['feel_toward', /\b(?:feel|feeling) towards?\b|\bhow i feel\b/u],
  ['befriend', /\b(?:befriend\w*|getting to know)\b/u],
  ['fear', /\b(?:fears?|afraid of)\b/u],
  ['close', /\b(?:the end|close|closing)\b/u],
];

/** “Go to what it fears”, “back to focus”: the step somebody wants to be at, or null. */
export function stepWantedIn(text: string): OpenStep | null {
  const words = plainly(text);
  if (
    countWords(words) > WISH_WORDS + 2 ||
    !/^(?:(?:thank you|thanks|ok|okay|yes|no|wait|good)[,. ]+)*(?:(?:please|can we|could we|let's|i'd like to|i want to) )*(?:(?:go|jump|get|move) (?:back )?|back )to\b/u.test(
      words,
    )
  )
    return null;
  return stepNamed(text);
}

const stepNamed = (text: string): OpenStep | null => stepNames.find(([, name]) => name.test(plainly(text)))?.[0] ?? null;

const hesitating = String.raw`(?:(?:um+|hm+|well|but|no|sorry|honestly)[,.… ]*)*`;
/** “I don’t know” with more of the same; but not when a guess follows. */
const knowsNot = wish(
  new RegExp(
    String.raw`^${hesitating}(?:(?:i )?(?:really |honestly |just )?(?:don'?t|do not|can'?t|cannot) (?:really |quite )?(?:know|tell|say|feel anything|see anything|hear anything|find (?:it|one|any))|(?:i'm |i am )?(?:really )?(?:not |un)sure|no (?:idea|clue))(?![\w ,]*\b(?:maybe|perhaps|probably|possibly|but|like)\b)[\w ,]*[ .…]*$`,
    'u',
  ),
);
const saysNothing = wish(
  new RegExp(
    String.raw`^${hesitating}(?:nothing|nowhere|none|nobody|no one|no answer|blank)(?: (?:comes|there|at all|really|yet|comes up|comes to mind))*[ .,]*$|^[?.… ]+$`,
    'u',
  ),
);
/** “I don’t know”, “maybe”, “nothing comes”. */
export const saysUnsure = (text: string): boolean =>
  plainAnswerIn(text) === 'unsure' || knowsNot(text) || saysNothing(text) || isPressedAtRandom(text);

/** A sign of having read, and no answer to a question for where or what. */
const onlyNods = (text: string): boolean => isYes.has(plainAnswerIn(text)) || hasRead(text);
const hasRead = wish(/^(?:fine|hm+|mhm+|aha|hi|hello|hey|cool|good|got it|i see|thanks|thank you)[ .,]*$/u);
const isYes: ReadonlySet<PlainAnswer | null> = new Set(['yes', 'agreed']);

/** A yes, also one with a doubt in it or with more behind it: to an offer, or whether a part gives space. */
export const saysYes = (text: string): boolean =>
  isYes.has(answerOpening(text)) ||
  isYes.has(plainAnswerIn(text)) ||
  plainAnswerIn(text) === 'partly' ||
  /^(?:go on|let's|i would|(?:just |only |maybe )?(?:a bit|a little|a tiny bit)|i think so)\b/u.test(plainly(text));
/** A no, also with more behind it. “Not really sure” is none. */
export const saysNo = (text: string): boolean => {
  const plain = plainAnswerIn(text);
  if (plain !== null) return plain === 'no';
  return (
    answerOpening(text) === 'no' ||
    /^(?:not (?:really|yet|at all|now|today)|start (?:over|again)|from the (?:start|beginning))\b/u.test(plainly(text))
  );
};

/** Neither for a part nor against it. */
export const isNeutral = (text: string): boolean => /\b(?:neutral|indifferent|nothing (?:toward|towards|for|about))\b/u.test(plainly(text));

/** Whether a part that was asked for space gives it, in words about it. */
const itMoves = (text: string): boolean =>
  /^it (?:did|does|can|will|has|moved|stepped|sat)\b|\b(?:space|aside|back|room|softer|quieter|relax\w*|agree\w*|willing|nod(?:s|ded)?|smile[sd]?|says? (?:yes|ok(?:ay)?))\b/u.test(
    plainly(text),
  );
const itStays = (text: string): boolean =>
  /\bit(?: still)? (?:won't|will not|refuses|doesn't|does not|didn't|did not|can't|cannot|stays|isn't|is not|stayed|says? no|said no)\b|\b(?:he|she|they) (?:won't|will not|refuses?|says? no|said no|stays?)\b|\b(?:don't|do not) think (?:so|it|that)\b|^because\b|\b(?:still there|won't move|not moving)\b/u.test(
    plainly(text),
  );

/** What the person’s words mean at the step they were said at. Every answer is one of the edges of that step. */
export function eventOf(walk: Walk, text: string): GuideEvent {
  const about = aboutTheWay(walk, text);
  if (about) return about;
  if (walk.step === 'close') return 'answered';
  if (walk.step !== 'find' && isThePart(text)) return unsureOf(walk, 'merged');
  switch (walk.step) {
    case 'feel_toward':
      return feelingOf(walk, text) ?? unsureOf(walk, itHasMoved.test(plainly(text)) ? 'gave_space' : 'unsure');
    case 'unblend': {
      const feeling = feelingOf(walk, text);
      // What the other part is like does not count against it when it moves.
      const moves = itMoves(text) && !itStays(text) && !ownFeeling.test(plainly(text));
      if (feeling === 'opened' || (feeling && !moves)) return feeling;
      if (saysUnsure(text)) return unsureOf(walk, 'unsure');
      if (saysNo(text) || itStays(text)) return blendedOf(walk);
      return saysYes(text) || itMoves(text) || isNeutral(text) ? 'gave_space' : unsureOf(walk, 'unsure');
    }
    case 'befriend':
      return saysUnsure(text) ? unsureOf(walk, 'unsure') : speaksAgainst(text) ? 'blended' : 'answered';
    case 'find':
      // With nobody found there is nothing to go on to.
      return saysUnsure(text) || onlyNods(text) || namesAcquaintance(text) ? 'unsure' : 'answered';
    case 'focus':
    case 'flesh_out':
    case 'fear':
      return saysUnsure(text) || onlyNods(text) ? unsureOf(walk, 'unsure') : speaksAgainst(text) ? 'blended' : 'answered';
  }
}

const ownFeeling = /\bi(?:'m| am| feel| still| just)\b/u;
const itHasMoved =
  /^(?:(?:ok(?:ay)?|yes|now)[, ]+)*(?:it|he|she|they|that one)(?:'s| has| did)? (?:moved|stepped|gave|backed|leaned|softened|relaxed|let go)\b/u;

/** What is said about the question or the way; null when it is an answer. */
function aboutTheWay(walk: Walk, text: string): GuideEvent | null {
  const wanted = stepWantedIn(text);
  if (wanted) return wanted === 'find' ? 'wants_another' : `go_to:${wanted}`;
  if (wantsToSkip(text)) return 'skipped';
  if (wantsToStop(text)) return 'left';
  const named = walk.step === 'close' && countWords(text) <= NAME_WORDS ? stepNamed(text) : null;
  if (named) return named === 'find' ? 'wants_another' : `go_to:${named}`;
  if (!bodySteps.has(walk.step) && hurtsSomewhere(text)) return 'hurt';
  const said = saidToTheGuide(text) ?? (asksOnly(walk, text) ? 'asked_back' : null);
  if (said === null && walk.step === 'close' && turnsToAnother(text)) return 'found_another';
  switch (said) {
    case null:
    case 'asked_back':
    case 'asked_how':
    case 'asked_which':
    case 'hurt':
    case 'wants_another':
    case 'wants_again':
      return said;
    case 'wants_back':
      // A place in the body, where that was asked.
      return walk.step === 'focus' && countWords(text) === 1 ? null : said;
    case 'parted':
      return walk.step === 'close' ? 'thanked' : 'left';
    case 'thanked':
      return walk.step === 'close' ? 'thanked' : null;
    case 'objected':
      return walk.step === 'close' ? null : walk.step === 'unblend' ? blendedOf(walk) : said;
    case 'declined':
    case 'told_before':
      if (walk.step === 'close') return null;
      // Asked whether a part gives space, a no is that part’s.
      return walk.step === 'unblend' && said === 'declined' ? blendedOf(walk) : said;
  }
}

/** Where it hurts is an answer there. */
const bodySteps: ReadonlySet<GuideStep> = new Set(['find', 'focus', 'flesh_out']);
const hurtsSomewhere = wish(/^(?:it|this|that) (?:just |really |all )?hurts\b/u);

/** At the end: “let’s work with the fearful part”, or only “the fearful part”. */
const turnsToAnother = (text: string): boolean =>
  calledIn(text) !== null && wish(/^(?:let's|can we|could we|i'd like to|i want to)\b|\b(?:part|one|side|voice)[ .]*$/u)(text);

/** A question and nothing else, where a part does not speak for itself. A worry may begin with “what if”. */
const asksOnly = ({ step }: Walk, text: string): boolean =>
  (step === 'find' || step === 'focus' || step === 'feel_toward' || step === 'unblend') && onlyQuestion(text);
const onlyQuestion = wish(/^(?:what(?! if)|who|which|how|why|where|when|is|are|do|does|did|can|could|should|am) [^.?!]*\?+$/u);

/** What is said while it is open how to go on after something hurt. */
export function eventInPause(walk: Walk, text: string): GuideEvent {
  const about = aboutTheWay(walk, text);
  if (about === 'hurt' || about === 'asked_how' || wantsGround(text)) return 'grounded';
  if (about === 'declined' || saysNo(text)) return 'left';
  if (about) return about;
  if (wantsOn(text)) return 'resumed';
  if (wantsEnd(text)) return 'left';
  if (saysYes(text)) return 'grounded';
  // What is written on is first only heard; then it is an answer.
  return walk.unsure + 1 >= TRIES ? eventOf({ ...walk, unsure: 0 }, text) : 'stayed';
}

const wantsGround = wish(
  /\b(?:ground\w*|breath\w*|breathe|calm down|feet|senses|first|help|pause|minute|moment|break)\b|^(?:(?:yes|ok|okay|please|the) *,? *)*(?:a |the )?(?:first|former)/u,
);
const wantsOn = wish(
  /\b(?:go(?:ing)? on|continue|carry on|keep going|ready|next|proceed|go ahead|onward|a little further|further|back to (?:it|the question))\b|\b(?:better|i'm (?:ok|okay|fine|good|all right|alright)|i am (?:ok|okay|fine|good|all right|alright)|it's (?:ok|okay|fine)|that helped|calmer)\b/u,
);

const wantsEnd = wish(/\b(?:stop(?:ping)?|end (?:here|it|now|for (?:now|today))|an end|the end|enough|leave it|quit|a rest)\b/u);

/** Whether somebody is the part just now, rather than looking at it. */
const isThePart = wish(
  /^(?:but |well |because |i think |i guess |no,? )*(?:i(?:'m| am) (?:(?:completely|totally|fully|so|very|quite) )?(?:blended|merged|one|identified)(?: with (?:it|him|her|them|that|this|this part))?|i am (?:it|him|her|the (?!one\b)\w+)|(?:it|that|this)(?:'s| is) (?:just |all )?(?:me|who i am)|(?:it|that|this) is myself|there is no difference|we are (?:one|the same))[ .!]*$|\bit'?s (?:just )?me[ .!]*$/u,
);

/** How somebody feels toward the part, as an event; null when plain words do not tell. */
function feelingOf(walk: Walk, text: string): GuideEvent | null {
  switch (attitudeIn(text)) {
    case 'open':
      return 'opened';
    case 'softer':
      return walk.step === 'feel_toward' ? unsureOf(walk, 'gave_space') : 'gave_space';
    case 'against':
    case 'mixed':
      return blendedOf(walk);
    case 'unclear':
      return null;
  }
}

/** A question is put twice; then it is left open. */
const unsureOf = (walk: Walk, event: 'unsure' | 'merged' | 'gave_space'): GuideEvent => (walk.unsure + 1 >= TRIES ? 'skipped' : event);

/** Space was asked for often enough: the part that stays is met instead. */
const blendedOf = (walk: Walk): GuideEvent => (walk.rounds >= ROUNDS_OF_ASKING ? 'refused' : 'blended');
