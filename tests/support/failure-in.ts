import { Failure } from '../../electron/core/failure.ts';

/** The refusal that `work` throws. Fails the test when it throws something else or nothing. */
export function failureIn(work: () => unknown): Failure {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw new Error('expected a Failure', { cause: error });
  }
  throw new Error('expected a Failure, and nothing was thrown');
}

/** The refusal that `work` rejects with. Fails the test when it ends in something else. */
export async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const outcome: unknown = await work.catch((error: unknown) => error);
  return failureIn(() => {
    if (outcome instanceof Error) throw outcome;
  });
}
