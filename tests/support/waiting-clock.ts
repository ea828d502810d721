import { type TestClock, monday } from './test-core.ts';

/** A clock whose waits really wait, until it is moved past their end: for what is watched over while something else goes on. */
export function waitingClock(): TestClock & { waits(): number } {
  let now = monday;
  const waiting = new Set<{ until: number; wake: () => void }>();
  const wake = (): void => {
    for (const wait of waiting) if (wait.until <= now) wait.wake();
  };
  return {
    now: () => now,
    waits: () => waiting.size,
    advance(milliseconds) {
      now += milliseconds;
      wake();
    },
    set(moment) {
      now = moment;
      wake();
    },
    delay: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const wait = {
          until: now + milliseconds,
          wake: () => {
            waiting.delete(wait);
            resolve();
          },
        };
        waiting.add(wait);
        signal.addEventListener('abort', () => {
          waiting.delete(wait);
          reject(new Error('stopped', { cause: signal.reason }));
        });
      }),
  };
}
