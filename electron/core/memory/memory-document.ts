import {
  BELIEFS_MAX,
  type Belief,
  type MemoryChange,
  MemoryDocument,
  MemorySection,
  memorySectionTitles,
  memorySections,
} from '../../../shared/entities/memory.ts';
import { BeliefId } from '../../../shared/ids.ts';
import { Failure } from '../failure.ts';
import { canonicalJson } from './patch/canonical-json.ts';
import { DOCUMENT_BYTES_MAX, isList, isObject, requireSoundJson } from './patch/json.ts';

/** Beliefs, and sections of them, that were found to be whole. Frozen, so they stay it: a version is checked in the places it changed. */
const whole = new WeakSet<object>();

/**
 * Sees to it that something is a memory that can be kept.
 * @throws Failure INVALID_INPUT when it is not; TOO_LARGE when it has more than 4 MB as JSON.
 */
export function requireMemory(value: unknown): asserts value is MemoryDocument {
  requireSoundJson(value);
  const text = canonicalJson(value);
  // No character takes more than three bytes for each of its UTF-16 units.
  if (text.length * 3 > DOCUMENT_BYTES_MAX && Buffer.byteLength(text) > DOCUMENT_BYTES_MAX)
    throw new Failure('TOO_LARGE', 'The memory would grow beyond 4 MB. Let something go first.');
  const sections = isObject(value) ? memorySections.map((section) => [section, value[section]] as const) : [];
  const news = new Map(sections.map(([section, beliefs]) => [section, isNews(beliefs) ? newsIn(beliefs) : []]));
  const checked = MemoryDocument.safeParse(isObject(value) ? { ...value, ...Object.fromEntries(news) } : value);
  if (!checked.success) throw new Failure('INVALID_INPUT', 'This is not what a memory looks like.', { cause: checked.error });
  for (const [section, beliefs] of sections) {
    if (!isList(beliefs) || !isNews(beliefs)) continue;
    const known = beliefs.filter(isObject);
    if (new Set(known.map(({ id }) => id)).size !== known.length) throw new Failure('INVALID_INPUT', 'The same would be remembered twice.');
    const looked = news.get(section);
    if (!isList(looked) || !looked.every(Object.isFrozen)) continue;
    for (const belief of looked) if (isObject(belief)) whole.add(belief);
    if (Object.isFrozen(beliefs)) whole.add(beliefs);
  }
}

const isNews = (value: unknown): boolean => typeof value !== 'object' || value === null || !whole.has(value);

/** What of a section has yet to be looked at; all of it where that is no list, or a longer one than may be, so that this is found out. */
const newsIn = (beliefs: unknown): unknown => (isList(beliefs) && beliefs.length <= BELIEFS_MAX ? beliefs.filter(isNews) : beliefs);

export type Found = { section: MemorySection; index: number; belief: Belief };

/** A belief by its identifier. */
export function beliefIn(document: MemoryDocument, id: BeliefId): Found | undefined {
  for (const section of memorySections) {
    const index = document[section].findIndex((belief) => belief.id === id);
    const belief = document[section][index];
    if (belief) return { section, index, belief };
  }
  return undefined;
}

/**
 * A belief by its identifier, or by a JSON Pointer into the document that leads to it or into it.
 * @throws Failure NOT_FOUND, which says what the path could have been.
 */
export function beliefAt(document: MemoryDocument, path: string): Found {
  const nowhere = (sentence: string): Failure => new Failure('NOT_FOUND', sentence);
  const [root, name, place = ''] = path.split('/');
  const section = root === '' ? MemorySection.safeParse(name).data : undefined;
  if (section === undefined) {
    const id = BeliefId.safeParse(path).data;
    const found = id && beliefIn(document, id);
    if (found) return found;
    throw nowhere(
      path === '/summary'
        ? 'The summary is made of what is remembered, and has no reasons of its own.'
        : 'Nothing is remembered under this. Give the id of an entry, or its place such as /themes/0.',
    );
  }
  const count = document[section].length;
  if (count === 0) throw nowhere(`Nothing is remembered under ${memorySectionTitles[section]}.`);
  if (place === '') throw nowhere(`Say which one is meant: /${section}/0 is the first of ${count}.`);
  const index = /^(?:0|[1-9]\d*)$/u.test(place) ? Number(place) : count;
  const belief = document[section][index];
  if (!belief) throw nowhere(`${memorySectionTitles[section]} goes from /${section}/0 to /${section}/${count - 1}.`);
  return { section, index, belief };
}

const same = (one: Belief, other: Belief): boolean => one === other || canonicalJson(one) === canonicalJson(other);

/** What is different in `after`, as a person reads it: the summary, then section by section. */
export function changesBetween(before: MemoryDocument, after: MemoryDocument): MemoryChange[] {
  const changes: MemoryChange[] = [];
  if (before.summary !== after.summary) changes.push({ kind: 'summary', before: before.summary, after: after.summary });
  for (const section of memorySections) {
    const was = new Map(before[section].map((belief) => [belief.id, belief]));
    for (const belief of after[section]) {
      const earlier = was.get(belief.id);
      was.delete(belief.id);
      if (!earlier) changes.push({ kind: 'added', section, after: belief });
      else if (!same(earlier, belief)) changes.push({ kind: 'changed', section, before: earlier, after: belief });
    }
    for (const gone of was.values()) changes.push({ kind: 'removed', section, before: gone });
  }
  return changes;
}

/**
 * Takes changes back in a draft of a later memory.
 * @throws Failure CONFLICT when one of the beliefs is not as the changes left it.
 */
export function takeBack(draft: MemoryDocument, changes: readonly MemoryChange[]): void {
  for (const change of changes) {
    if (change.kind === 'summary') continue;
    const { section } = change;
    const left = change.kind === 'removed' ? undefined : change.after;
    const earlier = change.kind === 'added' ? undefined : change.before;
    const index = draft[section].findIndex(({ id }) => id === (left ?? earlier)?.id);
    const now = draft[section][index];
    const isAsLeft = now === undefined ? left === undefined : left !== undefined && same(now, left);
    if (!isAsLeft)
      throw new Failure('CONFLICT', 'What this changed has changed again since. Restore an earlier version instead, or change it by hand.');
    if (earlier === undefined) draft[section].splice(index, 1);
    else if (index === -1) draft[section].push(earlier);
    else draft[section][index] = earlier;
  }
}
