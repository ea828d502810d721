import { type DangerJudge, dangerJudge } from './learned/danger-model.ts';
import { readPieces } from './read-pieces.ts';
import type { SafetyLabel, Sign, Weight } from './sign.ts';

/** What was found, and the names of the families of signs that led there, strongest first; none when the words as a whole did. */
export type SafetyFinding = { readonly label: SafetyLabel; readonly signs: readonly string[] };

// How likely it must be: a crisis by itself, one that is denied, one where the rules call it one, anything at all, and anything that few words say
// outright. Chosen by cross-validation over the sets in tests/data that are learned from, for few sentences about parts called anything.
const LEAST = { crisis: 0.65, denied: 0.85, ruled: 0.25, alert: 0.47, outright: 0.2 };
/**
 * Likewise in few words in which the rules find nothing: “lol” and “I’m sorry” say little about anybody. A crisis must also be as likely where they
 * find only that it is heavy: “Nobody will love me” is what a part fears more often than a plan.
 */
const LEAST_IN_FEW_WORDS = { crisis: 0.8, alert: 0.65 };

/** Signs that say something by themselves, in few words too. */
const OUTRIGHT: ReadonlySet<Weight> = new Set(['danger', 'wish', 'hint', 'heavy']);

/**
 * Answers that hold nothing at all: “I don’t know.”, “Not sure yet, maybe.” A model made of other messages finds doubt in them; they are what people say most
 * often when they are asked what a part wants.
 */
const SAYS_NOTHING =
  /^(?:[^\p{L}]*(?:i|i['’]?m|you|we|do|don['’]?t|does|doesn['’]?t|did|didn['’]?t|not|no|yes|yeah|hm+|maybe|perhaps|really|honestly|actually|yet|still|sure|know|knew|think|thought|guess|suppose|so|what|why|how|which|idea|am|mean)(?!\p{L}))+[^\p{L}]*$/iu;
/** “I don’t know how to do that”, of what was just asked. With “this” it may be about everything. */
const KNOWS_NOT_HOW =
  /^\s*(?:(?:sorry|but|um+|hm+|well)[,. ]+)*i (?:really )?(?:do not|don['’]?t) (?:really |quite )?know how to (?:do|answer|ask|say|describe|explain|imagine|picture|put) (?:that|it|them|him|her)(?: (?:to it|that))?[\s.!?…]*$/iu;
/** In characters: longer than any such answer. */
const ANSWER_MOST = 60;

const shipped = dangerJudge();

/**
 * Looks for danger in a message of any length, on this machine, with nothing but the words: linear in the text, about a millisecond for a
 * hundred words. It reads English. Rules find signs (`find-signs.ts`), and a small model (`learned/`) has learned what they and the words
 * beside them are worth together; in doubt it answers `concern`. Labels follow tests/data/README.md.
 */
export function detectSafety(text: string): SafetyFinding {
  return judge(text, shipped);
}

/** The same with another model: for cross-validation. */
export function judge(text: string, { vocabulary, likelihoodOf }: DangerJudge): SafetyFinding {
  if (text.length <= ANSWER_MOST && (SAYS_NOTHING.test(text) || KNOWS_NOT_HOW.test(text))) return { label: 'none', signs: [] };
  const alerts: Sign[] = [];
  let isAlert = false;
  for (const { signs, ruled, isDenied, isBrief, features } of readPieces(text, vocabulary)) {
    const { crisis, concern } = likelihoodOf(features);
    const isOnlyHeavy = isBrief && ruled === 'concern' && signs.every(({ weight }) => weight !== 'wish' && weight !== 'hint');
    const few = isBrief && ruled === 'none' ? LEAST_IN_FEW_WORDS : isOnlyHeavy ? { crisis: LEAST_IN_FEW_WORDS.crisis } : {};
    const bars = { ...LEAST, ...few };
    const least = ruled === 'crisis' ? bars.ruled : isDenied ? bars.denied : bars.crisis;
    if (crisis >= least) return { label: 'crisis', signs: namesOf(signs) };
    // “I can’t go on.” is too short for the model to know, and too heavy to be let pass.
    const isSaidOutright = isBrief && ruled === 'concern' && signs.some(({ weight }) => OUTRIGHT.has(weight));
    const leastAlert = isSaidOutright ? bars.outright : bars.alert;
    // Where the rules see a crisis and the model none, somebody should still ask.
    if (crisis + concern < leastAlert && ruled !== 'crisis' && !isDenied) continue;
    isAlert = true;
    alerts.push(...signs);
  }
  return isAlert ? { label: 'concern', signs: namesOf(alerts) } : { label: 'none', signs: [] };
}

const STRONGEST_FIRST: readonly Weight[] = ['danger', 'wish', 'hint', 'heavy', 'trace', 'faint'];

const namesOf = (signs: readonly Sign[]): string[] => [
  ...new Set(STRONGEST_FIRST.flatMap((weight) => signs.filter((sign) => sign.weight === weight).map(({ family }) => family))),
];
