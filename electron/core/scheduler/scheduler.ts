import type { JobName, JobProblem, JobRun } from '../../../shared/entities/job.ts';
import { problemOf } from '../memory/job-problem.ts';
import type { Clock } from '../ports.ts';
import type { BackgroundJob } from './job.ts';
import type { RunBook } from './run-book.ts';

/** Node fires a timer that is set for longer than this at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** How long a job rests that failed as a whole, in milliseconds: at first, and at most. Each further failure doubles it. */
const FIRST_REST_MS = 60_000;
const LONGEST_REST_MS = 3_600_000;

/**
 * Does what is due in the background of one open profile. Nothing polls: it looks when it is started, when something was written, and when the one
 * timer fires that is set for the next due time. With nothing to wait for there is no timer, and looking writes nothing.
 */
export type Scheduler = {
  /** From now on it looks by itself. Does at once, and once, what came due while nobody looked. */
  start(): void;
  /** Something was written, so something else may be due. Many calls in a row are one look. */
  wake(): void;
  /** Does everything that is due now, also what rests after a failure, and answers what was done. Needs no start. */
  runDue(): Promise<JobRun[]>;
  /** The job that is at work. */
  running(): JobName | null;
  /** Ends what is under way; resolves when it is over. Nothing begins after that. */
  stop(): Promise<void>;
};

export function createScheduler(options: {
  /** In the order they are done. */
  jobs: readonly BackgroundJob[];
  clock: Clock;
  runs: RunBook;
  /** Told when a job begins and ends. */
  onChange: () => void;
  onFailure: (error: unknown) => void;
}): Scheduler {
  const { jobs, clock, runs, onChange, onFailure } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const resting = new Map<JobName, { until: number; failures: number }>();
  let isStarted = false;
  let isWaking = false;
  let running: JobName | null = null;
  let round: Promise<JobRun[]> | null = null;
  let timer: { at: number; off: AbortController } | null = null;

  const setTimer = (at: number | null): void => {
    if (timer?.at === at) return;
    timer?.off.abort();
    timer = null;
    if (at === null) return;
    const set = { at, off: new AbortController() };
    timer = set;
    const wait = Math.min(Math.max(at - clock.now(), 0), LONGEST_TIMER_MS);
    const fire = (): void => {
      if (timer !== set) return;
      timer = null;
      look();
    };
    clock.delay(wait, set.off.signal).then(fire, () => undefined);
  };

  /** When a job is due by itself: not before it has rested. A rest that lies too far ahead was begun by a clock that has been set back. */
  const nextDueAt = (job: BackgroundJob, now: number): number | null => {
    const at = job.nextDueAt(now);
    const until = resting.get(job.name)?.until ?? 0;
    return at === null || until > now + LONGEST_REST_MS ? at : Math.max(at, until);
  };
  const look = (): void => {
    // A round looks again when it ends.
    if (!isStarted || signal.aborted || round) return;
    try {
      const now = clock.now();
      const waiting = jobs.flatMap((job) => {
        const at = nextDueAt(job, now);
        return at === null ? [] : [{ at, setsTimer: job.setsTimer }];
      });
      if (waiting.some(({ at }) => at <= now)) {
        setTimer(null);
        void begin(nextDueAt);
        return;
      }
      const moments = waiting.filter(({ setsTimer }) => setsTimer).map(({ at }) => at);
      setTimer(moments.length > 0 ? Math.min(...moments) : null);
    } catch (error) {
      // The database can't be read. It is looked at again after the next commit, which can't come before that is mended.
      setTimer(null);
      onFailure(error);
    }
  };

  const wake = (): void => {
    if (!isStarted || isWaking) return;
    isWaking = true;
    // Not within the call that has just committed: its answer goes first.
    setImmediate(() => {
      isWaking = false;
      look();
    });
  };

  const rest = (name: JobName, now: number): void => {
    const failures = (resting.get(name)?.failures ?? 0) + 1;
    resting.set(name, { until: now + Math.min(FIRST_REST_MS * 2 ** (failures - 1), LONGEST_REST_MS), failures });
  };

  /** One run of one job. Answers its line when it did something or failed; only then it is kept. */
  const run = async (job: BackgroundJob): Promise<{ line: JobRun | null; isSpent: boolean }> => {
    const startedAt = clock.now();
    let effects = 0;
    let problem: JobProblem | null = null;
    let withoutModel: JobProblem | undefined;
    let hasFailed = false;
    try {
      ({ effects, problem, withoutModel } = await job.run(signal));
    } catch (error) {
      hasFailed = !signal.aborted;
      if (hasFailed) {
        problem = problemOf(error);
        onFailure(error);
      }
    }
    const finishedAt = Math.max(clock.now(), startedAt);
    // Also when it is still due although it did nothing: it would be run again and again.
    const isSpent = hasFailed || (effects === 0 && problem === null);
    if (isSpent) rest(job.name, finishedAt);
    else resting.delete(job.name);
    if (effects === 0 && problem === null) return { line: null, isSpent };
    // Whoever was asked to stop may have been through with it.
    const isCutOff = signal.aborted && (job.nextDueAt(finishedAt) ?? Infinity) <= finishedAt;
    const outcome = problem !== null ? 'failed' : isCutOff ? 'stopped' : 'done';
    const line = runs.line({ job: job.name, startedAt, finishedAt, outcome, effects, problem: problem ?? withoutModel ?? null });
    try {
      runs.keep(line);
    } catch (error) {
      // What was done is done; only its line in the book is missing.
      onFailure(error);
    }
    return { line, isSpent };
  };

  /** Runs what is due, in the order of the jobs, until nothing is: one may make another one due. */
  const runAll = async (dueAt: (job: BackgroundJob, now: number) => number | null): Promise<JobRun[]> => {
    const done: JobRun[] = [];
    const spent = new Set<JobName>();
    for (;;) {
      const now = clock.now();
      const isDue = (job: BackgroundJob): boolean => (dueAt(job, now) ?? Infinity) <= now;
      const next = signal.aborted ? undefined : jobs.find((job) => !spent.has(job.name) && isDue(job));
      if (!next) return done;
      running = next.name;
      onChange();
      const { line, isSpent } = await run(next);
      running = null;
      onChange();
      if (line) done.push(line);
      if (isSpent) spent.add(next.name);
    }
  };

  const begin = (dueAt: typeof nextDueAt): Promise<JobRun[]> => {
    const begun = runAll(dueAt).finally(() => {
      round = null;
      wake();
    });
    // Whoever asked for it is told; a round that began by itself has nobody to tell.
    begun.catch(onFailure);
    round = begun;
    return begun;
  };

  return {
    start() {
      isStarted = true;
      wake();
    },
    wake,
    async runDue() {
      const earlier: JobRun[] = [];
      while (round) earlier.push(...(await round));
      return [...earlier, ...(await begin((job, now) => job.nextDueAt(now)))];
    },
    running: () => running,
    async stop() {
      stopping.abort();
      setTimer(null);
      await round?.catch(() => undefined);
    },
  };
}
