import type { JobName, JobProblem } from '../../../shared/entities/job.ts';

/**
 * How a run came out: how much it changed, why something did not come to its end, and why a model had no part in what did although it was to be asked.
 */
export type JobOutcome = { effects: number; problem: JobProblem | null; withoutModel?: JobProblem };

/** Something that is done in the background. */
export type BackgroundJob = {
  readonly name: JobName;
  /** Whether a timer is set for it. If not, it is looked at only when something else woke the scheduler. */
  readonly setsTimer: boolean;
  /** When it has something to do: a moment up to `now` when it does already, null when nothing waits. Only reads, and is asked after every commit. */
  nextDueAt(now: number): number | null;
  /** Does all that is due. Ends within a moment once the signal is aborted. */
  run(signal: AbortSignal): Promise<JobOutcome>;
};
