import { setImmediate } from 'node:timers/promises';
import type { Operation } from 'fast-json-patch';
import { freeze } from 'immer';
import { z } from 'zod';
import { type MemoryCheck, type MemoryProblem, SnapshotMetadata, emptyMemory } from '../../../shared/entities/memory.ts';
import { MemorySnapshotId } from '../../../shared/ids.ts';
import type { Actor } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { Failure } from '../failure.ts';
import type { Clock, Ids } from '../ports.ts';
import { applyOperations } from './patch/apply-operations.ts';
import { hasHash, hashOf } from './patch/canonical-json.ts';
import { isObject } from './patch/json.ts';
import { type RawSnapshot, snapshotRepository } from './snapshot-repository.ts';

/** Versions that are looked at before others get their turn. */
const PIECE = 200;

const Operations = z.array(
  z.custom<Operation>((value) => isObject(value) && typeof value['op'] === 'string' && typeof value['path'] === 'string'),
);

/** A damaged version with what was sound right before it. */
type Damage = { version: number; problem: MemoryProblem; row: RawSnapshot | undefined; before: unknown };

/**
 * Rebuilds every version and compares it with its hash.
 * @throws Failure CANCELLED when the signal is aborted.
 */
export const checkMemory = (scope: OwnerScope, signal: AbortSignal): Promise<MemoryCheck> => walk(scope, signal, () => undefined);

/**
 * Puts the last sound memory where rows are damaged or missing, so that every version can be rebuilt again; what those versions had changed is lost.
 * @returns what was damaged.
 */
export async function repairMemory(
  work: { scope: OwnerScope; actor: Actor; clock: Clock; ids: Ids },
  signal: AbortSignal,
): Promise<MemoryCheck> {
  const { scope, actor, clock, ids } = work;
  const damages: Damage[] = [];
  const check = await walk(scope, signal, (damage) => damages.push(damage));
  scope.write('upkeep', (table) => {
    for (const { version, row, before } of damages) {
      const isCheckpoint = version === 1 || row?.isCheckpoint === 1;
      const repaired = {
        isCheckpoint,
        operations: isCheckpoint ? [{ op: 'replace' as const, path: '', value: before }] : [],
        metadata: { cause: 'lost' as const, actor: actor.kind, hash: hashOf(before) },
      };
      if (row) table('userMemorySnapshots').update(row.id, repaired);
      else {
        const id = MemorySnapshotId.parse(ids.next());
        table('userMemorySnapshots').insert({ id, userId: actor.userId, version, createdAt: clock.now(), ...repaired });
      }
    }
  });
  return check;
}

async function walk(scope: OwnerScope, signal: AbortSignal, onDamage: (damage: Damage) => void): Promise<MemoryCheck> {
  const snapshots = scope.use(snapshotRepository);
  const check: MemoryCheck = { versions: 0, checkpoints: 0, newestSound: 0, problems: [] };
  let sound: unknown = freeze(emptyMemory, true);
  let isBroken = false;
  const report = (version: number, problem: MemoryProblem, row: RawSnapshot | undefined): void => {
    check.problems.push({ version, problem });
    onDamage({ version, problem, row, before: sound });
    isBroken = true;
  };
  for (let next = 1, rows = snapshots.raw(1, PIECE); rows.length > 0; rows = snapshots.raw(next, PIECE)) {
    for (const row of rows) {
      for (; next < row.version; next += 1) report(next, 'missing', undefined);
      next = row.version + 1;
      check.versions += 1;
      if (row.isCheckpoint === 1) check.checkpoints += 1;
      const outcome = rebuildFrom(sound, isBroken, row);
      if ('problem' in outcome) {
        report(row.version, outcome.problem, row);
        continue;
      }
      sound = outcome.document;
      isBroken = false;
      check.newestSound = row.version;
    }
    await setImmediate();
    if (signal.aborted) throw new Failure('CANCELLED', 'The profile was locked before everything had been checked.');
  }
  return check;
}

function rebuildFrom(sound: unknown, isBroken: boolean, row: RawSnapshot): { document: unknown } | { problem: MemoryProblem } {
  const operations = parsed(Operations, row.operations);
  const metadata = parsed(SnapshotMetadata, row.metadata);
  if (!operations || !metadata) return { problem: 'unreadable' };
  if (isBroken && row.isCheckpoint !== 1) return { problem: 'does_not_apply' };
  let document: unknown;
  try {
    document = freeze(applyOperations(row.isCheckpoint === 1 ? null : sound, operations), true);
  } catch (error) {
    if (error instanceof Failure) return { problem: 'does_not_apply' };
    throw error;
  }
  return hasHash(document, metadata.hash) ? { document } : { problem: 'other_document' };
}

function parsed<Value>(schema: z.ZodType<Value>, text: string): Value | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
