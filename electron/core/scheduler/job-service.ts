import type { RouteOutput } from '../../../shared/contracts/index.ts';
import type { WaitingUpdate } from '../../../shared/entities/job.ts';
import type { MemoryUpdateId } from '../../../shared/ids.ts';
import type { Actor } from '../actions/actor.ts';
import type { UpdateQueue } from '../memory/update-queue.ts';
import type { Clock } from '../ports.ts';
import type { BackgroundJob } from './job.ts';
import type { RunBook } from './run-book.ts';
import type { Scheduler } from './scheduler.ts';

const RUNS_LISTED = 50;
const WAITING_LISTED = 100;

/** What a person sees of the background, and what they can do about it. */
export type JobService = {
  list(actor: Actor): RouteOutput<'jobs.list'>;
  run(): Promise<RouteOutput<'jobs.run'>>;
  /** @throws Failure NOT_FOUND when the update does not wait any more. */
  retry(actor: Actor, updateId: MemoryUpdateId): void;
  /** Tries again, at once, what failed for no reason of its own: what stood in its way is mended. */
  retryFailed(actor: Actor): void;
};

export function createJobService(options: {
  jobs: readonly BackgroundJob[];
  scheduler: Scheduler;
  runs: RunBook;
  queue: UpdateQueue;
  clock: Clock;
  isMemoryDamaged: (actor: Actor) => boolean;
  onChange: () => void;
}): JobService {
  const { jobs, scheduler, runs, queue, clock, isMemoryDamaged, onChange } = options;
  const asDamaged = (update: WaitingUpdate): WaitingUpdate => (update.problem === 'failed' ? { ...update, problem: 'damaged' } : update);
  return {
    list(actor) {
      const now = clock.now();
      const { items, count: waitingCount } = queue.waiting(actor, WAITING_LISTED);
      const waiting = items.some(({ problem }) => problem === 'failed') && isMemoryDamaged(actor) ? items.map(asDamaged) : items;
      const listed = jobs.map((job) => ({
        name: job.name,
        running: scheduler.running() === job.name,
        lastRun: runs.last(job.name),
        nextDueAt: job.nextDueAt(now),
      }));
      return { jobs: listed, runs: runs.newest(RUNS_LISTED), waiting, waitingCount };
    },
    run: async () => ({ runs: await scheduler.runDue() }),
    retryFailed(actor) {
      queue.retryFailed(actor);
      onChange();
      scheduler.wake();
    },
    retry(actor, updateId) {
      queue.retry(actor, updateId);
      onChange();
      scheduler.wake();
    },
  };
}
