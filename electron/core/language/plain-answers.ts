import { plainly } from './sentences.ts';

/**
 * What a bare answer says. `partly` is a yes with a doubt in it (“kind of”, “a bit”); `agreed` takes up an offer and says nothing to a question of
 * fact (“ok”, “sure”, “please”).
 */
export type PlainAnswer = 'yes' | 'partly' | 'agreed' | 'no' | 'unsure';

const any = (...ways: readonly string[]): string => `(?:${ways.join('|')})`;

const yesWord = any('yes', 'yea', 'yeah', 'yep', 'yup', 'ye', 'aye', 'absolutely', 'definitely', 'certainly', 'indeed', 'of course');
const noWord = any('no', 'nope', 'nah', 'nay');
const notKnowing = any(
  "(?:don'?t|do not|can'?t|cannot|couldn'?t) (?:really |quite |even )?(?:know|tell|say)",
  '(?:not (?:so |too |very |quite |really |entirely )?|un)(?:sure|certain)',
  'no (?:idea|clue)',
  'dunno',
  'idk',
  'hard to (?:say|tell)',
  '(?:it )?depends',
);
const halfway = any('kind of', 'kinda', 'sort of', 'sorta', 'i (?:guess|suppose)');
const perhaps = any('maybe', 'perhaps', 'possibly', 'probably');

/** Said before an answer, without a meaning of its own. */
const lead = any('oh', 'ah', 'well', 'so', 'and', 'but', 'u[mh]', 'er', 'hm', 'honestly', 'actually', 'sorry', 'to be honest');
/** Said after an answer. */
const trail = any(
  'thanks?',
  'thank you',
  'please',
  'really',
  'honestly',
  'actually',
  'to be honest',
  'i think',
  halfway,
  'now',
  'yet',
  'then',
  'today',
  'tonight',
  'sorry',
);

const yes = any(
  yesWord,
  'y',
  'exactly',
  'true',
  'right',
  'correct',
  "that(?:'?s| is) (?:it|right|true)",
  'i (?:do|am|will|would|can|did)',
  '(?:it|there|that|he|she) (?:is|does|did|was)',
  'they (?:are|do|did)',
  'i (?:think|believe|hope) so',
);
const no = any(
  noWord,
  'n',
  'never',
  'no way',
  'no (?:thanks|thank you)',
  '(?:absolutely|definitely|certainly|of course) not',
  'not (?:really|yet|now|right now|at all|today|tonight|at the moment|any ?more)',
  "i(?:'?m| am) not",
  "i (?:don'?t|do not|didn'?t|won'?t|wouldn'?t)|(?:i )?(?:don'?t|do not) (?:think|believe) so",
  "(?:it|there|that|he|she) (?:isn'?t|doesn'?t|didn'?t|wasn'?t|is not|does not)",
  "it'?s not",
  'i (?:think|guess|suppose) not',
  'i doubt it',
);
const partly = any(
  `${halfway}(?: so)?`,
  '(?:just |only |maybe |yes |yeah )?a (?:(?:tiny |little )?bit|little)',
  'somewhat',
  'partly',
  'slightly',
  'sometimes',
  'both',
  'yes and no',
  'in a way',
  'more or less',
);
const unsure = any(
  `(?:(?:i|i'?m|i am) )?(?:really |honestly |just )?${notKnowing}(?: (?:why|how|what))?`,
  'who knows',
  `${perhaps}(?: (?:not|so))?`,
  '(?:it )?(?:could|might) be',
);
const agreed = any('ok', 'okay', 'okey', 'k', 'sure', 'all right', 'alright', 'please', 'gladly');

const whole = (answer: string): RegExp => new RegExp(`^(?:${lead} )*${answer}(?: (?:${answer}|${trail}))*$`, 'u');

/** In this order: what turns a word round comes before the word itself. */
const answers: readonly (readonly [PlainAnswer, RegExp])[] = [
  ['unsure', whole(unsure)],
  ['partly', whole(partly)],
  ['no', whole(no)],
  ['yes', whole(yes)],
  ['agreed', whole(agreed)],
];

/** Doubt, wherever it stands in folded words: “I don't know whether it is”. */
export const doubt = new RegExp(String.raw`\b(?:${notKnowing}|${halfway}|${perhaps})\b`, 'u');

/** No bare answer has more characters. */
const LONGEST = 60;

/** A message as words alone: in small letters, without marks, “yesss” as “yes”. */
const bareWords = (text: string): string =>
  plainly(text)
    .replaceAll(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replaceAll(/(\p{L})\1{2,}/gu, '$1')
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** What a message says that is a bare answer and nothing more: “Yeah.”, “not really”, “dont know”; null for anything else. */
export function plainAnswerIn(text: string): PlainAnswer | null {
  const words = bareWords(text);
  return words.length > LONGEST ? null : (answers.find(([, pattern]) => pattern.test(words))?.[0] ?? null);
}

const opensYes = new RegExp(String.raw`^(?:${yesWord})\b(?! not\b)`, 'u');
const opensNo = new RegExp(String.raw`^(?:${noWord})\b(?! (?:one|body|idea|clue|way|point|hope|reason|need|more)\b)`, 'u');
const opensAgreed = new RegExp(String.raw`^${agreed}\b`, 'u');

/** What a message opens with, whatever follows: “No, I am at my sister’s”. “No one” is no no. */
export function answerOpening(text: string): 'yes' | 'no' | 'agreed' | null {
  const words = bareWords(text);
  return opensYes.test(words) ? 'yes' : opensNo.test(words) ? 'no' : opensAgreed.test(words) ? 'agreed' : null;
}

/** Keys that lie side by side, or hardly a vowel: nobody’s word. */
const pressedAtRandom =
  /^(?:\p{L}*(?:asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwert|yuiop|zxcv|xcvb|cvbn|vbnm)\p{L}*|[b-df-hj-np-tv-xz]{5,}|(?:jkl ?)+)$/u;

/** Whether a message is keys pressed at random, as “asdfgh” is. */
export const isPressedAtRandom = (text: string): boolean => pressedAtRandom.test(bareWords(text));
