import { fold } from '../../language/sentences.ts';
import { isTelling } from '../../language/plain-words.ts';
import type { Finding, Material } from '../../memory/finding.ts';
import { denies } from '../../memory/summarise/clauses.ts';
import { threadOf } from '../../memory/summarise/find-open-threads.ts';
import { practiceOf } from '../../memory/summarise/find-practices.ts';
import { lifeThemeFinding, wordFinding } from '../../memory/summarise/find-themes.ts';
import { causeIn, triggerOf } from '../../memory/summarise/find-triggers.ts';
import { lifeThemes } from '../../memory/summarise/life-themes.ts';
import type { Passage } from '../../memory/summarise/passages.ts';
import { allAtOnce } from '../../steps.ts';
import type { Answer } from './answer.ts';

/**
 * The beliefs of a model's answer that hold: each rests on messages it was given and on nothing else, and quotes what stands in one of them. They are
 * told in Trailhead's own sentences, as those found on this computer are, so that the same belief is the same whoever found it.
 */
export function findingsOf(answer: Answer, material: Material, sent: ReadonlyMap<number, Passage>): Finding[] {
  /** The messages of these numbers; none when one of them was never sent, for then the belief is made up. */
  const cited = (numbers: readonly number[]): Passage[] => {
    const passages = [...new Set(numbers)].toSorted((one, other) => one - other).map((number) => sent.get(number));
    return passages.every((passage) => passage !== undefined) ? passages : [];
  };
  const quotedIn = (numbers: readonly number[], ...quotes: readonly string[]): Passage | undefined => {
    const passages = cited(numbers);
    const isThere = quotes.every((words) => words.trim() !== '' && passages.some(({ text }) => text.includes(words)));
    const [first = ''] = quotes;
    return isThere ? passages.find(({ text }) => text.includes(first)) : undefined;
  };

  const themes = answer.themes.map(({ theme, messages }) => themeOf(material, theme, cited(messages)));
  const triggers = answer.triggers.map(({ words, wanted, messages }) => {
    const passage = quotedIn(messages, words, ...(wanted === undefined ? [] : [wanted]));
    return passage ? triggerOf(material, passage, words, causeIn(words), wanted ?? null) : null;
  });
  const threads = answer.openThreads.map(({ kind, words, messages }) => {
    const passage = quotedIn(messages, words);
    return passage ? threadOf(material, passage, kind, words) : null;
  });
  const practices = answer.practices.map(({ what, words, messages }) => {
    const passage = quotedIn(messages, words);
    const holds = passage?.speaker === null && words.includes(what) && !denies(fold(words));
    return holds ? practiceOf(material, passage, what, words) : null;
  });
  return [themes, triggers, threads, practices].flat().flatMap((finding) => (finding ? [{ ...finding, by: 'model' as const }] : []));
}

/** A theme of the lexicon, or a telling word that stands in every message it is said to come from. A part's own lines are no theme of the person's. */
function themeOf(material: Material, named: string, cited: readonly Passage[]): Finding | null {
  if (cited.length === 0 || cited.some(({ speaker }) => speaker !== null)) return null;
  const wanted = fold(named.trim());
  const theme = lifeThemes.find(({ key, name }) => key === wanted || name === wanted);
  if (theme) return lifeThemeFinding(material, theme, cited);
  if (!/^\p{L}[\p{L}'-]{2,30}$/u.test(wanted) || !isTelling(wanted)) return null;
  const written = cited.map((passage) => [passage, wordIn(passage.text, wanted)] as const);
  return written.every((found): found is readonly [Passage, string] => found[1] !== null)
    ? allAtOnce(wordFinding(material, new Map(written)))
    : null;
}

/** A word as it stands in a text, letter case aside. */
function wordIn(text: string, word: string): string | null {
  const folded = fold(text);
  const at = new RegExp(String.raw`(?<![\p{L}\p{N}])${word}(?![\p{L}\p{N}])`, 'u').exec(folded)?.index;
  return at === undefined ? null : text.slice(at, at + word.length);
}
