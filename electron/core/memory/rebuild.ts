import type { Operation } from 'fast-json-patch';
import { freeze } from 'immer';
import type { MemoryDocument } from '../../../shared/entities/memory.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import type { Row } from '../db/schema.ts';
import { Failure } from '../failure.ts';
import { applyOperations, applyToOwn } from './patch/apply-operations.ts';
import { hasHash } from './patch/canonical-json.ts';
import { type SnapshotHead, type SnapshotStep, snapshotRepository } from './snapshot-repository.ts';

/** A checkpoint and versions after it, in order: they can be rebuilt, and written anew, without any other. */
export type Interval = readonly Row<'userMemorySnapshots'>[];

/** From the newest checkpoint up to a version, to that version. */
export function intervalUpTo(scope: OwnerScope, version: number): Interval {
  const snapshots = scope.use(snapshotRepository);
  return snapshots.between(snapshots.checkpointUpTo(version) ?? 1, version);
}

/**
 * The memory at a version, without those before it, and what the version was written with.
 * @throws Failure DATABASE_DAMAGED when it can't be rebuilt.
 */
export function rebuilt(scope: OwnerScope, version: number): { document: MemoryDocument; head: SnapshotHead } {
  const snapshots = scope.use(snapshotRepository);
  const head = snapshots.head(version);
  const steps = snapshots.steps(snapshots.checkpointUpTo(version) ?? 1, version);
  requireWhole(steps);
  let document: unknown = null;
  for (const { operations } of steps) document = fitting(applyToOwn, document, operations);
  if (!head || !isWhatWasWritten(document, head.metadata.hash)) throw damaged();
  return { document, head };
}

/**
 * The memories of an interval, one a version. Frozen, and what did not change between two is the same object.
 * @throws Failure DATABASE_DAMAGED when one can't be rebuilt.
 */
export function* memoriesOf(interval: Interval): Generator<MemoryDocument, void, undefined> {
  requireWhole(interval);
  let document: unknown = null;
  for (const { operations, metadata } of interval) {
    document = freeze(fitting(applyOperations, document, operations), true);
    if (!isWhatWasWritten(document, metadata.hash)) throw damaged();
    yield document;
  }
}

/** Begins with a checkpoint, and none is missing. */
function requireWhole(interval: readonly SnapshotStep[]): void {
  const first = interval[0];
  if (!first?.isCheckpoint || interval.some(({ version }, at) => version !== first.version + at)) throw damaged();
}

/** What was written had been found to be a memory (`requireMemory`), and the hash says that this is what was written. */
const isWhatWasWritten = (document: unknown, hash: string): document is MemoryDocument => hasHash(document, hash);

const damaged = (): Failure =>
  new Failure('DATABASE_DAMAGED', 'This version of the memory can’t be rebuilt. Checking the memory says what is damaged, and repairs it.');

function fitting(apply: typeof applyOperations, document: unknown, operations: readonly Operation[]): unknown {
  try {
    return apply(document, operations);
  } catch (error) {
    throw error instanceof Failure ? damaged() : error;
  }
}
