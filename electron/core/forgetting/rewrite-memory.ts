import { setImmediate } from 'node:timers/promises';
import type { MemoryDocument } from '../../../shared/entities/memory.ts';
import type { ForgettingId } from '../../../shared/ids.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { Failure } from '../failure.ts';
import { createForgetter } from '../memory/forget-in.ts';
import type { KeyedDigest } from '../memory/keyed-digest.ts';
import { intervalsAfter, rewriteInterval } from '../memory/memory-history.ts';
import { snapshotRepository } from '../memory/snapshot-repository.ts';
import { forgettingRepository } from './forgetting-repository.ts';
import { storedForgotten, withoutForgotten } from './record.ts';

/**
 * Writes memory's history anew without what a forgetting took, one interval between checkpoints a transaction, so that every version can be rebuilt at
 * every moment. The newest goes first: what is remembered meanwhile is made from a memory that has forgotten already. Begun again, it goes on.
 * @throws the signal's reason between two intervals; Failure DATABASE_DAMAGED when all is done but what can't be rebuilt.
 */
export async function rewriteMemory(
  scope: OwnerScope,
  id: ForgettingId,
  tools: { keyedDigest: KeyedDigest; composeSummary: (document: MemoryDocument) => string },
  { signal, onProgress }: { signal: AbortSignal; onProgress: () => void },
): Promise<void> {
  const record = scope.use(forgettingRepository).get(id);
  if (!record) return;
  const forgetter = createForgetter(storedForgotten(record), tools);
  const snapshots = scope.use(snapshotRepository);
  let damage: Failure | null = null;
  let done = 0;
  // An earlier version that was restored meanwhile stands among those that came since.
  for (
    let [after, newest] = [0, snapshots.latest()?.version ?? 0];
    after < newest;
    [after, newest] = [newest, snapshots.latest()?.version ?? 0]
  ) {
    for (const interval of intervalsAfter(scope, after)) {
      try {
        const rewritten = rewriteInterval(interval, forgetter);
        done += interval.length;
        scope.write('forget', (table) => {
          for (const { id: row, ...changes } of rewritten) table('userMemorySnapshots').update(row, changes);
          table('forgettings').update(id, { done, total: Math.max(done, scope.use(forgettingRepository).count('userMemorySnapshots')) });
        });
      } catch (error) {
        if (!(error instanceof Failure) || error.code !== 'DATABASE_DAMAGED') throw error;
        damage = error;
      }
      onProgress();
      await setImmediate();
      signal.throwIfAborted();
    }
  }
  if (damage) throw damage;
  scope.write('forget', (table) => table('forgettings').update(id, { step: 'traces', target: withoutForgotten(record) }));
}
