import { resolve } from 'node:path';

const lastOf = new Map<string, Promise<unknown>>();

/**
 * Runs work on one folder after all earlier work on it has settled: many tries sent at once are counted one by one, and
 * two changes can't both start from the same revision. Other processes are kept out by `holdProfile`.
 */
export async function oneAtATime<Value>(folder: string, work: () => Promise<Value>): Promise<Value> {
  const key = resolve(folder);
  const mine = (lastOf.get(key) ?? Promise.resolve()).then(work);
  const settled = mine.then(
    () => undefined,
    () => undefined,
  );
  lastOf.set(key, settled);
  try {
    return await mine;
  } finally {
    if (lastOf.get(key) === settled) lastOf.delete(key);
  }
}
