import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { findsOne, queueAtWork, summariserInHand, unstopped, waits } from '../../../tests/support/queue-at-work.ts';
import { LEASE_MS } from './queue-repository.ts';

const YEAR = 365 * 24 * 3_600_000;

describe('a lease', () => {
  it('keeps others away until it has run out, and one of a dead process runs out by itself', async () => {
    const { clock, due, happens, me, queue, worker } = await queueAtWork();
    happens();
    queue.claim(me, 'a process that died');
    expect(due()).toBeUndefined();
    expect(queue.nextDueAt(me, clock.now())).toBe(clock.now() + LEASE_MS);
    clock.advance(LEASE_MS - 1);
    expect(due()).toBeUndefined();
    clock.advance(1);
    expect(await worker(findsOne).run(me, unstopped)).toEqual({ effects: 1, problem: null });
  });

  it('is not ended by a change of the thing itself', async () => {
    const { clock, due, happens, me, queue } = await queueAtWork();
    const refId = happens();
    queue.claim(me, 'somebody at work');
    happens(refId);
    expect(due()).toBeUndefined();
    expect(queue.nextDueAt(me, clock.now())).toBe(clock.now() + LEASE_MS);
    clock.advance(LEASE_MS);
    expect(due()).toMatchObject({ refId, revision: 2 });
  });

  it('taken by a clock that was a year ahead holds nobody up', async () => {
    const { clock, effects, happens, me, queue, worker } = await queueAtWork();
    const refId = happens();
    queue.claim(me, 'a process that died');
    clock.advance(-YEAR);
    expect(queue.nextDueAt(me, clock.now())).toBe(clock.now());
    await worker(findsOne).run(me, unstopped);
    expect(effects()).toEqual([`${refId} 1`]);
  });

  it('is given back, and the attempt with it, when the work is stopped', async () => {
    const { clock, effects, happens, me, update, worker } = await queueAtWork();
    const refId = happens();
    const { question, summarise } = summariserInHand();
    const stop = new AbortController();
    const run = worker(summarise).run(me, stop.signal);
    const asked = await question(0);
    await waits(clock, 1);
    stop.abort();
    expect(await run).toEqual({ effects: 0, problem: null });
    expect(clock.waits()).toBe(0);
    expect(asked.signal.aborted).toBe(true);
    asked.answer();
    await nextTurn();
    expect(effects()).toEqual([]);
    expect(update(refId)).toMatchObject({ attempts: 0, leaseHolder: null, dueAt: clock.now(), problem: null });
  });
});
