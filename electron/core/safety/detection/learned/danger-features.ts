import { sensesOf } from '../../../language/word-senses.ts';
import type { SafetyLabel, Sign } from '../sign.ts';
import { themesOfWords } from './themes.ts';

/** A sentence as the model reads it: its features, and the themes in it. */
export type ReadSentence = { readonly features: readonly string[]; readonly themes: readonly string[] };

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
 * What a sentence of plain words is made of: stems (`w:`), two and three words in a row (`b:`), two with one between them (`g:`), themes alone,
 * with the one spoken of and behind a "not" (`t:`), themes with the word beside them (`v:`), and kinds of meaning (`s:`).
 */
export function readWords(text: string): ReadSentence {
  const words: readonly string[] = text.match(WORD) ?? [];
  const features: string[] = [];
  const themes = new Set<string>();
  let subject = 'none';
  let sinceNot = NEAR_NOT + 1;
  let before: readonly string[] = [];
  let stemBefore = '^';
  for (const [at, word] of words.entries()) {
    const one = words[at - 1] ?? '^';
    const two = words[at - 2] ?? '^';
    const stem = stemOf(word);
    features.push(`w:${stem}`, `b:${one} ${word}`, `b:${two} ${one} ${word}`, `g:${two} ${word}`);
    sinceNot = NOT.has(word) ? 0 : sinceNot + 1;
    subject = SUBJECTS.get(word) ?? subject;
    const own = themesOfWords(word);
    for (const theme of [...own, ...themesOfWords(`${one} ${word}`), ...themesOfWords(`${two} ${one} ${word}`)]) {
      themes.add(theme);
      features.push(`t:${theme}`, `t:${subject}+${theme}`, `v:${stemBefore}+${theme}`);
      if (sinceNot > 0 && sinceNot <= NEAR_NOT) features.push(`t:not+${theme}`);
    }
    for (const theme of before) features.push(`v:${theme}+${stem}`);
    for (const sense of sensesOf(word)) features.push(`s:${sense}`, `s:${subject}+${sense}`);
    before = own;
    stemBefore = stem;
  }
  return { features, themes: [...themes] };
}

const stemOf = (word: string): string =>
  word.length > 3 && /[gdsey]$/.test(word) ? word.replace(/(?:ing|ed|es|s|e|ly|y)$/, '').replace(/([b-df-hj-np-tv-z])\1$/, '$1') : word;

// Every pair is put together once: a message has hundreds.
const pairs = new Map<string, Map<string, string>>();

function pairOf(one: string, other: string): string {
  const ofOne = pairs.get(one) ?? new Map<string, string>();
  const pair = ofOne.get(other) ?? `p:${one}+${other}`;
  if (ofOne.size === 0) pairs.set(one, ofOne);
  ofOne.set(other, pair);
  return pair;
}

/** What the rules say of some sentences. */
export type Ruled = { readonly signs: readonly Sign[]; readonly ruled: SafetyLabel; readonly isDenied: boolean };

/** The features of some sentences in a row: theirs, the pairs of themes of neighbours (`p:`), and what the rules say (`rule:`, `sign:`, `family:`). Some come twice. */
export function dangerFeatures(read: readonly ReadSentence[], { signs, ruled, isDenied }: Ruled): string[] {
  const found = [`rule:${ruled}`];
  if (isDenied) found.push('denied');
  for (const { family, weight } of signs) found.push(`sign:${weight}`, `family:${family}`);
  for (const [at, { features, themes }] of read.entries()) {
    for (const feature of features) found.push(feature);
    const near = [...new Set([...themes, ...(read[at + 1]?.themes ?? [])])].toSorted();
    for (const [place, one] of near.entries())
      for (let next = place + 1; next < near.length; next += 1) found.push(pairOf(one, near[next] ?? ''));
  }
  return found;
}
