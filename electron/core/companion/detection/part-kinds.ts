import { bareForms } from '../../language/bare-forms.ts';
import { exileKinds } from './kinds-exile.ts';
import { firefighterKinds } from './kinds-firefighter.ts';
import { caringManagerKinds } from './kinds-manager-care.ts';
import { managerKinds } from './kinds-manager.ts';
import { openKinds } from './kinds-open.ts';
import type { PartKind } from './part-kind.ts';

const partKinds: readonly PartKind[] = [...managerKinds, ...caringManagerKinds, ...firefighterKinds, ...exileKinds, ...openKinds];

const entries = (list: string | undefined): string[] => (list ?? '').split(/\s+/).filter((word) => word !== '');

function index(pick: (kind: PartKind) => string | undefined): ReadonlyMap<string, readonly PartKind[]> {
  const found = new Map<string, PartKind[]>();
  for (const kind of partKinds) {
    for (const word of entries(pick(kind))) {
      const holders = found.get(word) ?? [];
      if (!holders.includes(kind)) holders.push(kind);
      found.set(word, holders);
    }
  }
  return found;
}

const byAgent = index((kind) => kind.agents);
const byJob = index((kind) => kind.jobs);
const byWord = index((kind) => kind.words);
const none: readonly PartKind[] = [];

function lookUp(map: ReadonlyMap<string, readonly PartKind[]>, word: string, forms: readonly string[]): readonly PartKind[] {
  for (const form of forms) {
    const kinds = map.get(form);
    if (kinds !== undefined) return kinds;
  }
  return map.get(word) ?? none;
}

/** The kinds a noun names for certain ("perfectionist", "people-pleaser"). */
export function kindsOfAgent(noun: string): readonly PartKind[] {
  const singular = noun.endsWith('s') && !noun.endsWith('ss') ? [noun, noun.slice(0, -1)] : [noun];
  return lookUp(byAgent, noun, singular);
}

/** The kinds a noun may name, though it also names people at work ("coach", "judge"). */
export function kindsOfJob(noun: string): readonly PartKind[] {
  return lookUp(byJob, noun, [noun]);
}

/** The kinds a word in a sentence points to. */
export function kindsOfWord(word: string): readonly PartKind[] {
  return lookUp(byWord, word, bareForms(word));
}

type Phrase = { readonly kind: PartKind; readonly pattern: RegExp };

// Every phrase stands under the two letters it begins with, so that a place in a text is held against few of them.
const PREFIX = /^[a-z](?:[a-z'](?![?*+]))?(?![?*+|])/;
const phrasesByPrefix = new Map<string, Phrase[]>();
for (const kind of partKinds) {
  for (const phrase of kind.phrases ?? []) {
    const prefix = /\|(?![^(]*\))/.test(phrase) ? '' : (PREFIX.exec(phrase)?.[0] ?? '');
    const under = phrasesByPrefix.get(prefix) ?? [];
    under.push({ kind, pattern: new RegExp(`\\b(?:${phrase})`, 'y') });
    phrasesByPrefix.set(prefix, under);
  }
}
const wordStart = /\b[a-z0-9']/g;

/** The kinds whose turns of phrase stand in the folded text, one entry for each time. */
export function kindsOfPhrases(folded: string): PartKind[] {
  const found: PartKind[] = [];
  const until = new Map<PartKind, number>();
  for (const { index: at } of folded.matchAll(wordStart)) {
    for (const prefix of ['', folded.slice(at, at + 1), folded.slice(at, at + 2)]) {
      for (const { kind, pattern } of phrasesByPrefix.get(prefix) ?? []) {
        if (at < (until.get(kind) ?? 0)) continue;
        pattern.lastIndex = at;
        if (!pattern.test(folded)) continue;
        found.push(kind);
        until.set(kind, pattern.lastIndex);
      }
    }
  }
  return found;
}
