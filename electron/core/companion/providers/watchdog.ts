import type { Clock } from '../../ports.ts';
import { ModelFailure } from '../model.ts';

/** How long a model may take. Milliseconds. */
export type TimeLimits = {
  /** For a whole reply, tools and all: longer, and nobody is still waiting. */
  inAllMs: number;
  /** Without a byte: a line that is dead but not closed. */
  silenceMs: number;
};

export type Watchdog = {
  /** Aborted, with a ModelFailure as its reason, when time is up; or as soon as the outer signal is. */
  readonly signal: AbortSignal;
  /** Something arrived. */
  touch(): void;
  /** Ends the watch. */
  end(): void;
};

/** Watches over one reply. One wait at a time, on the clock that was handed in. */
export function watch(clock: Clock, { inAllMs, silenceMs }: TimeLimits, outer: AbortSignal): Watchdog {
  const tooLong = new AbortController();
  const ended = new AbortController();
  const deadline = clock.now() + inAllMs;
  let heard = clock.now();
  const run = async (): Promise<void> => {
    for (;;) {
      const left = Math.min(deadline, heard + silenceMs) - clock.now();
      if (left <= 0) return tooLong.abort(new ModelFailure('timed_out'));
      await clock.delay(left, ended.signal);
    }
  };
  // It only ever ends by being ended.
  run().catch(() => undefined);
  return {
    signal: AbortSignal.any([outer, tooLong.signal]),
    touch: () => {
      heard = clock.now();
    },
    end: () => ended.abort(),
  };
}
