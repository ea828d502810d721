import { type ActionBus, createActionBus } from '../../electron/core/actions/action-bus.ts';
import { type Actor, personOf } from '../../electron/core/actions/actor.ts';
import type { OwnerScope } from '../../electron/core/db/owner-scope.ts';
import type { Finding, Material } from '../../electron/core/memory/finding.ts';
import { createKeyedDigest } from '../../electron/core/memory/keyed-digest.ts';
import { memoryActions } from '../../electron/core/memory/memory-actions.ts';
import { type MemoryService, createMemoryService } from '../../electron/core/memory/memory-service.ts';
import { snapshotRepository } from '../../electron/core/memory/snapshot-repository.ts';
import type { Ids } from '../../electron/core/ports.ts';
import { createUser, settingsActions } from '../../electron/core/settings/settings-actions.ts';
import { type SettingsService, createSettingsService } from '../../electron/core/settings/settings-service.ts';
import type { MemoryDocument } from '../../shared/entities/memory.ts';
import { MessageId, SessionId } from '../../shared/ids.ts';
import { materialOf, sampleFinding } from './sample-material.ts';
import { type TestClock, testClock } from './test-core.ts';
import { type TestDatabase, newestSchema, testDatabase } from './test-database.ts';

export type TestMemory = MemoryUnderTest & { database: TestDatabase };

/** A memory over a real encrypted database, with a summary that counts what is remembered. */
export async function testMemory(): Promise<TestMemory> {
  const database = await testDatabase();
  const { alice, ids, key } = database;
  const under = memoryOver({ scope: database.scopeOf(alice), actor: personOf(alice), ids, key, clock: testClock() });
  under.bus.perform(under.actor, createUser, {});
  return { database, ...under };
}

export type MemoryUnderTest = {
  actor: Actor;
  scope: OwnerScope;
  bus: ActionBus;
  clock: TestClock;
  settings: SettingsService;
  memory: MemoryService;
  /** When it was told that damaged versions were put right. */
  repairs: readonly number[];
  /** What a summariser found in a session of its own, with one message. */
  occasion(findings: readonly Partial<Finding>[], at?: number): { material: Material; findings: Finding[] };
  /** Takes one such session in, a minute later. @returns the version. */
  learn(...findings: Partial<Finding>[]): number;
  /** Takes everything out of a version's row, as if the disk had lost it. */
  damage(version: number): void;
};

/** A memory over the rows of one person. */
export function memoryOver(place: {
  scope: OwnerScope;
  actor: Actor;
  ids: Ids;
  key: Buffer;
  clock: TestClock;
  composeSummary?: (document: MemoryDocument) => string;
}): MemoryUnderTest {
  const { scope, actor, ids, key, clock, composeSummary = countedSummary } = place;
  const repairs: number[] = [];
  const scopeOf = () => scope;
  const bus = createActionBus({
    ...{ scopeOf, clock, ids, derivations: [], upcast: (patch) => patch, schemaVersion: newestSchema, onCommit: () => undefined },
    definitions: [...settingsActions, ...memoryActions],
  });
  const settings = createSettingsService({ bus, scopeOf });
  const memory = createMemoryService({
    ...{ bus, scopeOf, settings, clock, ids, composeSummary, signal: new AbortController().signal },
    keyedDigest: createKeyedDigest(key),
    onRepaired: async () => void repairs.push(clock.now()),
  });
  const occasion = (partial: readonly Partial<Finding>[], at = clock.now()) => {
    const sessionId = SessionId.parse(ids.next());
    const messageId = MessageId.parse(ids.next());
    const message = { id: messageId, sessionId, role: 'user' as const, content: '', metadata: { delivery: 'complete' as const } };
    const material = materialOf(sessionId, { at, messages: [{ ...message, sequence: 1, createdAt: at }] });
    const findings = partial.map((finding) => sampleFinding({ at, sources: [`message:${messageId}`, `session:${sessionId}`], ...finding }));
    return { material, findings };
  };
  return {
    ...{ actor, scope, bus, clock, settings, memory, repairs, occasion },
    learn(...partial) {
      clock.advance(60_000);
      const { material, findings } = occasion(partial);
      return memory.takeIn({ ...actor, kind: 'scheduler' }, { kind: 'session', refId: material.refId, revision: 1, material, findings });
    },
    damage(version) {
      const row = scope.use(snapshotRepository).raw(version, 1)[0];
      if (row) scope.write('upkeep', (table) => table('userMemorySnapshots').update(row.id, { operations: [] }));
    },
  };
}

export const countedSummary = ({ themes, triggers, parts }: MemoryDocument): string =>
  `${themes.length} themes, ${triggers.length} triggers, ${parts.length} parts.`;
