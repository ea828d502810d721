import type { OpenStep } from '../../../../shared/entities/guide.ts';
import { type GuideEvent, ROUNDS_OF_ASKING, TRIES, type Walk } from './six-fs.ts';

/** Wishes are short. A longer text that happens to hold such words is an answer. */
const WISH_WORDS = 9;

const plain = (text: string): string => text.normalize('NFKC').replaceAll('’', "'").toLowerCase().trim();
const countWords = (text: string): number => text.match(/\S+/gu)?.length ?? 0;
const wish =
  (pattern: RegExp) =>
  (text: string): boolean =>
    countWords(text) <= WISH_WORDS && pattern.test(plain(text));

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
  const words = plain(text);
  if (
    countWords(words) > WISH_WORDS + 2 ||
    !/^(?:(?:please|can we|could we|let's|i'd like to|i want to) )*(?:(?:go|jump|get|move) (?:back )?|back )to\b/u.test(words)
  )
    return null;
  return stepNames.find(([, name]) => name.test(words))?.[0] ?? null;
}

const saysUnsure = wish(
  /^(?:um+|hm+|well)?[,.… ]*(?:i (?:really |honestly )?(?:don't|do not|can't|cannot) (?:know|tell|say|feel anything|see anything|find (?:it|one|any))|i'm not sure|i am not sure|not sure|no idea|dunno|idk|hard to say|nothing(?: comes| there)?|who knows|\?+)[\w ,.]*$/u,
);

export const saysYes = (text: string): boolean =>
  /^(?:yes|yeah|yep|yup|sure|ok|okay|please|gladly|all right|alright|go on|let's|i would|a bit|a little)\b/u.test(plain(text));
export const saysNo = (text: string): boolean =>
  /^(?:no|nope|nah|not (?:really|yet|at all|now|today)|start (?:over|again)|from the (?:start|beginning))\b/u.test(plain(text));

/** Whether a part that was asked for space gives it, in words about it. */
const itMoves = (text: string): boolean =>
  /^it (?:did|does|can|will|has|moved|stepped|sat)\b|\b(?:space|aside|back|room|softer|quieter|relax\w*|agree\w*|willing)\b/u.test(
    plain(text),
  );
const itStays = (text: string): boolean =>
  /\bit(?: still)? (?:won't|will not|refuses|doesn't|does not|didn't|did not|can't|cannot|stays|isn't|is not)\b/u.test(plain(text));

const openWords =
  /\b(?:curious|curiosity|interested|compassion\w*|warm\w*|tender\w*|open|kind\w*|caring|care for|care about|love|loving|fond|understand\w*|grateful|gratitude|thankful|respect\w*|appreciat\w*|patien(?:t|ce)|soft\w*|calm|gentle|sympath\w*|sorry for|feel for|friendly|want to (?:help|know|hold|hug|understand|listen)|glad|at peace|accepting)\b/u;
const blendedWords =
  /\b(?:annoy\w*|irritat\w*|hat(?:e|ed|red|ing)|angry|anger|mad|furious|afraid|scared|frighten\w*|fearful|terrified|gone|rid of|disgust\w*|asham\w*|shame|embarrass\w*|frustrat\w*|tired of|sick of|fed up|impatien\w*|judg\w*|resent\w*|despis\w*|contempt|distrust\w*|overwhelm\w*|(?:can't|cannot) stand|go away|shut up|leave me|wish it|stupid|pathetic|ridiculous|weak|wary|critical|guilty|helpless|hopeless|want(?: to)? (?:fix|change|stop|silence|kill|destroy|control))\b/u;
const turnedRound =
  /\b(?:not|no longer|never|don't|do not|isn't|am not|less|without(?: any)?)(?: (?:so|really|feeling|feel|any|that|very|even|be|being))? (\w+)/gu;

/**
 * How somebody feels toward a part, as far as plain words tell: `open`, `blended` when another part’s feeling is in it, also beside openness,
 * or `unclear`. What is negated does not count, and after a “but now” only what follows does.
 */
export function attitudeIn(text: string): 'open' | 'blended' | 'unclear' {
  const words = plain(text);
  const latest = words.split(/\bbut now\b|\bnow,? (?=i\b)/u).at(-1) ?? words;
  const negated = [...latest.matchAll(turnedRound)].map(([whole]) => whole);
  const told = latest.replaceAll(turnedRound, ' ');
  if (blendedWords.test(told)) return 'blended';
  if (negated.some((piece) => openWords.test(piece))) return 'blended';
  return openWords.test(told) ? 'open' : 'unclear';
}

/** Outside of the question about it, only plain words against the part tell that another part speaks: the rest describes the part itself. */
const speaksAgainst = (text: string): boolean =>
  /\bi (?:\w+ )?(?:hate|despise|resent|can't stand|cannot stand|loathe) (?:it|him|her|them|that|this)\b|\bi(?:'m| am) (?:\w+ )?(?:annoyed|angry|furious|fed up|frustrated|disgusted) (?:with|at|by) (?:it|him|her|them|that|this)\b|\bi (?:just )?want (?:it|him|her|them|this part|that part) (?:gone|to (?:stop|go|leave|die|shut up|disappear))\b|\bi wish (?:it|he|she|they|this part|that part) (?:would|were gone|was gone)\b/u.test(
    plain(text),
  );

/** What the person’s words mean at the step they were said at. Every answer is one of the edges of that step. */
export function eventOf(walk: Walk, text: string): GuideEvent {
  const wanted = stepWantedIn(text);
  if (wanted) return `go_to:${wanted}`;
  if (wantsToSkip(text)) return 'skipped';
  if (wantsToStop(text)) return 'left';
  if (walk.step === 'close') return 'answered';
  if (saysUnsure(text)) return unsureOf(walk);
  const attitude = attitudeIn(text);
  switch (walk.step) {
    case 'feel_toward':
      return attitude === 'open' ? 'opened' : attitude === 'blended' ? blendedOf(walk) : unsureOf(walk);
    case 'unblend':
      if (attitude === 'open') return 'opened';
      if (attitude === 'blended' || saysNo(text) || itStays(text)) return blendedOf(walk);
      return saysYes(text) || itMoves(text) ? 'gave_space' : unsureOf(walk);
    case 'find':
    case 'focus':
    case 'flesh_out':
    case 'befriend':
    case 'fear':
      return speaksAgainst(text) ? 'blended' : 'answered';
  }
}

/** A question is put twice; then it is left open. */
const unsureOf = (walk: Walk): GuideEvent => (walk.unsure + 1 >= TRIES ? 'skipped' : 'unsure');

/** Space was asked for often enough: the part that stays is met instead. */
const blendedOf = (walk: Walk): GuideEvent => (walk.rounds >= ROUNDS_OF_ASKING ? 'refused' : 'blended');
