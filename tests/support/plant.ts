import { createActionBus } from '../../electron/core/actions/action-bus.ts';
import { personOf } from '../../electron/core/actions/actor.ts';
import type { OwnerScope } from '../../electron/core/db/owner-scope.ts';
import { beliefIdOf } from '../../electron/core/memory/finding.ts';
import { memoryActions, revisionFor } from '../../electron/core/memory/memory-actions.ts';
import { memoryStore } from '../../electron/core/memory/memory-store.ts';
import { operationsBetween } from '../../electron/core/memory/patch/difference.ts';
import { type Belief, type MemoryDocument, type MemorySection, MemorySource, emptyMemory } from '../../shared/entities/memory.ts';
import { CheckInId, InsightId } from '../../shared/ids.ts';
import { monday, testClock, testIds } from './test-core.ts';
import { newestSchema } from './test-database.ts';

/** Identifiers that no test core counts out. */
const ids = testIds(0x7000_0000);

/** Something remembered. */
export const believed = (section: MemorySection, text: string, sources: readonly string[], more: Partial<Belief> = {}): Belief => ({
  ...{ id: beliefIdOf(section, text), text, by: 'summariser', count: 1, since: monday, lastSeen: monday },
  sources: sources.map((source) => MemorySource.parse(source)),
  ...more,
});

/** A memory that holds nothing but this. */
export const remembering = (beliefs: Partial<Record<MemorySection, Belief[]>>, summary = ''): MemoryDocument => ({
  ...emptyMemory,
  summary,
  ...beliefs,
});

/** Writes memories one after the other, each a version; every third one is kept as a whole. */
export function plantMemory(scope: OwnerScope, documents: readonly MemoryDocument[]): void {
  const actor = personOf(scope.userId);
  const bus = createActionBus({
    ...{ scopeOf: () => scope, clock: testClock(), ids, derivations: [], upcast: (patch) => patch, schemaVersion: newestSchema },
    ...{ definitions: memoryActions, onCommit: () => undefined },
  });
  for (const document of documents) {
    const { version, document: before } = scope.use(memoryStore).current();
    const operations = operationsBetween(before, document);
    bus.perform(actor, revisionFor('session'), { seen: version, operations, meant: document, cause: 'session', checkpointEvery: 3 });
  }
}

/** An insight that names some rows. */
export function plantInsight(scope: OwnerScope, text: string, about: readonly string[]): InsightId {
  const id = InsightId.parse(ids.next());
  scope.write('action', (table) =>
    table('insights').insert({
      ...{ id, userId: scope.userId, type: 'observation', status: 'revealed', content: { text, sources: about }, rating: { stars: 4 } },
      ...{ feedback: text, revealedAt: monday, actionedAt: null, createdAt: monday, updatedAt: monday },
    }),
  );
  return id;
}

export function plantCheckIn(scope: OwnerScope, day: string, text: string): CheckInId {
  const id = CheckInId.parse(ids.next());
  scope.write('action', (table) =>
    table('checkIns').insert({
      ...{ id, userId: scope.userId, kind: 'evening', day, timeZone: 'Europe/Dublin', content: { reflection: text } },
      ...{ createdAt: monday, updatedAt: monday },
    }),
  );
  return id;
}
