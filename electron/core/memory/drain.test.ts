import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { findsOne, queueAtWork, summariserInHand, unstopped } from '../../../tests/support/queue-at-work.ts';
import type { Summariser } from './finding.ts';

describe('draining the queue', () => {
  it('takes in what waits, oldest first, once', async () => {
    const { clock, effects, happens, me, update, worker } = await queueAtWork();
    const first = happens();
    clock.advance(1);
    const second = happens();
    clock.advance(1);
    const third = happens();
    const drain = worker(findsOne);
    expect(await drain.run(me, unstopped)).toEqual({ effects: 3, problem: null });
    expect(effects()).toEqual([`${first} 1`, `${second} 1`, `${third} 1`]);
    expect(update(first)).toMatchObject({ processed: true, leaseHolder: null, leasedUntil: null, problem: null });
    expect(await drain.run(me, unstopped)).toEqual({ effects: 0, problem: null });
    expect(effects()).toHaveLength(3);
  });

  it('takes in a thing anew that changed after it was processed, as its next revision', async () => {
    const { effects, happens, me, worker } = await queueAtWork();
    const refId = happens();
    const drain = worker(findsOne);
    await drain.run(me, unstopped);
    happens(refId);
    happens(refId);
    expect(await drain.run(me, unstopped)).toEqual({ effects: 1, problem: null });
    expect(effects()).toEqual([`${refId} 1`, `${refId} 3`]);
  });

  it('holds no transaction while it waits for an answer', async () => {
    const { connection, effects, happens, me, worker } = await queueAtWork();
    happens();
    const { question, summarise } = summariserInHand();
    const run = worker(summarise).run(me, unstopped);
    const asked = await question(0);
    expect(connection.sqlite.inTransaction).toBe(false);
    const later = happens();
    asked.answer();
    (await question(1)).answer();
    expect(await run).toEqual({ effects: 2, problem: null });
    expect(effects()).toContain(`${later} 1`);
  });

  it('throws an answer away that is about an earlier revision, and asks again', async () => {
    const { effects, happens, me, worker } = await queueAtWork();
    const refId = happens();
    const { asked, question, summarise } = summariserInHand();
    const run = worker(summarise).run(me, unstopped);
    const early = await question(0);
    happens(refId);
    early.answer();
    (await question(1)).answer();
    expect(await run).toEqual({ effects: 1, problem: null });
    expect(effects()).toEqual([`${refId} 2`]);
    expect(asked).toHaveLength(2);
  });

  it('leaves nothing of a thing that was deleted while it was summarised', async () => {
    const { effects, happens, me, scope, update, worker } = await queueAtWork();
    const refId = happens();
    const { question, summarise } = summariserInHand();
    const run = worker(summarise).run(me, unstopped);
    const asked = await question(0);
    scope.write('forget', (table) => table('memoryUpdates').remove(update(refId).id));
    asked.answer();
    expect(await run).toEqual({ effects: 0, problem: null });
    expect(effects()).toEqual([]);
  });

  it('asks nobody about a thing that is gone, and is done with it', async () => {
    const { effects, happens, me, memory, update, worker } = await queueAtWork();
    const refId = happens();
    const { asked, summarise } = summariserInHand();
    expect(await worker(summarise, memory, { readMaterial: () => null }).run(me, unstopped)).toMatchObject({ problem: null });
    expect(asked).toEqual([]);
    expect(effects()).toEqual([]);
    expect(update(refId).processed).toBe(true);
  });

  it('by two workers in one process takes every thing in once', async () => {
    const { effects, happens, me, worker } = await queueAtWork();
    const all = Array.from({ length: 40 }, () => happens());
    const slow: Summariser = async (...work) => {
      for (let turn = 0; turn < 3; turn += 1) await nextTurn();
      return findsOne(...work);
    };
    const runs = await Promise.all([worker(slow).run(me, unstopped), worker(slow).run(me, unstopped)]);
    expect(runs.reduce((sum, run) => sum + run.effects, 0)).toBe(40);
    for (const run of runs) expect(run.effects).toBeGreaterThan(0);
    expect(effects().toSorted()).toEqual(all.map((refId) => `${refId} 1`).toSorted());
  });

  it('lets the event loop turn between any two, however quick the summariser is', async () => {
    const { happens, me, worker } = await queueAtWork();
    for (let at = 0; at < 20; at += 1) happens();
    let turns = 0;
    let isOver = false;
    const count = async (): Promise<void> => {
      while (!isOver) {
        await nextTurn();
        turns += 1;
      }
    };
    const counting = count();
    await worker(findsOne).run(me, unstopped);
    isOver = true;
    await counting;
    expect(turns).toBeGreaterThanOrEqual(20);
  });
});
