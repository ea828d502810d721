import { type ForgettingPreview, SHOWN_MAX } from '../../../shared/entities/forgetting.ts';
import { type MemoryDocument, memorySections } from '../../../shared/entities/memory.ts';
import { PartId } from '../../../shared/ids.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { Failure } from '../failure.ts';
import { createForgetter } from '../memory/forget-in.ts';
import type { KeyedDigest } from '../memory/keyed-digest.ts';
import { touchedInHistory } from '../memory/memory-history.ts';
import { memoryStore } from '../memory/memory-store.ts';
import { partRepository } from '../parts/part-repository.ts';
import type { Steps } from '../steps.ts';
import { forgettingRepository } from './forgetting-repository.ts';
import { type GoingTable, type Reach, reachOf } from './reach.ts';
import { forgottenBy } from './record.ts';
import type { Wish } from './wish.ts';

/** What goes, but for the copies on the disk. */
type Counted = Omit<ForgettingPreview, 'backups'>;

/** Counts all that a wish touches. */
export function* previewOf(
  scope: OwnerScope,
  wish: Wish,
  tools: { keyedDigest: KeyedDigest; composeSummary: (document: MemoryDocument) => string },
): Steps<Counted> {
  const reach = yield* reachOf(scope, wish);
  const forgotten = yield* forgottenBy(scope, wish, reach, tools.keyedDigest);
  const { rewriting, rows } = reach;
  const count = (table: GoingTable): number => rows.filter((row) => row.table === table).length;
  const memory = yield* unlessDamaged(touchedInHistory(scope, createForgetter(forgotten, tools)));
  const changedMessages = wish.stretch ? 1 : 0;
  const changed = (table: GoingTable): number => wish.changes.filter((row) => row.table === table).length;
  return {
    messages: count('messages') + changedMessages,
    sessions: count('sessions'),
    proposals: count('proposals'),
    evidence: count('partEvidence'),
    parts: partsIn(scope, wish, reach),
    staying: [...wish.staying],
    relationships: count('partRelationships') + changed('partRelationships'),
    assessments: count('partAssessments'),
    notes: count('notes') + rewriting.notes.size + changed('notes'),
    checkIns: count('checkIns'),
    insights: count('insights'),
    beliefs: memory?.beliefs.length ?? null,
    memoryVersions: memory?.versions ?? null,
    actions: reach.emptied.length,
    shown: { ...shownOf(scope, reach), beliefs: (memory?.beliefs ?? []).slice(0, SHOWN_MAX) },
  };
}

/** Forgetting must not wait until a damaged memory was repaired: what can’t be counted is said to be so. */
function* unlessDamaged<Value>(read: Steps<Value>): Steps<Value | null> {
  try {
    return yield* read;
  } catch (error) {
    if (error instanceof Failure && error.code === 'DATABASE_DAMAGED') return null;
    throw error;
  }
}

/** Titles and quotes of what goes; a note without a title is told by its beginning. */
function shownOf(scope: OwnerScope, { rows }: Reach): Pick<ForgettingPreview['shown'], 'notes' | 'evidence'> {
  const of = (table: GoingTable): string[] =>
    rows
      .filter((row) => row.table === table)
      .slice(0, SHOWN_MAX)
      .map(({ id }) => id);
  const notes = of('notes').flatMap((id) => scope.find('notes', id) ?? []);
  return {
    notes: notes.map(({ title, content }) => shortened(title.trim() === '' ? content : title)),
    evidence: of('partEvidence').flatMap((id) => shortened(scope.find('partEvidence', id)?.quote ?? '')),
  };
}

const LINE_MAX = 120;
const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length > LINE_MAX ? `${line.slice(0, LINE_MAX).toWellFormed().trimEnd()}…` : line;
};

/** The names of parts that go or lose words. */
function partsIn(scope: OwnerScope, { changes, parts: going }: Wish, { parts }: Reach): string[] {
  const changed = changes.flatMap(({ table, id }) => (table === 'parts' ? [PartId.parse(id)] : []));
  const losing = [...new Set([...parts, ...changed])].filter((id) => !going.some((part) => part.id === id));
  return [...going.map(({ name }) => name), ...losing.flatMap((id) => scope.find('parts', id)?.name ?? [])];
}

/** Counts everything there is. */
export function* previewOfEverything(scope: OwnerScope): Steps<Counted> {
  const { count } = scope.use(forgettingRepository);
  const document = yield* unlessDamaged(newestMemory(scope));
  return {
    messages: count('messages'),
    sessions: count('sessions'),
    proposals: count('proposals'),
    evidence: count('partEvidence'),
    parts: scope
      .use(partRepository)
      .names()
      .map(({ name }) => name),
    staying: [],
    relationships: count('partRelationships'),
    assessments: count('partAssessments'),
    notes: count('notes'),
    checkIns: count('checkIns'),
    insights: count('insights'),
    beliefs: document && memorySections.reduce((sum, section) => sum + document[section].length, 0),
    memoryVersions: count('userMemorySnapshots'),
    actions: count('agentActions'),
    shown: { notes: [], evidence: [], beliefs: [] },
  };
}

function* newestMemory(scope: OwnerScope): Steps<MemoryDocument> {
  yield;
  return scope.use(memoryStore).current().document;
}
