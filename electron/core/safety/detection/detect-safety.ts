import { type Likelihood, likelihoodsOf } from './learned/danger-model.ts';
import { type Piece, readPieces } from './read-pieces.ts';
import type { SafetyLabel, Sign, Weight } from './sign.ts';

/** What was found, and the names of the families of signs that led there, strongest first; none when the words as a whole did. */
export type SafetyFinding = { readonly label: SafetyLabel; readonly signs: readonly string[] };

// How likely it must be: a crisis by itself, one that is denied, one where the rules call it one, and anything at all.
// Chosen by cross-validation over the fresh sets in tests/data, for at most 3 of 100 harmless messages called a crisis.
// Where the rules see no sign at all, the model's word alone has to be clear: the sentences people write about their parts are full of pain, and at
// the bars above one in ten of those (tests/data/part-detection.*) was called a crisis.
const LEAST = { crisis: 0.6, denied: 0.85, ruled: 0.15, alert: 0.5 };
const LEAST_WITHOUT_SIGNS = { crisis: 0.76, alert: 0.6 };

/** Signs that say something by themselves, in few words too. */
const OUTRIGHT: ReadonlySet<Weight> = new Set(['danger', 'wish', 'hint', 'heavy']);

const shipped = likelihoodsOf();

/**
 * Looks for danger in a message of any length, on this machine, with nothing but the words: linear in the text, about a millisecond for a
 * hundred words. It reads English. Rules find signs (`find-signs.ts`), and a small model (`learned/`) has learned what they and the words
 * beside them are worth together; in doubt it answers `concern`. Labels follow tests/data/README.md.
 */
export function detectSafety(text: string): SafetyFinding {
  return judge(readPieces(text), shipped);
}

/** The same with another model: for cross-validation. */
export function judge(pieces: Iterable<Piece>, likelihoodOf: (features: readonly string[]) => Likelihood): SafetyFinding {
  const alerts: Sign[] = [];
  let isAlert = false;
  for (const { signs, ruled, isDenied, isBrief, features } of pieces) {
    const { crisis, concern } = likelihoodOf(features);
    const plain = signs.length === 0 ? LEAST_WITHOUT_SIGNS : LEAST;
    const least = ruled === 'crisis' ? LEAST.ruled : isDenied ? LEAST.denied : plain.crisis;
    if (crisis >= least) return { label: 'crisis', signs: namesOf(signs) };
    // Where the rules see a crisis and the model none, somebody should still ask.
    // “I can’t go on.” is too short for the model to know, and too heavy to be let pass.
    const isSaidOutright = ruled === 'crisis' || (isBrief && ruled === 'concern' && signs.some(({ weight }) => OUTRIGHT.has(weight)));
    if (crisis + concern < plain.alert && !isSaidOutright && !isDenied) continue;
    isAlert = true;
    alerts.push(...signs);
  }
  return isAlert ? { label: 'concern', signs: namesOf(alerts) } : { label: 'none', signs: [] };
}

const STRONGEST_FIRST: readonly Weight[] = ['danger', 'wish', 'hint', 'heavy', 'trace', 'faint'];

const namesOf = (signs: readonly Sign[]): string[] => [
  ...new Set(STRONGEST_FIRST.flatMap((weight) => signs.filter((sign) => sign.weight === weight).map(({ family }) => family))),
];
