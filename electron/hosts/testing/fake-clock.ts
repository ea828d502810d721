import type { Clock } from '../../core/ports.ts';

export type FakeClock = Clock & {
  /** Moves time on and lets everything run that was waiting for it. */
  advance(milliseconds: number): Promise<void>;
};

/** A clock that stands still until a test moves it. */
export const createFakeClock = (start = Date.UTC(2026, 0, 5, 9)): FakeClock => {
  let now = start;
  let waiting: { at: number; wake: () => void }[] = [];
  return {
    now: () => now,
    delay: (milliseconds, signal) =>
      new Promise<void>((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const entry = { at: now + milliseconds, wake: resolve };
        waiting.push(entry);
        signal.addEventListener('abort', () => {
          waiting = waiting.filter((other) => other !== entry);
          reject(signal.reason);
        });
      }),
    advance: async (milliseconds) => {
      now += milliseconds;
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      for (const { wake } of due) wake();
      // One turn of the event loop, so that what was woken has run.
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
};
