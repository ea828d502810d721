import { isTelling } from '../../language/plain-words.ts';
import { fold } from '../../language/sentences.ts';
import type { Steps } from '../../steps.ts';
import { type Finding, type Material, type MemoryWork, beliefIdOf } from '../finding.ts';
import { bareForm, denies } from './clauses.ts';
import { type LifeTheme, lifeThemes, themesOfWord } from './life-themes.ts';
import { type Passage, SOURCES_MAX, type Statement, newestOf, sourcesOf } from './passages.ts';
import { quoted } from './quote.ts';

/** More than these of one occasion would say nothing about it. */
const THEMES_MAX = 8;
const WORDS_MAX = 4;
/** How often an area of life must be touched before it is a theme. A feeling, or what was a theme before, needs to be named once. */
const AREA_HITS = 2;
/** How often a word must come back, and in how many texts, to be one the person keeps returning to. */
const WORD_TIMES = 3;
const WORD_PASSAGES = 2;

type Found = { hits: number; passages: Set<Passage> };

/** What an occasion was about: areas of life and feelings by the lexicon, and the person's own words that kept coming back. */
export function* findThemes({ document, material }: MemoryWork, passages: readonly Passage[]): Steps<Finding[]> {
  const own = passages.filter(({ speaker }) => speaker === null);
  const known = new Set(document.themes.map(({ id }) => id));
  return [...(yield* lifeThemesIn(material, own, known)), ...(yield* recurringWordsIn(material, own, known))];
}

const finding = (material: Material, about: string, text: string, passages: readonly Passage[]): Finding => ({
  section: 'themes',
  id: beliefIdOf('themes', about),
  text,
  by: 'summariser',
  sources: sourcesOf(passages, material.source),
  at: newestOf(passages, material.at),
});

/** One sentence for a theme of the lexicon, whoever found it. */
export const lifeThemeFinding = (material: Material, { key, name }: LifeTheme, passages: readonly Passage[]): Finding =>
  finding(material, key, `You wrote about ${name}.`, passages);

/** One sentence for a word that keeps coming back. Null when it is none that could be kept, or only came up in hard moments. */
export function* wordFinding(material: Material, written: ReadonlyMap<Passage, string>): Steps<Finding | null> {
  const calm = yield* calmIn(written);
  // The newest, because the newest texts are its sources.
  const word = calm.at(-1)?.[1];
  const words = word === undefined ? null : quoted(word);
  if (word === undefined || words === null) return null;
  const passages = calm.map(([passage]) => passage);
  return finding(material, `word ${bareForm(fold(word))}`, `${words} came up several times.`, passages);
}

/** The newest texts that are from no hard moment, in the order of writing: to look at more than a finding names would take seconds. */
function* calmIn(written: ReadonlyMap<Passage, string>): Steps<[Passage, string][]> {
  const calm: [Passage, string][] = [];
  for (const each of [...written].toReversed()) {
    yield;
    if (!each[0].isHard()) calm.unshift(each);
    if (calm.length === SOURCES_MAX) break;
  }
  return calm;
}

function* lifeThemesIn(material: Material, passages: readonly Passage[], known: ReadonlySet<string>): Steps<Finding[]> {
  const found = new Map<LifeTheme, Found>();
  const add = (theme: LifeTheme, passage: Passage): void => {
    const { hits, passages: seen } = found.get(theme) ?? { hits: 0, passages: new Set() };
    found.set(theme, { hits: hits + 1, passages: seen.add(passage) });
  };
  for (const passage of passages)
    for (const statement of passage.sentences) {
      yield;
      for (const theme of themesIn(statement)) add(theme, passage);
    }
  const least = ({ key, kind }: LifeTheme): number =>
    kind === 'feeling' || material.kind !== 'session' || known.has(beliefIdOf('themes', key)) ? 1 : AREA_HITS;
  return [...found]
    .filter(([theme, { hits }]) => hits >= least(theme))
    .toSorted(([one, { hits }], [other, { hits: others }]) => others - hits || (one.key < other.key ? -1 : 1))
    .slice(0, THEMES_MAX)
    .map(([theme, { passages: seen }]) => lifeThemeFinding(material, theme, [...seen]));
}

/** Asked first: most sentences have none of the phrases. */
const somePhrase = new RegExp(lifeThemes.flatMap(({ phrases }) => phrases?.source ?? []).join('|'), 'u');

/** Each theme as often as different words of a sentence show it. */
function themesIn(statement: Statement): LifeTheme[] {
  const { folded } = statement;
  const seen = new Map<string, LifeTheme>();
  for (const { 0: word, index } of folded.matchAll(/[\p{L}-]{3,}/gu)) {
    if (statement.isQuoted(index)) continue;
    for (const theme of themesOfWord(word)) if (means(theme, folded, index)) seen.set(`${theme.key} ${bareForm(word)}`, theme);
  }
  for (const theme of somePhrase.test(folded) ? lifeThemes : []) {
    for (const hit of theme.phrases ? folded.matchAll(theme.phrases) : [])
      if (!statement.isQuoted(hit.index) && means(theme, folded, hit.index)) seen.set(`${theme.key} ${hit[0]}`, theme);
  }
  return [...seen.values()];
}

const OWN = /\b(?:i|i'm|im|i've|i'd|me|my|myself|mine)\b/u;
const SOMEBODY_IS =
  /([\p{L}']+?)(?:'s|'re| (?:is|was|are|were|seems?|seemed|looks?|looked|gets?|got|feels|sounds?|sounded|has been|had been)) (?:(?:so|very|really|quite|a bit|all|still|also|always|clearly) )*$/u;
const NEUTRAL = new Set('i me it that this which there and but part side voice bit everything all just'.split(' '));
const OF_OTHERS = /(?:\b(?:his|her|their|your|our|whose)|\p{L}'s) (?:\p{L}+ )?$/u;
/** Words before a feeling by which it was not there. */
const DENIAL_REACH = 24;

/** Whether a word is meant as a theme of the person's: a feeling is, when it is neither denied nor somebody else's. */
function means({ kind }: LifeTheme, folded: string, index: number): boolean {
  if (kind === 'area') return true;
  const before = folded.slice(0, index);
  const near = before.slice(-DENIAL_REACH).replace(/^.*[,;.]/u, '');
  if (denies(near) || OF_OTHERS.test(before)) return false;
  const subject = SOMEBODY_IS.exec(before)?.[1];
  if (subject !== undefined && !NEUTRAL.has(subject)) return false;
  return OWN.test(folded) || folded.split(' ').length <= 6;
}

const DETERMINER = /\b(?:the|a|an|my|our|his|her|their|that|this|these|those|about|with|and|to|from|for) $/u;
const TOO_COMMON = new Set(
  (
    'morning evening afternoon night week weekend month year hour minute today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday january february march april june july august september ' +
    'october november december moment while point reason case idea question answer word story start end world side line room door table hand hands head face eyes mind chest stomach body feeling feelings emotion thought thoughts ' +
    'therapist therapy session message email emails call phone conversation talk plan matter problem issue kind situation person man woman someone everyone anyone child self able again away same sure true next last past future ' +
    'nothing anything everything something maybe really because though through during between about around without within against have having doing going being trying saying getting making coming looking okay fine good better best worse worst please thanks thank yes yeah'
  ).split(' '),
);

/** `written`: the texts it stands in, each with how it was written there last. */
type Word = { times: number; asName: number; asNoun: number; written: Map<Passage, string> };

function* recurringWordsIn(material: Material, passages: readonly Passage[], known: ReadonlySet<string>): Steps<Finding[]> {
  const names = new Set(material.parts.flatMap(({ name }) => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(bareForm));
  const words = new Map<string, Word>();
  for (const passage of passages)
    for (const statement of passage.sentences) {
      yield;
      collect(words, passage, statement);
    }
  const keepsComing = ([bare, { times, asName, asNoun, written }]: [string, Word]): boolean =>
    !names.has(bare) &&
    Math.max(asName, asNoun) >= 2 &&
    ((times >= WORD_TIMES && written.size >= WORD_PASSAGES) || known.has(beliefIdOf('themes', `word ${bare}`)));
  const found: Finding[] = [];
  for (const [, { written }] of [...words]
    .filter(keepsComing)
    .toSorted(([one, { times }], [other, { times: others }]) => others - times || (one < other ? -1 : 1))
    .slice(0, WORDS_MAX)) {
    const word = yield* wordFinding(material, written);
    if (word) found.push(word);
  }
  return found;
}

/** Nouns and names of a sentence: what stands behind an article or the like, or has a capital in the middle. */
function collect(words: Map<string, Word>, passage: Passage, statement: Statement): void {
  for (const { 0: folded, index } of statement.folded.matchAll(/\p{L}[\p{L}-]{3,30}/gu)) {
    if (statement.isQuoted(index) || !isTelling(folded) || TOO_COMMON.has(folded) || themesOfWord(folded).length > 0) continue;
    const asWritten = statement.words.slice(index, index + folded.length);
    const isName = index > 0 && /^\p{Lu}\p{Ll}/u.test(asWritten);
    const isNoun = DETERMINER.test(statement.folded.slice(Math.max(0, index - 7), index));
    const bare = bareForm(folded);
    const { times, asName, asNoun, written } = words.get(bare) ?? { times: 0, asName: 0, asNoun: 0, written: new Map<Passage, string>() };
    words.set(bare, {
      times: times + 1,
      asName: asName + Number(isName),
      asNoun: asNoun + Number(isNoun),
      written: written.set(passage, asWritten),
    });
  }
}
