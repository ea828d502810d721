import type { MemoryDocument } from '../../../shared/entities/memory.ts';
import type { ActionBus } from '../actions/action-bus.ts';
import type { Actor } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { type Why, revisionFor } from './memory-actions.ts';
import { memoryStore } from './memory-store.ts';
import { operationsBetween } from './patch/difference.ts';
import { requireSoundJson } from './patch/json.ts';

/**
 * Makes the memory what `after` is, as the next version.
 * @param after made from the newest memory, with what did not change left the same object: only the rest is compared and checked.
 * @returns the version written, or the newest one when nothing differs.
 * @throws Failure INVALID_INPUT or TOO_LARGE when it is no memory that can be kept. Nothing is written then.
 */
export function writeMemory(
  work: { bus: ActionBus; scope: OwnerScope; actor: Actor; checkpointEvery: number },
  why: Why,
  after: MemoryDocument,
): number {
  const { bus, scope, actor, checkpointEvery } = work;
  const before = scope.use(memoryStore).current();
  requireSoundJson(after);
  const operations = operationsBetween(before.document, after);
  if (operations.length === 0) return before.version;
  return bus.perform(actor, revisionFor(why.cause), { ...why, seen: before.version, operations, meant: after, checkpointEvery }).value;
}
