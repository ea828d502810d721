import { z } from 'zod';
import { Job, JobRun, WaitingUpdate } from '../entities/job.ts';
import { MemoryUpdateId } from '../ids.ts';
import { Nothing, route } from './route.ts';

export const jobsContract = {
  /** What runs, ran and waits: the newest 50 runs, and the 100 updates that are due first, those that need attention before all others. */
  'jobs.list': route(
    'person',
    Nothing,
    z.strictObject({ jobs: z.array(Job), runs: z.array(JobRun), waiting: z.array(WaitingUpdate), waitingCount: z.int().nonnegative() }),
  ),
  /** Runs everything that is due, now, and answers what was done. */
  'jobs.run': route('person', Nothing, z.strictObject({ runs: z.array(JobRun) })),
  /** Gives an update that needs attention its attempts back, and tries it at once. */
  'jobs.retry': route('person', z.strictObject({ updateId: MemoryUpdateId }), Nothing),
};
