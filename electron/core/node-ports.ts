import { randomBytes, randomFillSync } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { v7 } from 'uuid';
import type { Clock, Ids, Logger, Random } from './ports.ts';

export const systemClock: Clock = {
  now: () => Date.now(),
  delay: (milliseconds, signal) => wait(milliseconds, undefined, { signal }),
};

/** Bytes of chance fetched at a time: asking the system for 16 of them costs more than all the rest of an id. */
const POOL = 4096;

/** UUIDs version 7 that only ever grow: within a millisecond, or when the clock is set back, by counting on. */
function createIds(): Ids {
  const pool = new Uint8Array(POOL);
  let used = POOL;
  const chance = (): Uint8Array => {
    if (used === POOL) {
      randomFillSync(pool);
      used = 0;
    }
    used += 16;
    return pool.subarray(used - 16, used);
  };
  let msecs = 0;
  let seq = 0;
  return {
    next() {
      const random = chance();
      const now = Date.now();
      seq = now > msecs ? ((random[6] ?? 0) << 16) | ((random[7] ?? 0) << 8) | (random[8] ?? 0) : seq + 1;
      msecs = Math.max(now, msecs);
      return v7({ msecs, seq, random });
    },
  };
}

export const systemIds: Ids = createIds();

export const systemRandom: Random = { bytes: (length) => randomBytes(length) };

/** One line of JSON a failure, on standard error. */
export const standardErrorLogger: Logger = {
  failure: (entry) => process.stderr.write(`${JSON.stringify({ level: 'error', ...entry })}\n`),
};
