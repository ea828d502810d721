import type { JobProblem } from '../../../shared/entities/job.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
import { Failure } from '../failure.ts';

/** Work that came to nothing for a reason its person can be told. */
export class UnusableAnswer extends Error {
  override readonly name = 'UnusableAnswer';
  readonly problem: JobProblem;
  constructor(problem: JobProblem, options?: { cause?: unknown }) {
    super(problem, options);
    this.problem = problem;
  }
}

/** Failures with a reason of their own; everything else has just failed. */
const reasons: Partial<Record<ErrorCode, JobProblem>> = {
  DISK_FULL: 'disk_full',
  TOO_LARGE: 'too_large',
  NOT_FOUND: 'gone',
  INVALID_INPUT: 'refused',
  CONFLICT: 'refused',
};

/** The reason as it is kept and shown: one of a closed list, whatever the error says. */
export function problemOf(error: unknown): JobProblem {
  if (error instanceof UnusableAnswer) return error.problem;
  return (error instanceof Failure && reasons[error.code]) || 'failed';
}
