import type { SafetyLabel, Sign } from '../sign.ts';
import { themesOfPhrases, themesOfWord } from './themes.ts';

const SUBJECTS = new Map(
  Object.entries({
    i: 'i me my myself mine',
    we: 'we us our ours',
    they: 'he him his she her hers they them their everyone everybody',
    part: 'part parts protector protectors firefighter firefighters exile exiles manager managers critic',
    you: 'you your',
    it: 'it',
    nobody: 'nobody',
  }).flatMap(([subject, words]) => words.split(' ').map((word) => [word, subject] as const)),
);
const NOT = new Set('not no never nobody nothing none without nor'.split(' '));
const NEAR_NOT = 3;
// "~" stands where a harmless saying was taken out.
const WORD = /[a-z0-9][a-z0-9']*|[~"]/g;

/**
 * What tells a feature by its kind and what it is made of: when learning its name, when judging what the model has learned of it.
 * Undefined for what nobody needs to know.
 */
export type Vocabulary<Feature> = (kind: FeatureKind, one: string, other: string) => Feature | undefined;

/** `denied` and `rule`, `sign` and `family` are what the rules say; the rest is described at `readWords`. */
export type FeatureKind = 'w' | 'b' | 't' | 'v' | 'rule' | 'sign' | 'family' | 'denied';

/** The name of a feature, as it stands in the file of the model. */
export const nameOf: Vocabulary<string> = (kind, one, other) => (other === '' ? `${kind}:${one}` : `${kind}:${one}+${other}`);

/**
 * What a sentence of plain words is made of: stems (`w`), two words in a row (`b`), themes alone, with the one spoken of and behind a "not"
 * (`t`), and themes with the word beside them (`v`). Some come twice.
 */
export function readWords<Feature>(text: string, vocabulary: Vocabulary<Feature>): readonly Feature[] {
  const features: Feature[] = [];
  const see = (kind: FeatureKind, one: string, other: string): void => {
    const feature = vocabulary(kind, one, other);
    if (feature !== undefined) features.push(feature);
  };
  let subject = 'none';
  let sinceNot = NEAR_NOT + 1;
  let before: readonly string[] = [];
  let [two, one, stemBefore] = ['^', '^', '^'];
  for (const word of text.match(WORD) ?? []) {
    const stem = stemOf(word);
    see('w', stem, '');
    see('b', one, word);
    sinceNot = NOT.has(word) ? 0 : sinceNot + 1;
    subject = SUBJECTS.get(word) ?? subject;
    const own = themesOfWord(word);
    for (const theme of [...own, ...themesOfPhrases(two, one, word)]) {
      see('t', theme, '');
      see('t', subject, theme);
      see('v', stemBefore, theme);
      if (sinceNot > 0 && sinceNot <= NEAR_NOT) see('t', 'not', theme);
    }
    for (const theme of before) see('v', theme, stem);
    before = own;
    [two, one, stemBefore] = [one, word, stem];
  }
  return features;
}

const stemOf = (word: string): string =>
  word.length > 3 && /[gdsey]$/.test(word) ? word.replace(/(?:ing|ed|es|s|e|ly|y)$/, '').replace(/([b-df-hj-np-tv-z])\1$/, '$1') : word;

/** What the rules say of some sentences. */
export type Ruled = { readonly signs: readonly Sign[]; readonly ruled: SafetyLabel; readonly isDenied: boolean };

/** The features of some sentences in a row: theirs, and what the rules say. Each comes once. */
export function dangerFeatures<Feature>(
  read: readonly (readonly Feature[])[],
  { signs, ruled, isDenied }: Ruled,
  vocabulary: Vocabulary<Feature>,
): ReadonlySet<Feature> {
  const found = new Set<Feature>();
  const see = (kind: FeatureKind, one: string): void => {
    const feature = vocabulary(kind, one, '');
    if (feature !== undefined) found.add(feature);
  };
  see('rule', ruled);
  if (isDenied) see('denied', '');
  for (const { family, weight } of signs) {
    see('sign', weight);
    see('family', family);
  }
  for (const features of read) for (const feature of features) found.add(feature);
  return found;
}
