import { ATTEMPTS_MAX, type JobProblem, type WaitingUpdate } from '../../../shared/entities/job.ts';
import type { MemoryUpdateId } from '../../../shared/ids.ts';
import type { ActionBus } from '../actions/action-bus.ts';
import type { Actor } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { notFound } from '../failure.ts';
import type { Clock, Random } from '../ports.ts';
import { LEASE_MS, LONGEST_WAIT_MS, NEVER, type QueuedUpdate, isHeld, queueRepository } from './queue-repository.ts';

/** The wait after the first attempt, in milliseconds; each further one is four times as long: 1, 4, 16 and 64 minutes. */
const FIRST_WAIT_MS = 60_000;

/** An update somebody is at work on, as it was when they took it. */
export type Claim = Pick<QueuedUpdate, 'id' | 'kind' | 'refId' | 'revision'> & { holder: string };

/**
 * What memory has yet to be made of. An update is taken with a lease and the transaction let go; whoever comes back with a result finds out whether
 * it still is theirs and still the same. So there is one effect for each kind, thing and revision, whoever dies, is late or answers twice.
 */
export type UpdateQueue = {
  /** Takes what has been due for longest, for as long as a lease lasts. Counts as an attempt, so that what ends the process is not tried for ever. */
  claim(actor: Actor, holder: string): Claim | null;
  /**
   * Runs `work` and marks the update as processed, both or neither.
   * @returns false, with nothing done, when it is another's by now, was changed since, is processed or gone.
   */
  settle(actor: Actor, claim: Claim, work: () => void): boolean;
  /** Lets go of an update without having tried: the attempt does not count, and it is due again at once. */
  release(actor: Actor, claim: Claim): void;
  /** Lets go of an update that failed. It is tried again later, or waits for its person once the attempts are used up. */
  fail(actor: Actor, claim: Claim, problem: JobProblem): void;
  /** Gives an update its attempts back; it is due at once. @throws Failure NOT_FOUND when it does not wait any more. */
  retry(actor: Actor, updateId: MemoryUpdateId): void;
  /** The same for all that failed for no reason of its own. */
  retryFailed(actor: Actor): void;
  nextDueAt(actor: Actor, now: number): number | null;
  waiting(actor: Actor, limit: number): { items: WaitingUpdate[]; count: number };
};

export function createUpdateQueue(options: {
  bus: ActionBus;
  scopeOf: (actor: Actor) => OwnerScope;
  clock: Clock;
  random: Random;
}): UpdateQueue {
  const { bus, clock, random, scopeOf } = options;
  const queueOf = (actor: Actor) => scopeOf(actor).use(queueRepository);
  const change = (actor: Actor, id: MemoryUpdateId, changes: Partial<QueuedUpdate>): void =>
    scopeOf(actor).write('upkeep', (table) => table('memoryUpdates').update(id, changes));

  /** The update, when it is still the claimer's. */
  const claimed = (actor: Actor, { id, holder }: Claim): QueuedUpdate | null => {
    const update = queueOf(actor).get(id);
    return update?.leaseHolder === holder && !update.processed ? update : null;
  };
  const letGo = { leaseHolder: null, leasedUntil: null };

  /** At random between a half and the whole of the full wait, so that what failed together is not tried together. */
  const waitAfter = (attempts: number): number => {
    const full = Math.min(FIRST_WAIT_MS * 4 ** (attempts - 1), LONGEST_WAIT_MS);
    return Math.round(full * (0.5 + random.bytes(4).readUInt32BE() / 2 ** 33));
  };

  return {
    claim: (actor, holder) =>
      scopeOf(actor).write('upkeep', (table) => {
        const now = clock.now();
        const update = queueOf(actor).due(now);
        if (!update) return null;
        const { id, kind, refId, revision } = update;
        const attempts = update.attempts + 1;
        const leasedUntil = now + LEASE_MS;
        // When it is due if nothing is heard of its holder any more.
        const dueAt = attempts < ATTEMPTS_MAX ? leasedUntil : NEVER;
        table('memoryUpdates').update(id, { leaseHolder: holder, leasedUntil, attempts, dueAt });
        return { id, kind, refId, revision, holder };
      }),

    settle: (actor, claim, work) =>
      bus.together(actor, () => {
        if (claimed(actor, claim)?.revision !== claim.revision) return false;
        work();
        change(actor, claim.id, { ...letGo, processed: true, problem: null });
        return true;
      }),

    release(actor, claim) {
      bus.together(actor, () => {
        const update = claimed(actor, claim);
        if (!update) return;
        // A revision that came meanwhile has all its attempts, and is due already.
        const isSame = update.revision === claim.revision;
        change(actor, claim.id, { ...letGo, ...(isSame && { attempts: Math.max(0, update.attempts - 1), dueAt: clock.now() }) });
      });
    },

    fail(actor, claim, problem) {
      bus.together(actor, () => {
        const update = claimed(actor, claim);
        if (!update) return;
        const { attempts, revision } = update;
        const dueAt = attempts < ATTEMPTS_MAX ? clock.now() + waitAfter(Math.max(1, attempts)) : NEVER;
        change(actor, claim.id, { ...letGo, ...(revision === claim.revision && { dueAt, problem }) });
      });
    },

    retry(actor, updateId) {
      const update = queueOf(actor).get(updateId);
      if (!update || update.processed) throw notFound('This');
      change(actor, updateId, { attempts: 0, dueAt: clock.now(), problem: null });
    },

    retryFailed(actor) {
      for (const { id } of queueOf(actor).failed()) change(actor, id, { attempts: 0, dueAt: clock.now(), problem: null });
    },

    nextDueAt: (actor, now) => queueOf(actor).nextDueAt(now),
    waiting: (actor, limit) => ({
      items: queueOf(actor)
        .waiting(limit)
        .map((update) => waitingUpdate(update, clock.now())),
      count: queueOf(actor).waitingCount(),
    }),
  };
}

function waitingUpdate(update: QueuedUpdate, now: number): WaitingUpdate {
  const { id, kind, refId, attempts, dueAt, problem, createdAt } = update;
  const isGivenUp = dueAt === NEVER;
  const state = isHeld(update, now) ? 'working' : isGivenUp ? 'needs_attention' : 'waiting';
  return {
    ...{ id, kind, refId, state, attempts, createdAt },
    dueAt: isGivenUp ? null : dueAt,
    // Without a reason on record, it was at work when Trailhead itself came to its end.
    problem: problem ?? (state === 'needs_attention' ? 'failed' : null),
  };
}
