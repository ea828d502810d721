import { z } from 'zod';
import { JobRunId, MemoryUpdateId } from '../ids.ts';
import { Timestamp } from './common.ts';

/** What is done in the background: bring memory up to date, end idle sessions, offer insights, look after the database. */
export const jobNames = ['drain_memory', 'end_idle_sessions', 'top_up_insights', 'database_upkeep'] as const;
export const JobName = z.enum(jobNames);
export type JobName = z.infer<typeof JobName>;

/**
 * Why something in the background did not come to its end: a closed list, so that no record can hold a person's words. `damaged` stands in no record: it is
 * told of what has failed for as long as the memory can't be read.
 */
export const jobProblems = ['unreachable', 'unreadable_answer', 'too_large', 'gone', 'refused', 'disk_full', 'failed', 'damaged'] as const;
export const JobProblem = z.enum(jobProblems);
export type JobProblem = z.infer<typeof JobProblem>;

/**
 * One run of a job. `effects` counts what it changed; a run that found nothing to do is not kept. `problem` of a run that is `done` says why a model that
 * was to be asked had no part in it.
 */
export const JobRun = z.strictObject({
  id: JobRunId,
  job: JobName,
  startedAt: Timestamp,
  finishedAt: Timestamp.nullable(),
  outcome: z.enum(['done', 'stopped', 'failed']).nullable(),
  effects: z.int().nonnegative(),
  problem: JobProblem.nullable(),
});
export type JobRun = z.infer<typeof JobRun>;

export const memoryUpdateKinds = ['session', 'check_in', 'insight'] as const;
export const MemoryUpdateKind = z.enum(memoryUpdateKinds);
export type MemoryUpdateKind = z.infer<typeof MemoryUpdateKind>;

/** After this many attempts an update waits for its person. */
export const ATTEMPTS_MAX = 5;

/** Something that memory has yet to be made of. */
export const WaitingUpdate = z.strictObject({
  id: MemoryUpdateId,
  kind: MemoryUpdateKind,
  refId: z.uuid(),
  state: z.enum(['waiting', 'working', 'needs_attention']),
  attempts: z.int().nonnegative(),
  /** When it is tried next; null when it waits for its person. */
  dueAt: Timestamp.nullable(),
  problem: JobProblem.nullable(),
  createdAt: Timestamp,
});
export type WaitingUpdate = z.infer<typeof WaitingUpdate>;

/** A job as the Background panel shows it. `nextDueAt` is null when nothing waits for it. */
export const Job = z.strictObject({
  name: JobName,
  running: z.boolean(),
  lastRun: JobRun.nullable(),
  nextDueAt: Timestamp.nullable(),
});
export type Job = z.infer<typeof Job>;
