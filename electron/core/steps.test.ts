import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Steps, allAtOnce, givingWay } from './steps.ts';

/** Counts to a hundred, and says how far it has come. */
function* counting(reached: (count: number) => void = () => undefined): Steps<number> {
  let count = 0;
  while (count < 100) {
    yield;
    count += 1;
    reached(count);
  }
  return count;
}
const unstopped = new AbortController().signal;

describe('long work in steps', () => {
  it('comes to the same in one go and giving way', async () => {
    expect([allAtOnce(counting()), await givingWay(counting(), unstopped), await givingWay(counting(), unstopped, 0)]).toEqual([
      100, 100, 100,
    ]);
  });

  it('lets the event loop turn between its steps', async () => {
    let turns = 0;
    let isOver = false;
    const others = (async () => {
      for (; !isOver; turns += 1) await nextTurn();
    })();
    await givingWay(counting(), unstopped, 0);
    isOver = true;
    await others;
    expect(turns).toBeGreaterThanOrEqual(100);
  });

  it('ends where it is when it is stopped, with the reason', async () => {
    const stop = new AbortController();
    const why = new Error('locked');
    let last = 0;
    const work = givingWay(
      counting((count) => (last = count)),
      stop.signal,
      0,
    );
    while (last < 40) await nextTurn();
    stop.abort(why);
    await expect(work).rejects.toBe(why);
    const stoppedAt = last;
    await nextTurn();
    expect([stoppedAt < 100, last]).toEqual([true, stoppedAt]);
  });

  it('does not begin when it was stopped before', async () => {
    let last = 0;
    await expect(
      givingWay(
        counting((count) => (last = count)),
        AbortSignal.abort(),
      ),
    ).rejects.toThrow();
    expect(last).toBe(0);
  });
});
