import type { Operation } from 'fast-json-patch';
import { freeze } from 'immer';
import type { MemoryDocument } from '../../../shared/entities/memory.ts';
import type { BeliefId } from '../../../shared/ids.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import type { Row } from '../db/schema.ts';
import { Failure } from '../failure.ts';
import type { Forgetter } from './forget-in.ts';
import { type Found, beliefIn } from './memory-document.ts';
import { applyOperations } from './patch/apply-operations.ts';
import { hashOf } from './patch/canonical-json.ts';
import { operationsBetween } from './patch/difference.ts';
import { snapshotRepository } from './snapshot-repository.ts';

/** A checkpoint and the versions up to the next one, in order: they can be rebuilt, and written anew, without any other. */
export type Interval = readonly Row<'userMemorySnapshots'>[];

/** A row of a version as it is to be. */
export type Rewritten = Pick<Row<'userMemorySnapshots'>, 'id' | 'operations' | 'metadata'>;

/** The intervals there are after a version, newest first. */
export function* intervalsAfter(scope: OwnerScope, version: number): Generator<Interval, void, undefined> {
  const snapshots = scope.use(snapshotRepository);
  for (let last = snapshots.latest()?.version ?? 0; last > version;) {
    const interval = snapshots.between(snapshots.checkpointUpTo(last) ?? 1, last);
    yield interval;
    last = (interval[0]?.version ?? 1) - 1;
  }
}

/**
 * The memories of an interval, one a version.
 * @throws Failure DATABASE_DAMAGED when they can't be rebuilt.
 */
export function* memoriesOf(interval: Interval): Generator<MemoryDocument, void, undefined> {
  let document: unknown = null;
  for (const { operations, metadata, isCheckpoint } of interval) {
    if (document === null && !isCheckpoint) throw damaged();
    document = freeze(applied(document, operations), true);
    if (!isWhatWasWritten(document, metadata.hash)) throw damaged();
    yield document;
  }
}

/**
 * An interval without what is forgotten: the same versions, with other operations and hashes.
 * @returns no rows when nothing in it is forgotten. @throws Failure DATABASE_DAMAGED.
 */
export function rewriteInterval(interval: Interval, forgetter: Forgetter): Rewritten[] {
  const rewritten: Rewritten[] = [];
  let before: MemoryDocument | null = null;
  let isTouched = false;
  let at = 0;
  for (const document of memoriesOf(interval)) {
    const row = interval[at];
    at += 1;
    if (!row) break;
    const left = freeze(forgetter.forgetIn(document), true);
    isTouched ||= left !== document;
    const operations: Operation[] =
      before && !row.isCheckpoint ? operationsBetween(before, left) : [{ op: 'replace', path: '', value: left }];
    rewritten.push({ id: row.id, operations, metadata: { ...row.metadata, hash: hashOf(left) } });
    before = left;
  }
  return isTouched ? rewritten : [];
}

/** How many versions would be written anew, and how many beliefs of the newest memory would go or lose a reason. */
export function touchedInHistory(scope: OwnerScope, forgetter: Forgetter): { versions: number; beliefs: number } {
  let versions = 0;
  let beliefs: number | null = null;
  for (const interval of intervalsAfter(scope, 0)) {
    let newest: MemoryDocument | null = null;
    let isTouched = false;
    for (const document of memoriesOf(interval)) {
      newest = document;
      isTouched ||= forgetter.forgetIn(document) !== document;
    }
    if (isTouched) versions += interval.length;
    if (newest && beliefs === null) beliefs = forgetter.touchedIn(newest);
  }
  return { versions, beliefs: beliefs ?? 0 };
}

/** A belief as it was last remembered. */
export function findInHistory(scope: OwnerScope, id: BeliefId): Found | undefined {
  for (const interval of intervalsAfter(scope, 0)) {
    const found = [...memoriesOf(interval)].toReversed().flatMap((document) => beliefIn(document, id) ?? []);
    if (found[0]) return found[0];
  }
  return undefined;
}

/** What was written had been found to be a memory, and the hash says that this is what was written. */
const isWhatWasWritten = (document: unknown, hash: string): document is MemoryDocument => hashOf(document) === hash;

const damaged = (): Failure =>
  new Failure('DATABASE_DAMAGED', 'A version of the memory can’t be rebuilt. Checking the memory says which, and repairs it.');

function applied(document: unknown, operations: readonly Operation[]): unknown {
  try {
    return applyOperations(document, operations);
  } catch (error) {
    throw error instanceof Failure ? damaged() : error;
  }
}
