import { type Signs, ruledLabel, signsIn } from './find-signs.ts';
import { type Ruled, type Vocabulary, dangerFeatures, readWords } from './learned/danger-features.ts';
import { readMessage } from './message.ts';
import type { Sign } from './sign.ts';

/** Some sentences in a row, with what the rules find in them and everything the model is told about them. */
export type Piece<Feature> = Ruled & {
  readonly features: ReadonlySet<Feature>;
  /** The whole message has so few words that a model can make little of them. */
  readonly isBrief: boolean;
};

// The messages learned from are short. A longer entry is read in pieces like them, each overlapping the next by half.
const LONG = 6;
// Around a danger named outright, so that ten sentences about soup can't hush it.
const NEAR = 1;
/** In words. */
const BRIEF = 12;

/** Cuts a message into the pieces it is judged by, one at a time: all of it when it is short. */
export function* readPieces<Feature>(text: string, vocabulary: Vocabulary<Feature>): Generator<Piece<Feature>> {
  const message = readWhole(text, vocabulary);
  const count = message.read.length;
  yield pieceOf(message, 0, LONG);
  for (let from = LONG / 2; from + LONG / 2 < count; from += LONG / 2) yield pieceOf(message, from, from + LONG);
  if (count <= 2 * NEAR + 1) return;
  const named = new Set(message.signs.filter(({ weight }) => weight === 'danger').map(({ at }) => at));
  for (const at of named) yield pieceOf(message, Math.max(0, at - NEAR), at + NEAR + 1);
}

/** A message in one piece, however long: what the model learns from. */
export const readInOnePiece = <Feature>(text: string, vocabulary: Vocabulary<Feature>): Piece<Feature> =>
  pieceOf(readWhole(text, vocabulary), 0, Number.POSITIVE_INFINITY);

type Whole<Feature> = Signs & {
  readonly read: readonly (readonly Feature[])[];
  readonly isBrief: boolean;
  readonly vocabulary: Vocabulary<Feature>;
};

function readWhole<Feature>(text: string, vocabulary: Vocabulary<Feature>): Whole<Feature> {
  const sentences = readMessage(text);
  const isBrief = sentences.length <= BRIEF && sentences.reduce((words, { text: one }) => words + one.split(' ').length, 0) <= BRIEF;
  return { ...signsIn(sentences), read: sentences.map((sentence) => readWords(sentence.text, vocabulary)), isBrief, vocabulary };
}

function pieceOf<Feature>({ read, signs: all, isDenied, isBrief, vocabulary }: Whole<Feature>, from: number, to: number): Piece<Feature> {
  const signs = all.slice(firstFrom(all, from), firstFrom(all, to));
  const ruled = ruledLabel({ signs, isDenied });
  return { signs, ruled, isDenied, isBrief, features: dangerFeatures(read.slice(from, to), { signs, ruled, isDenied }, vocabulary) };
}

/** The first sign in a sentence or after it, by halving: an entry may have very many. */
function firstFrom(signs: readonly Sign[], sentence: number): number {
  let [low, high] = [0, signs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((signs[middle]?.at ?? Number.POSITIVE_INFINITY) < sentence) low = middle + 1;
    else high = middle;
  }
  return low;
}
