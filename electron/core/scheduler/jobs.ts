import type { JobName } from '../../../shared/entities/job.ts';
import type { Actor } from '../actions/actor.ts';
import type { Maintenance } from '../db/maintenance.ts';
import type { Drain } from '../memory/drain.ts';
import type { MemoryService } from '../memory/memory-service.ts';
import type { UpdateQueue } from '../memory/update-queue.ts';
import type { SessionService } from '../sessions/session-service.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import type { BackgroundJob } from './job.ts';
import type { RunBook } from './run-book.ts';

/** The database is looked after at most this often, in milliseconds. */
export const UPKEEP_EVERY_MS = 7 * 24 * 3_600_000;

/** Ends a session that was left alone, as of the moment it became idle. */
export const endIdleSessions = (actor: Actor, sessions: SessionService, settings: SettingsService): BackgroundJob => ({
  name: 'end_idle_sessions',
  setsTimer: true,
  nextDueAt: () => sessions.idleAt(actor, settings.get(actor).idleMinutes),
  run: async () => ({ effects: sessions.endIdle(actor, settings.get(actor).idleMinutes) ? 1 : 0, problem: null }),
});

/** Brings memory up to date: with the parts there are and the time that has gone by, and with what waits in the queue. Time alone sets no timer. */
export const drainMemory = (
  actor: Actor,
  queue: UpdateQueue,
  drain: Drain,
  memory: Pick<MemoryService, 'isBehind' | 'keepUp'>,
): BackgroundJob => ({
  name: 'drain_memory',
  setsTimer: true,
  nextDueAt: (now) => (memory.isBehind(actor) ? now : queue.nextDueAt(actor, now)),
  async run(signal) {
    const kept = memory.keepUp(actor) === null ? 0 : 1;
    const drained = await drain.run(actor, signal);
    return { ...drained, effects: drained.effects + kept };
  },
});

/** Where a job comes in whose feature is not there yet: it is never due. */
export const notYet = (name: JobName): BackgroundJob => ({
  name,
  setsTimer: true,
  nextDueAt: () => null,
  run: async () => ({ effects: 0, problem: null }),
});

/** Keeps the search index compact and the query planner informed: once a week, if anything was changed since. Never a reason to wake up. */
export function databaseUpkeep(options: { runs: RunBook; maintenance: Maintenance; profileCreatedAt: () => number }): BackgroundJob {
  const { runs, maintenance, profileCreatedAt } = options;
  return {
    name: 'database_upkeep',
    setsTimer: false,
    nextDueAt() {
      const last = runs.last('database_upkeep')?.startedAt ?? profileCreatedAt();
      const changedAt = runs.lastChangeAt();
      return changedAt !== null && changedAt > last ? last + UPKEEP_EVERY_MS : null;
    },
    async run(signal) {
      await maintenance.lookAfter(signal);
      return { effects: 1, problem: null };
    },
  };
}
