import type { MemoryUpdateKind } from '../../../shared/entities/job.ts';
import type { MemoryUpdateId } from '../../../shared/ids.ts';
import type { OwnerScope, TableWriter } from '../db/owner-scope.ts';
import { actionRepository } from './action-repository.ts';

/** What a thing that happened has when it waits, for the first time or again: all its attempts, at once. */
const waiting = (now: number) => ({ processed: false, attempts: 0, dueAt: now, problem: null });

/**
 * Unique per owner, kind and thing: a later change raises the revision and reopens the row, so that it takes effect once more. Whoever is at work on
 * the earlier revision finds that out when it comes to write.
 * @returns whether it was in the queue.
 */
export function reopenMemoryUpdate(
  scope: OwnerScope,
  table: TableWriter,
  { kind, refId, now }: { kind: MemoryUpdateKind; refId: string; now: number },
): boolean {
  const queued = scope.use(actionRepository).memoryUpdate(kind, refId);
  if (queued) table('memoryUpdates').update(queued.id, { ...waiting(now), revision: queued.revision + 1 });
  return queued !== undefined;
}

/** Puts something that happened in the memory queue, or reopens it there. */
export function enqueueMemoryUpdate(
  scope: OwnerScope,
  table: TableWriter,
  update: { kind: MemoryUpdateKind; refId: string; id: MemoryUpdateId; now: number },
): void {
  if (reopenMemoryUpdate(scope, table, update)) return;
  const { kind, refId, id, now } = update;
  table('memoryUpdates').insert({
    ...{ id, userId: scope.userId, kind, refId, createdAt: now, revision: 1, leaseHolder: null, leasedUntil: null },
    ...waiting(now),
  });
}
