import { join } from 'node:path';
import { z } from 'zod';
import { Timestamp } from '../../../shared/entities/common.ts';
import { Failure } from '../failure.ts';
import type { Clock } from '../ports.ts';
import { errorCode, writeFileAtomically, type FileOperations } from './atomic-file.ts';
import { readSmallFile } from './vault-copies.ts';

/**
 * Counts wrong secrets in `attempts.json`, beside the vault and never in it: counting must not put the vault at risk.
 * It slows down somebody at the keyboard. Who can copy or change files is not held up by it; Argon2id is what slows them.
 *
 * A missing file counts as no attempts, because a restored backup may hold the vault alone. A damaged one counts as
 * `failuresWhenDamaged` attempts made just now: a short wait rather than none, and rather than a long one for somebody
 * whose disk is failing.
 */
export const attemptsFileName = 'attempts.json';

const freeAttempts = 3;
const firstWaitMs = 1000;
const longestWaitMs = 5 * 60_000;
const failuresWhenDamaged = 8;
const maxBytes = 4096;
const maxFailures = 1_000_000;

const Attempts = z.strictObject({
  format: z.literal('trailhead-attempts'),
  version: z.literal(1),
  failures: z.int().min(0).max(maxFailures),
  /** Milliseconds since 1970-01-01 UTC, by this computer's clock. */
  lastAttemptAt: Timestamp,
});
type Attempts = z.infer<typeof Attempts>;

/** Milliseconds to wait after so many wrong secrets in a row: none for the first 3, then 1 s, doubling up to 5 minutes. */
export const waitAfter = (failures: number): number =>
  failures < freeAttempts ? 0 : Math.min(firstWaitMs * 2 ** (failures - freeAttempts), longestWaitMs);

/**
 * Counts an attempt before it is made, so that ending the process while it runs gains nothing.
 * @throws Failure `TOO_SOON` with the milliseconds to wait; `DISK_FULL` or `READ_ONLY` when it couldn't be counted
 */
export async function beginAttempt(folder: string, clock: Clock, files: FileOperations): Promise<void> {
  const now = clock.now();
  const found = await readAttempts(folder);
  if (found === 'damaged') {
    await writeAttempts(folder, failuresWhenDamaged, now, files);
    throw tooSoon(waitAfter(failuresWhenDamaged));
  }
  const wait = waitAfter(found.failures);
  if (wait > 0 && now < found.lastAttemptAt) {
    // The clock was set back. Counting the wait from the new time keeps it as long as it is, and no longer.
    await writeAttempts(folder, found.failures, now, files);
    throw tooSoon(wait);
  }
  const remaining = found.lastAttemptAt + wait - now;
  if (wait > 0 && remaining > 0) throw tooSoon(remaining);
  await writeAttempts(folder, Math.min(found.failures + 1, maxFailures), now, files);
}

/** Starts counting anew after a right secret. */
export const forgetAttempts = (folder: string, clock: Clock, files: FileOperations): Promise<void> =>
  writeAttempts(folder, 0, clock.now(), files);

async function readAttempts(folder: string): Promise<Pick<Attempts, 'failures' | 'lastAttemptAt'> | 'damaged'> {
  try {
    const text = await readSmallFile(join(folder, attemptsFileName), maxBytes);
    return text === null ? 'damaged' : Attempts.parse(JSON.parse(text));
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? { failures: 0, lastAttemptAt: 0 } : 'damaged';
  }
}

function writeAttempts(folder: string, failures: number, lastAttemptAt: number, files: FileOperations): Promise<void> {
  const attempts: Attempts = { format: 'trailhead-attempts', version: 1, failures, lastAttemptAt };
  return writeFileAtomically(join(folder, attemptsFileName), `${JSON.stringify(attempts)}\n`, files);
}

function tooSoon(retryAfterMs: number): Failure {
  const seconds = Math.ceil(retryAfterMs / 1000);
  const minutes = Math.ceil(seconds / 60);
  const wait = seconds === 1 ? '1 second' : seconds < 120 ? `${seconds} seconds` : `${minutes} minutes`;
  return new Failure('TOO_SOON', `Please wait ${wait} before the next try. Waiting keeps other people from guessing.`, { retryAfterMs });
}
