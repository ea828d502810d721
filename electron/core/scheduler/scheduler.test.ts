import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { monday } from '../../../tests/support/test-core.ts';
import { testDatabase } from '../../../tests/support/test-database.ts';
import { waitingClock } from '../../../tests/support/waiting-clock.ts';
import type { JobName } from '../../../shared/entities/job.ts';
import { defaultSettings } from '../../../shared/entities/profile.ts';
import type { Actor } from '../actions/actor.ts';
import { Failure } from '../failure.ts';
import type { BackgroundJob, JobOutcome } from './job.ts';
import { RUNS_KEPT, createRunBook } from './run-book.ts';
import { createScheduler } from './scheduler.ts';

const MINUTE = 60_000;
const YEAR = 365 * 24 * 60 * MINUTE;

/** A job whose due time a test sets. A run makes it not due, unless `run` is given. */
function job(name: JobName, given: { setsTimer?: boolean; run?: (signal: AbortSignal) => Promise<JobOutcome> } = {}) {
  const made = { dueAt: null as number | null, looks: 0, runs: 0 };
  const background: BackgroundJob = {
    name,
    setsTimer: given.setsTimer ?? true,
    nextDueAt() {
      made.looks += 1;
      return made.dueAt;
    },
    async run(signal) {
      made.runs += 1;
      if (given.run) return await given.run(signal);
      made.dueAt = null;
      return { effects: 1, problem: null };
    },
  };
  return Object.assign(made, { background });
}

async function schedulerOf(...jobs: { background: BackgroundJob }[]) {
  const { alice, ids, scopeOf } = await testDatabase();
  scopeOf(alice).write('action', (table) =>
    table('users').insert({ id: alice, email: null, createdAt: monday, settings: defaultSettings }),
  );
  const clock = waitingClock();
  const waited: number[] = [];
  const actor: Actor = { kind: 'scheduler', userId: alice };
  const runs = createRunBook({ scopeOf: ({ userId }) => scopeOf(userId), actor, ids });
  const failures: unknown[] = [];
  let changes = 0;
  const scheduler = createScheduler({
    jobs: jobs.map(({ background }) => background),
    clock: {
      ...clock,
      delay: (milliseconds, signal) => {
        waited.push(milliseconds);
        return clock.delay(milliseconds, signal);
      },
    },
    runs,
    onChange: () => (changes += 1),
    onFailure: (error) => failures.push(error),
  });
  /** Resolves when all that was to be done at this moment is done. */
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await nextTurn();
    expect(clock.waits()).toBeLessThanOrEqual(1);
  };
  const after = async (milliseconds: number): Promise<void> => {
    clock.advance(milliseconds);
    await settled();
  };
  return { after, changes: () => changes, clock, failures, runs, scheduler, settled, waited };
}

describe('the scheduler', () => {
  it('does nothing by itself until it is started', async () => {
    const drain = job('drain_memory');
    drain.dueAt = monday;
    const { clock, scheduler, settled } = await schedulerOf(drain);
    scheduler.wake();
    await settled();
    expect([drain.looks, drain.runs, clock.waits()]).toEqual([0, 0, 0]);
    scheduler.start();
    await settled();
    expect([drain.runs, clock.waits()]).toEqual([1, 0]);
  });

  it('sets one timer, for whatever is due first, and moves it when that changes', async () => {
    const [sessions, drain] = [job('end_idle_sessions'), job('drain_memory')];
    sessions.dueAt = monday + 30 * MINUTE;
    const { after, clock, scheduler, settled, waited } = await schedulerOf(sessions, drain);
    scheduler.start();
    await settled();
    drain.dueAt = monday + 10 * MINUTE;
    scheduler.wake();
    await settled();
    expect([clock.waits(), waited]).toEqual([1, [30 * MINUTE, 10 * MINUTE]]);
    await after(10 * MINUTE - 1);
    expect([sessions.runs, drain.runs]).toEqual([0, 0]);
    await after(1);
    expect([sessions.runs, drain.runs, clock.waits()]).toEqual([0, 1, 1]);
    await after(20 * MINUTE);
    expect([sessions.runs, drain.runs, clock.waits()]).toEqual([1, 1, 0]);
  });

  it('looks once, however often it is woken in one go, and leaves a timer alone that is right', async () => {
    const drain = job('drain_memory');
    drain.dueAt = monday + MINUTE;
    const { scheduler, settled, waited } = await schedulerOf(drain);
    scheduler.start();
    await settled();
    const before = drain.looks;
    for (let at = 0; at < 1000; at += 1) scheduler.wake();
    await settled();
    expect(drain.looks).toBe(before + 1);
    expect(waited).toHaveLength(1);
  });

  it('does not look within the call that woke it', async () => {
    const drain = job('drain_memory');
    const { scheduler, settled } = await schedulerOf(drain);
    scheduler.start();
    await settled();
    drain.dueAt = monday;
    scheduler.wake();
    await Promise.resolve();
    expect(drain.runs).toBe(0);
    await settled();
    expect(drain.runs).toBe(1);
  });

  it('sets no timer that is longer than a timer can be, and waits on when that one fires', async () => {
    const drain = job('drain_memory');
    drain.dueAt = monday + YEAR;
    const { after, scheduler, settled, waited } = await schedulerOf(drain);
    scheduler.start();
    await settled();
    expect(waited).toEqual([2 ** 31 - 1]);
    await after(2 ** 31 - 1);
    expect(drain.runs).toBe(0);
    for (let wait = 0; wait < 20 && drain.runs === 0; wait += 1) await after(2 ** 31 - 1);
    expect(drain.runs).toBe(1);
    expect(Math.max(...waited)).toBe(2 ** 31 - 1);
  });

  it('sets no timer for what is only looked at on the way, and does it when woken', async () => {
    const upkeep = job('database_upkeep', { setsTimer: false });
    upkeep.dueAt = monday + MINUTE;
    const { after, clock, scheduler, settled } = await schedulerOf(upkeep);
    scheduler.start();
    await settled();
    expect(clock.waits()).toBe(0);
    await after(MINUTE);
    expect(upkeep.runs).toBe(0);
    scheduler.wake();
    await settled();
    expect(upkeep.runs).toBe(1);
  });

  it('catches up once after days off', async () => {
    const [sessions, drain] = [job('end_idle_sessions'), job('drain_memory')];
    sessions.dueAt = drain.dueAt = monday + MINUTE;
    const { after, clock, scheduler } = await schedulerOf(sessions, drain);
    await after(5 * 24 * 60 * MINUTE);
    scheduler.start();
    await after(0);
    expect([sessions.runs, drain.runs, clock.waits()]).toEqual([1, 1, 0]);
  });

  it('does in one round what one job makes due for another', async () => {
    const drain = job('drain_memory');
    const sessions = job('end_idle_sessions', {
      run: async () => {
        sessions.dueAt = null;
        drain.dueAt = monday;
        return { effects: 1, problem: null };
      },
    });
    sessions.dueAt = monday;
    const { runs, scheduler, settled } = await schedulerOf(sessions, drain);
    scheduler.start();
    await settled();
    expect(runs.newest(10).map((run) => run.job)).toEqual(['drain_memory', 'end_idle_sessions']);
  });

  it('lets a job rest that fails, twice as long each time, and not the others', async () => {
    const [drain, sessions] = [
      job('drain_memory', { run: () => Promise.reject(new Failure('DISK_FULL', 'full')) }),
      job('end_idle_sessions'),
    ];
    drain.dueAt = monday;
    const { after, failures, runs, scheduler, settled, waited } = await schedulerOf(drain, sessions);
    scheduler.start();
    await settled();
    for (const minutes of [1, 2, 4, 8, 16, 32, 60, 60]) await after(minutes * MINUTE);
    expect(drain.runs).toBe(9);
    expect(waited).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60].map((minutes) => minutes * MINUTE));
    expect(failures).toHaveLength(9);
    expect(runs.last('drain_memory')).toMatchObject({ outcome: 'failed', problem: 'disk_full', effects: 0 });
    sessions.dueAt = monday;
    scheduler.wake();
    await settled();
    expect([sessions.runs, drain.runs]).toEqual([1, 9]);
    // Its person does not have to wait, and neither does anybody when the clock is set back.
    expect(await scheduler.runDue()).toMatchObject([{ job: 'drain_memory', problem: 'disk_full' }]);
    await after(-YEAR);
    drain.dueAt = monday - YEAR;
    scheduler.wake();
    await settled();
    expect(drain.runs).toBe(11);
  });

  it('does not run a job over and over that stays due and does nothing', async () => {
    const drain = job('drain_memory', { run: async () => ({ effects: 0, problem: null }) });
    drain.dueAt = monday;
    const { after, clock, runs, scheduler, settled } = await schedulerOf(drain);
    scheduler.start();
    await settled();
    expect([drain.runs, clock.waits(), runs.newest(10)]).toEqual([1, 1, []]);
    await after(MINUTE);
    expect(drain.runs).toBe(2);
  });

  it('that can’t read what is due says so and waits for the next change', async () => {
    const broken = job('drain_memory');
    const { clock, failures, scheduler, settled } = await schedulerOf({
      background: { ...broken.background, nextDueAt: () => expect.unreachable('damaged') },
    });
    scheduler.start();
    await settled();
    expect([failures.length, clock.waits()]).toEqual([1, 0]);
    await expect(scheduler.runDue()).rejects.toThrow('damaged');
  });
});

describe('running what is due now', () => {
  it('needs no start, sets no timer, and answers what was done', async () => {
    const [sessions, drain] = [job('end_idle_sessions'), job('drain_memory')];
    drain.dueAt = monday;
    sessions.dueAt = monday + 1;
    const { changes, clock, runs, scheduler, settled } = await schedulerOf(sessions, drain);
    const done = await scheduler.runDue();
    expect(done).toMatchObject([
      { job: 'drain_memory', startedAt: monday, finishedAt: monday, outcome: 'done', effects: 1, problem: null },
    ]);
    expect(runs.newest(10)).toEqual(done);
    expect(changes()).toBe(2);
    await settled();
    expect([sessions.runs, clock.waits()]).toEqual([0, 0]);
    expect(await scheduler.runDue()).toEqual([]);
  });

  it('waits for what is under way, and tells that too', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const drain = job('drain_memory', {
      run: async () => {
        await promise;
        drain.dueAt = null;
        return { effects: 2, problem: null };
      },
    });
    drain.dueAt = monday;
    const { scheduler, settled } = await schedulerOf(drain);
    scheduler.start();
    await settled();
    expect(scheduler.running()).toBe('drain_memory');
    const [one, other] = [scheduler.runDue(), scheduler.runDue()];
    await settled();
    expect(drain.runs).toBe(1);
    resolve();
    expect(await one).toMatchObject([{ effects: 2 }]);
    expect(await other).toMatchObject([{ effects: 2 }]);
    expect([drain.runs, scheduler.running()]).toEqual([1, null]);
  });
});

describe('stopping', () => {
  it('is not said of work that was through when it was asked for', async () => {
    const drain = job('drain_memory', {
      run: (signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            drain.dueAt = null;
            resolve({ effects: 1, problem: null });
          });
        }),
    });
    drain.dueAt = monday;
    const { runs, scheduler, settled } = await schedulerOf(drain);
    scheduler.start();
    await settled();
    await scheduler.stop();
    expect(runs.last('drain_memory')).toMatchObject({ outcome: 'done', effects: 1 });
  });

  it('ends what is under way, takes the timer away, and lets nothing begin', async () => {
    const drain = job('drain_memory', {
      run: (signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve({ effects: 3, problem: null }));
        }),
    });
    const sessions = job('end_idle_sessions');
    drain.dueAt = monday;
    const { clock, runs, scheduler, settled } = await schedulerOf(drain, sessions);
    scheduler.start();
    await settled();
    sessions.dueAt = monday;
    scheduler.wake();
    await scheduler.stop();
    expect(runs.last('drain_memory')).toMatchObject({ outcome: 'stopped', effects: 3 });
    scheduler.start();
    scheduler.wake();
    await settled();
    expect(await scheduler.runDue()).toEqual([]);
    expect([drain.runs, sessions.runs, clock.waits()]).toEqual([1, 0, 0]);
  });

  it('while it only waits leaves no timer behind', async () => {
    const drain = job('drain_memory');
    drain.dueAt = monday + MINUTE;
    const { after, clock, scheduler, settled } = await schedulerOf(drain);
    scheduler.start();
    await settled();
    expect(clock.waits()).toBe(1);
    await scheduler.stop();
    expect(clock.waits()).toBe(0);
    await after(MINUTE);
    expect(drain.runs).toBe(0);
  });
});

describe('the book of runs', () => {
  it('keeps the newest of each job, and nothing of a run that did nothing', async () => {
    const { runs } = await schedulerOf();
    const line = (name: JobName, at: number) =>
      runs.line({ job: name, startedAt: monday + at, finishedAt: monday + at, outcome: 'done', effects: 1, problem: null });
    runs.keep(line('end_idle_sessions', 0));
    for (let at = 1; at <= RUNS_KEPT + 3; at += 1) runs.keep(line('drain_memory', at));
    const kept = runs.newest(1000);
    expect(kept).toHaveLength(RUNS_KEPT + 1);
    expect(kept[0]?.startedAt).toBe(monday + RUNS_KEPT + 3);
    expect(kept.filter(({ job: name }) => name === 'drain_memory').at(-1)?.startedAt).toBe(monday + 4);
    expect(runs.last('end_idle_sessions')).not.toBeNull();
  });
});
