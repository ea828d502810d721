import { type Belief, type MemoryDocument, SUMMARY_WORDS_MAX } from '../../../../shared/entities/memory.ts';
import { beliefIdOf } from '../finding.ts';
import { lifeThemes } from './life-themes.ts';

/** UTF-16 units of the whole, for scripts that leave no blanks between words. */
const SUMMARY_MAX = 1800;
/** Words one belief may take: a long one is cut, so that others have room beside it. */
const SENTENCE_WORDS = 32;
const SENTENCE_MAX = 240;

const themeNames = new Map<string, string>(lifeThemes.map(({ key, name }) => [beliefIdOf('themes', key), name]));

/**
 * The memory in a few plain sentences, at most 120 words: what comes up most, who has spoken, what sets something off, what helps, what was left
 * open. Safety notes are no part of it: they stand by themselves. Empty for an empty memory; the same document always comes to the same words.
 */
export function composeSummary(document: MemoryDocument): string {
  const sentences = [
    ...themesSentences(document.themes),
    ...leading(document.parts, 2, byInfluence).map(sentenceOf),
    ...leading(document.relationships, 1).map(sentenceOf),
    ...leading(document.triggers, 1).map((belief) => led('It sounds as if this touches something:', belief)),
    ...leading(document.practices, 2).map(sentenceOf),
    ...leading(
      document.openThreads.filter(({ settled }) => !settled),
      1,
      byRecency,
    ).map(sentenceOf),
  ];
  const kept: string[] = [];
  let words = 0;
  let units = 0;
  for (const sentence of sentences) {
    const own = wordCount(sentence);
    if (words + own > SUMMARY_WORDS_MAX || units + sentence.length + 1 > SUMMARY_MAX) continue;
    kept.push(sentence);
    words += own;
    units += sentence.length + 1;
  }
  return kept.join(' ');
}

const wordCount = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length;

type Order = (one: Belief, other: Belief) => number;
const byRecency: Order = (one, other) => other.lastSeen - one.lastSeen || other.count - one.count || (one.id < other.id ? -1 : 1);
const byCount: Order = (one, other) => other.count - one.count || byRecency(one, other);
const byInfluence: Order = (one, other) => (other.influence ?? 0) - (one.influence ?? 0) || byRecency(one, other);

const leading = (beliefs: readonly Belief[], most: number, order: Order = byCount): Belief[] => beliefs.toSorted(order).slice(0, most);

const THEMES = 3;

/** The themes with a name of their own in one sentence, and those the person put in their words; a word that came back stands for itself where there are neither. */
function themesSentences(themes: readonly Belief[]): string[] {
  const first = leading(themes, THEMES);
  const names = first.flatMap((belief) => (belief.by === 'person' ? [] : (themeNames.get(belief.id) ?? [])));
  const told = names.length > 0 ? [`You have written most about ${new Intl.ListFormat('en-GB').format(names)}.`] : [];
  const own = first.filter(({ by }) => by === 'person').map(sentenceOf);
  const all = [...told, ...own];
  return all.length > 0 ? all : first.slice(0, 1).map(sentenceOf);
}

/** A sentence of Trailhead's before the person's quoted words; what they wrote themselves needs none. */
const led = (lead: string, belief: Belief): string =>
  belief.text.startsWith('“') ? sentenceOf({ ...belief, text: `${lead} ${belief.text}` }) : sentenceOf(belief);

/** On one line, not too long, and with an end. */
function sentenceOf({ text }: Pick<Belief, 'text'>): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  const words = line.split(' ');
  const isLong = words.length > SENTENCE_WORDS || line.length > SENTENCE_MAX;
  if (!isLong) return /[.!?…][”"’)]*$/u.test(line) ? line : `${line}.`;
  const cut = words.slice(0, SENTENCE_WORDS).join(' ').slice(0, SENTENCE_MAX);
  const open = cut.lastIndexOf('“') > cut.lastIndexOf('”');
  return `${cut.replace(/[\uD800-\uDBFF]$/u, '').replace(/[\s,;:.]+$/u, '')}…${open ? '”' : ''}`;
}
