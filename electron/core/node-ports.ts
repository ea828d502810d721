import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { v7 } from 'uuid';
import type { Clock, Ids, Logger, Random } from './ports.ts';

export const systemClock: Clock = {
  now: () => Date.now(),
  delay: (milliseconds, signal) => wait(milliseconds, undefined, { signal }),
};

export const systemIds: Ids = { next: () => v7() };

export const systemRandom: Random = { bytes: (length) => randomBytes(length) };

/** One line of JSON a failure, on standard error. */
export const standardErrorLogger: Logger = {
  failure: (entry) => process.stderr.write(`${JSON.stringify({ level: 'error', ...entry })}\n`),
};
