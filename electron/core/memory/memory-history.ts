import type { Operation } from 'fast-json-patch';
import { freeze } from 'immer';
import { type Belief, type MemoryDocument, emptyMemory } from '../../../shared/entities/memory.ts';
import type { BeliefId } from '../../../shared/ids.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import type { Row } from '../db/schema.ts';
import type { Steps } from '../steps.ts';
import type { Forgetter } from './forget-in.ts';
import { type Found, beliefIn, changesBetween } from './memory-document.ts';
import { hashOf } from './patch/canonical-json.ts';
import { operationsBetween } from './patch/difference.ts';
import { type Interval, intervalUpTo, memoriesOf, rebuilt } from './rebuild.ts';
import { snapshotRepository } from './snapshot-repository.ts';

/** A row of a version as it is to be. */
export type Rewritten = Pick<Row<'userMemorySnapshots'>, 'id' | 'operations' | 'metadata'>;

/** The intervals there are after a version, newest first. */
export function* intervalsAfter(scope: OwnerScope, version: number): Generator<Interval, void, undefined> {
  const snapshots = scope.use(snapshotRepository);
  for (let last = snapshots.latest()?.version ?? 0; last > version;) {
    const interval = intervalUpTo(scope, last);
    yield interval;
    last = (interval[0]?.version ?? 1) - 1;
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

/** How many versions would be written anew, and which beliefs of the newest memory would go or lose a reason. @throws Failure DATABASE_DAMAGED. */
export function* touchedInHistory(
  scope: OwnerScope,
  forgetter: Forgetter,
): Steps<{ versions: number; beliefs: ReturnType<Forgetter['touchedIn']> }> {
  let versions = 0;
  let beliefs: ReturnType<Forgetter['touchedIn']> | null = null;
  for (const interval of intervalsAfter(scope, 0)) {
    yield;
    let newest: MemoryDocument | null = null;
    let isTouched = false;
    for (const document of memoriesOf(interval)) {
      newest = document;
      isTouched ||= forgetter.forgetIn(document) !== document;
    }
    if (isTouched) versions += interval.length;
    if (newest && beliefs === null) beliefs = forgetter.touchedIn(newest);
  }
  return { versions, beliefs: beliefs ?? [] };
}

/** A belief as it was last remembered. */
export function findInHistory(scope: OwnerScope, id: BeliefId): Found | undefined {
  for (const interval of intervalsAfter(scope, 0)) {
    const found = [...memoriesOf(interval)].toReversed().flatMap((document) => beliefIn(document, id) ?? []);
    if (found[0]) return found[0];
  }
  return undefined;
}

/** A belief in the words it was found in last, before its person put it in their own. Looks no further back than it has to. */
export function foundWording(scope: OwnerScope, id: BeliefId): Belief | undefined {
  for (const interval of intervalsAfter(scope, 0)) {
    const wordings = [...memoriesOf(interval)].toReversed().flatMap((document) => beliefIn(document, id) ?? []);
    const found = wordings.find(({ belief }) => belief.by !== 'person');
    if (found) return found.belief;
  }
  return undefined;
}

/** A belief as it was ever remembered, newest first. */
export function wordingsInHistory(scope: OwnerScope, id: BeliefId): Belief[] {
  const wordings = new Map<string, Belief>();
  for (const interval of intervalsAfter(scope, 0))
    for (const { belief } of [...memoriesOf(interval)].toReversed().flatMap((document) => beliefIn(document, id) ?? []))
      if (!wordings.has(belief.text)) wordings.set(belief.text, belief);
  return [...wordings.values()];
}

/** Beliefs that the person put in words of their own at moments like these. */
export function beliefsEdited(scope: OwnerScope, holds: (moment: number) => boolean): BeliefId[] {
  const edited = new Set<BeliefId>();
  for (const interval of intervalsAfter(scope, 0)) {
    const isEdit = ({ createdAt, metadata }: Interval[number]): boolean => metadata.cause === 'edited' && holds(createdAt);
    if (!interval.some(isEdit)) continue;
    const memories = [...memoriesOf(interval)];
    for (const [at, row] of interval.entries()) {
      const after = memories[at];
      if (!after || !isEdit(row)) continue;
      const before = memories[at - 1] ?? (row.version > 1 ? rebuilt(scope, row.version - 1).document : emptyMemory);
      for (const change of changesBetween(before, after))
        if (change.kind === 'changed' && change.after.by === 'person' && change.after.text !== change.before.text)
          edited.add(change.after.id);
    }
  }
  return [...edited];
}
