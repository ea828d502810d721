import type { JobName, JobRun } from '../../../shared/entities/job.ts';
import { JobRunId } from '../../../shared/ids.ts';
import type { Actor } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import type { Ids } from '../ports.ts';
import { jobRunRepository } from './job-run-repository.ts';

/** So many runs are kept of each job. */
export const RUNS_KEPT = 200;

/** What ran in the background, of one person. */
export type RunBook = {
  /** The line for a run that is over, not yet kept. */
  line(run: Omit<JobRun, 'id'>): JobRun;
  /** Keeps a run, and the newest ones before it. */
  keep(run: JobRun): void;
  newest(limit: number): JobRun[];
  last(job: JobName): JobRun | null;
  /** When anything was last changed by an action; null when nothing ever was. */
  lastChangeAt(): number | null;
};

export function createRunBook(options: { scopeOf: (actor: Actor) => OwnerScope; actor: Actor; ids: Ids }): RunBook {
  const { actor, ids, scopeOf } = options;
  const runs = () => scopeOf(actor).use(jobRunRepository);
  return {
    line: (run) => ({ ...run, id: JobRunId.parse(ids.next()) }),
    keep: (run) =>
      scopeOf(actor).write('upkeep', (table) => {
        table('jobRuns').insert({ ...run, userId: actor.userId });
        for (const id of runs().beyond(run.job, RUNS_KEPT)) table('jobRuns').remove(id);
      }),
    newest: (limit) => runs().newest(limit),
    last: (job) => runs().last(job) ?? null,
    lastChangeAt: () => runs().lastChangeAt() ?? null,
  };
}
