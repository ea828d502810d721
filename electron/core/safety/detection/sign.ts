/**
 * How much one sign weighs.
 * `danger` is a crisis by itself. `wish` is one too, unless the same message says that nothing is planned.
 * A `hint` beside another one, beside a `trace` or beside heavy distress is a crisis; alone it is a concern.
 * A `trace` is what many people do for good reasons: three different ones are a crisis, two a concern, one nothing.
 * `heavy` is a concern. Two different `faint` signs are one.
 */
export type Weight = 'danger' | 'wish' | 'hint' | 'trace' | 'heavy' | 'faint';

/** `crisis`: danger now or possibly; `concern`: heavy, past, or somebody else's; `none`: everything else. */
export type SafetyLabel = 'crisis' | 'concern' | 'none';

/** A phrase found where it counts. `at` is the sentence; `thing` tells signs apart that are counted once each: the family, or for families that add up the words themselves. */
export type Sign = { readonly family: string; readonly thing: string; readonly weight: Weight; readonly at: number };

/** Whose it must be for the sign to count fully. */
export type Bearer =
  /** The words themselves say that it is the writer: "kill myself". */
  | 'own'
  /** The one spoken of just before: the writer, a part of them, or somebody else. */
  | 'nearest'
  /** A part of the writer, spoken of in this sentence or the one before. */
  | 'inner'
  /** Somebody else does it to the writer. */
  | 'other';

/** A family of phrases that show the same thing. Patterns are read against normalised text (`normalise.ts`), at the start of a word. */
export type Family = {
  readonly name: string;
  readonly why: string;
  readonly weight: Weight;
  readonly bearer: Bearer;
  /** A "not" before it takes it back. Families whose phrases carry their own "not" leave this out. */
  readonly deniable?: true;
  /** Two different things of this family count as two, as with the many ways of controlling somebody. */
  readonly adds?: true;
  readonly patterns: readonly string[];
};

/** Words that may stand between two others without changing what is said. */
export const SOFT =
  '(?:,? (?:just|really|so|very|too|only|even|actually|literally|honestly|truly|simply|kind of|kinda|sort of|kindof|maybe|probably|still|now|finally|already|also|always|often|sometimes|all|like|legit|lowkey|low key|badly|bad|desperately|seriously|fucking|bloody|much|again|quite|almost|somehow|quietly|secretly|constantly|definitely|totally|please|lol|well|right now)){0,4}';

/** Up to a few words of any kind, inside one sentence. */
export const some = (most: number): string => `(?:,?:? [a-z0-9']+){0,${most}},?`;

/** The end of a clause. */
export const END = '(?= ?[.,"\\n]|$)';
