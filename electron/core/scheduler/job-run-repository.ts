import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { JobName, JobRun } from '../../../shared/entities/job.ts';
import type { JobRunId } from '../../../shared/ids.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { agentActions, jobRuns } from '../db/schema.ts';

export type JobRunRepository = {
  /** Newest first, of all jobs. */
  newest(limit: number): JobRun[];
  last(job: JobName): JobRun | undefined;
  /** The runs of a job that are older than its newest `kept`. */
  beyond(job: JobName, kept: number): JobRunId[];
  /** When anything was last changed. */
  lastChangeAt(): number | undefined;
};

export const jobRunRepository: RepositoryFactory<JobRunRepository> = ({ owns, prepare, reader }) => {
  const { userId: _userId, ...columns } = getTableColumns(jobRuns);
  const read = () => reader.select(columns).from(jobRuns);
  const ofJob = and(owns(jobRuns), eq(jobRuns.job, sql.placeholder('job')));
  const newest = prepare(columns, read().where(owns(jobRuns)).orderBy(desc(jobRuns.id)).limit(sql.placeholder('limit')));
  const last = prepare(columns, read().where(ofJob).orderBy(desc(jobRuns.id)).limit(1));
  const idColumns = { id: jobRuns.id };
  const beyond = prepare(
    idColumns,
    reader
      .select(idColumns)
      .from(jobRuns)
      .where(ofJob)
      .orderBy(desc(jobRuns.id))
      .limit(Number.MAX_SAFE_INTEGER)
      .offset(sql.placeholder('kept')),
  );
  const moments = { createdAt: agentActions.createdAt };
  const lastChange = prepare(
    moments,
    reader
      .select(moments)
      .from(agentActions)
      .where(owns(agentActions))
      .orderBy(sql`revision desc`)
      .limit(1),
  );
  return {
    newest: (limit) => newest.all({ limit }),
    last: (job) => last.get({ job }),
    beyond: (job, kept) => beyond.all({ job, kept }).map(({ id }) => id),
    lastChangeAt: () => lastChange.get()?.createdAt,
  };
};
