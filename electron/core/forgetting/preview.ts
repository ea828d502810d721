import type { ForgettingPreview } from '../../../shared/entities/forgetting.ts';
import { type MemoryDocument, memorySections } from '../../../shared/entities/memory.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { createForgetter } from '../memory/forget-in.ts';
import type { KeyedDigest } from '../memory/keyed-digest.ts';
import { touchedInHistory } from '../memory/memory-history.ts';
import { memoryStore } from '../memory/memory-store.ts';
import { partRepository } from '../parts/part-repository.ts';
import { forgettingRepository } from './forgetting-repository.ts';
import { type GoingTable, type Reach, reachOf } from './reach.ts';
import { forgottenBy } from './record.ts';
import type { Wish } from './wish.ts';

/** What goes, but for the copies on the disk. */
type Counted = Omit<ForgettingPreview, 'backups'>;

/** Counts all that a wish touches. */
export function previewOf(
  scope: OwnerScope,
  wish: Wish,
  tools: { keyedDigest: KeyedDigest; composeSummary: (document: MemoryDocument) => string },
): Counted {
  const reach = reachOf(scope, wish);
  const { rewriting, rows } = reach;
  const count = (table: GoingTable): number => rows.filter((row) => row.table === table).length;
  const { beliefs, versions } = touchedInHistory(scope, createForgetter(forgottenBy(scope, wish, reach, tools.keyedDigest), tools));
  const changedMessages = wish.stretch ? 1 : 0;
  return {
    messages: count('messages') + changedMessages,
    sessions: count('sessions'),
    proposals: count('proposals'),
    evidence: count('partEvidence'),
    parts: partsIn(scope, wish, reach),
    notes: count('notes') + rewriting.notes.size,
    checkIns: count('checkIns'),
    insights: count('insights'),
    beliefs,
    memoryVersions: versions,
    actions: reach.emptied.length,
  };
}

/** The names of parts that go or lose words. */
function partsIn(scope: OwnerScope, { part }: Wish, { parts }: Reach): string[] {
  const losing = [...parts].filter((id) => id !== part?.id).flatMap((id) => scope.find('parts', id)?.name ?? []);
  return part ? [part.name, ...losing] : losing;
}

/** Counts everything there is. */
export function previewOfEverything(scope: OwnerScope): Counted {
  const { count } = scope.use(forgettingRepository);
  const { document } = scope.use(memoryStore).current();
  return {
    messages: count('messages'),
    sessions: count('sessions'),
    proposals: count('proposals'),
    evidence: count('partEvidence'),
    parts: scope
      .use(partRepository)
      .names()
      .map(({ name }) => name),
    notes: count('notes'),
    checkIns: count('checkIns'),
    insights: count('insights'),
    beliefs: memorySections.reduce((sum, section) => sum + document[section].length, 0),
    memoryVersions: count('userMemorySnapshots'),
    actions: count('agentActions'),
  };
}
