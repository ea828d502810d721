import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { materialOf, sampleFinding } from './sample-material.ts';
import { testDatabase } from './test-database.ts';
import { waitingClock } from './waiting-clock.ts';
import { monday } from './test-core.ts';
import { MemoryUpdateKind } from '../../shared/entities/job.ts';
import { emptyMemory } from '../../shared/entities/memory.ts';
import { defaultSettings } from '../../shared/entities/profile.ts';
import { MemorySnapshotId } from '../../shared/ids.ts';
import { createActionBus } from '../../electron/core/actions/action-bus.ts';
import { defineAction } from '../../electron/core/actions/action.ts';
import { type Actor, personOf } from '../../electron/core/actions/actor.ts';
import type { OwnerScope } from '../../electron/core/db/owner-scope.ts';
import type { Random } from '../../electron/core/ports.ts';
import { type Drain, type Remembering, createDrain } from '../../electron/core/memory/drain.ts';
import type { Finder, Finding, Summariser } from '../../electron/core/memory/finding.ts';
import { type QueuedUpdate, queueRepository } from '../../electron/core/memory/queue-repository.ts';
import { createUpdateQueue } from '../../electron/core/memory/update-queue.ts';

/** Stands for whatever puts something in the queue: a session that ends, a check-in, a rating. */
const happen = defineAction({
  type: 'happen',
  entityType: 'session',
  undoable: false,
  input: z.strictObject({ kind: MemoryUpdateKind, refId: z.string() }),
  perform({ enqueue }, { kind, refId }) {
    enqueue(kind, refId);
    return { value: null, entityId: refId, sessionId: null };
  },
});

/** What every finding of these tests looks like: it rests on the session alone. */
export const findingOf = (refId: string, text = 'Rest came up.'): Finding => sampleFinding({ text, sources: [`session:${refId}`] });

/** For what asks a summariser alone. */
const findsNothing: Finder = function* () {
  yield;
  return [];
};

export const findsOne: Summariser = async ({ material }) => [findingOf(material.refId)];

/** A summariser that answers when the test says so, and not otherwise. */
export function summariserInHand() {
  const asked: { refId: string; signal: AbortSignal; answer(findings?: readonly Finding[]): void; fail(error: Error): void }[] = [];
  const summarise: Summariser = ({ material: { refId } }, signal) =>
    new Promise((resolve, reject) => {
      asked.push({ refId, signal, answer: (findings = [findingOf(refId)]) => resolve(findings), fail: reject });
    });
  const question = async (at: number) => {
    while (!asked[at]) await nextTurn();
    return asked[at];
  };
  return { asked, summarise, question };
}

/** Resolves when so many waits are set on the clock. */
export async function waits(clock: { waits(): number }, count: number): Promise<void> {
  while (clock.waits() !== count) await nextTurn();
}

/** A real queue over a real database, and a memory that only keeps book of what it took in, in the transaction it is called in. */
export async function queueAtWork(random: Random = { bytes: (length) => randomBytes(length) }) {
  const database = await testDatabase();
  const { alice, connection, ids, scopeOf } = database;
  const clock = waitingClock();
  const me: Actor = { kind: 'scheduler', userId: alice };
  const scope: OwnerScope = scopeOf(alice);
  scope.write('action', (table) => table('users').insert({ id: alice, email: null, createdAt: monday, settings: defaultSettings }));
  const base = { scopeOf: (actor: Actor) => scopeOf(actor.userId), clock };
  const bus = createActionBus({
    ...base,
    ...{ definitions: [happen], derivations: [], upcast: (patch) => patch, schemaVersion: 1, ids, onCommit: () => undefined },
  });
  const queue = createUpdateQueue({ ...base, bus, random });
  let version = 0;
  const memory: Remembering['memory'] = {
    get: () => ({ version, createdAt: null, document: emptyMemory }),
    takeIn: (actor, { kind, refId, revision, findings }) =>
      scopeOf(actor.userId).write('action', (table) => {
        version += 1;
        table('userMemorySnapshots').insert({
          ...{ id: MemorySnapshotId.parse(ids.next()), userId: actor.userId, version, isCheckpoint: true, createdAt: clock.now() },
          operations: [{ op: 'replace', path: '', value: findings }],
          metadata: { cause: kind, actor: actor.kind, from: refId, revision, hash: 'A'.repeat(43) },
        });
        return version;
      }),
  };
  const failures: unknown[] = [];

  return {
    ...{ bus, clock, connection, failures, ids, me, memory, queue, scope },
    /** Something happens, and waits to be remembered. Answers what it is about. */
    happens(refId = ids.next()): string {
      bus.perform(personOf(alice), happen, { kind: 'session', refId });
      return refId;
    },
    /** On this computer it finds nothing, in a session nobody said anything in, unless told otherwise. */
    worker: (
      summarise: Remembering['summarise'],
      keptIn = memory,
      { find = findsNothing, readMaterial = (_actor, _kind, refId) => materialOf(refId) }: Partial<Remembering> = {},
    ): Drain =>
      createDrain({
        ...{ queue, memory: keptIn, find, readMaterial, summarise, clock, random },
        onFailure: (error) => failures.push(error),
      }),
    /** What took effect, in order: which thing in which revision. */
    effects: (): string[] =>
      connection.sqlite
        .prepare<[], { effect: string }>(
          `SELECT metadata ->> '$.from' || ' ' || (metadata ->> '$.revision') AS effect FROM user_memory_snapshots ORDER BY version`,
        )
        .all()
        .map(({ effect }) => effect),
    update(refId: string): QueuedUpdate {
      const row = connection.sqlite.prepare<[string], { id: string }>('SELECT id FROM memory_updates WHERE ref_id = ?').get(refId);
      const found = row && scope.find('memoryUpdates', row.id);
      if (!found) throw new Error('Nothing of that waits.');
      return found;
    },
    due: () => scope.use(queueRepository).due(clock.now()),
  };
}

export const unstopped = new AbortController().signal;
