import { describe, expect, it } from 'vitest';
import { failureIn } from '../../../tests/support/failure-in.ts';
import { findingOf, findsOne, queueAtWork, unstopped } from '../../../tests/support/queue-at-work.ts';
import { ATTEMPTS_MAX } from '../../../shared/entities/job.ts';
import { MemoryUpdateId } from '../../../shared/ids.ts';
import { Failure } from '../failure.ts';
import type { Summariser } from './finding.ts';
import { LEASE_MS, LONGEST_WAIT_MS, NEVER } from './queue-repository.ts';

const YEAR = 365 * 24 * 3_600_000;
const MINUTE = 60_000;

describe('an update that fails', () => {
  const failing = (error: Error): Summariser => {
    return async () => {
      throw error;
    };
  };

  it('is tried again after 1, 4, 16 and 64 minutes, at random up to a half sooner; then it needs attention', async () => {
    for (const [byte, share] of [
      [0, 0.5],
      [255, 1],
    ] as const) {
      const { clock, due, happens, me, queue, update, worker } = await queueAtWork({ bytes: (length) => Buffer.alloc(length, byte) });
      const refId = happens();
      const drain = worker(failing(new Failure('NOT_FOUND', 'gone')));
      for (const minutes of [1, 4, 16, 64]) {
        expect(await drain.run(me, unstopped)).toEqual({ effects: 0, problem: 'gone' });
        const wait = update(refId).dueAt - clock.now();
        expect(wait / MINUTE).toBeCloseTo(minutes * share, 5);
        clock.advance(wait - 1);
        expect(due()).toBeUndefined();
        clock.advance(1);
        expect(queue.nextDueAt(me, clock.now())).toBe(clock.now());
      }
      expect(await drain.run(me, unstopped)).toEqual({ effects: 0, problem: 'gone' });
      expect(update(refId)).toMatchObject({ attempts: ATTEMPTS_MAX, dueAt: NEVER, processed: false });
      expect(queue.nextDueAt(me, clock.now() + YEAR)).toBeNull();
      expect(queue.waiting(me, 10)).toMatchObject({ items: [{ refId, state: 'needs_attention', dueAt: null, problem: 'gone' }], count: 1 });
    }
  });

  it('waits no longer when the clock is set back', async () => {
    const { clock, due, happens, me, worker } = await queueAtWork();
    const refId = happens();
    await worker(failing(new Error('no'))).run(me, unstopped);
    clock.advance(-YEAR);
    expect(due()).toMatchObject({ refId });
  });

  it('does not hold up the others', async () => {
    const { effects, failures, happens, me, worker } = await queueAtWork();
    const bad = happens();
    const good = happens();
    const drain = worker(async (...work) => {
      if (work[0].material.refId === bad) throw new TypeError('a mistake of ours');
      return findsOne(...work);
    });
    expect(await drain.run(me, unstopped)).toEqual({ effects: 1, problem: 'failed' });
    expect(effects()).toEqual([`${good} 1`]);
    expect(failures).toEqual([new TypeError('a mistake of ours')]);
  });

  it('is given all its attempts back by its person, or by a change of the thing itself', async () => {
    for (const again of ['retry', 'change'] as const) {
      const { clock, effects, happens, me, queue, update, worker } = await queueAtWork();
      const refId = happens();
      const drain = worker(failing(new Error('no')));
      for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
        await drain.run(me, unstopped);
        clock.advance(LONGEST_WAIT_MS);
      }
      expect(queue.waiting(me, 10).items).toMatchObject([{ state: 'needs_attention', problem: 'failed' }]);
      if (again === 'retry') queue.retry(me, update(refId).id);
      else happens(refId);
      expect(queue.waiting(me, 10).items).toMatchObject([{ state: 'waiting', attempts: 0, dueAt: clock.now(), problem: null }]);
      expect(await worker(findsOne).run(me, unstopped)).toEqual({ effects: 1, problem: null });
      expect(effects()).toEqual([`${refId} ${again === 'retry' ? 1 : 2}`]);
      expect(failureIn(() => queue.retry(me, update(refId).id)).code).toBe('NOT_FOUND');
    }
  });

  it('by ending the whole process is not tried for ever', async () => {
    const { clock, due, happens, me, queue, update } = await queueAtWork();
    const refId = happens();
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
      expect(queue.claim(me, `process ${attempt}`)).toMatchObject({ refId });
      clock.advance(LEASE_MS);
    }
    expect(due()).toBeUndefined();
    expect(queue.nextDueAt(me, clock.now())).toBeNull();
    expect(queue.waiting(me, 10).items).toMatchObject([{ state: 'needs_attention', problem: 'failed' }]);
    queue.retry(me, update(refId).id);
    expect(due()).toMatchObject({ refId });
  });

  it('can’t be retried when there is no such update', async () => {
    const { ids, me, queue } = await queueAtWork();
    expect(failureIn(() => queue.retry(me, MemoryUpdateId.parse(ids.next()))).code).toBe('NOT_FOUND');
  });
});

describe('a full disk', () => {
  it('at the commit loses and doubles nothing', async () => {
    const { clock, connection, effects, happens, me, memory, update, worker } = await queueAtWork();
    const refId = happens();
    const { sqlite } = connection;
    const room = Number(sqlite.pragma('page_count', { simple: true }));
    const drain = worker(findsOne, {
      ...memory,
      takeIn(actor, work) {
        return memory.takeIn(actor, {
          ...work,
          findings: Array.from({ length: 400 }, (_, at) => findingOf(refId, `${at} ${'x'.repeat(400)}`)),
        });
      },
    });
    sqlite.pragma(`max_page_count = ${room + 2}`);
    expect(await drain.run(me, unstopped)).toEqual({ effects: 0, problem: 'disk_full' });
    expect(effects()).toEqual([]);
    expect(update(refId)).toMatchObject({ processed: false, attempts: 1, problem: 'disk_full' });
    sqlite.pragma('max_page_count = 1000000');
    clock.advance(LONGEST_WAIT_MS);
    expect(await drain.run(me, unstopped)).toEqual({ effects: 1, problem: null });
    expect(effects()).toEqual([`${refId} 1`]);
  });
});

describe('a queue that can’t be written to', () => {
  const refuse = (when: string): string =>
    `CREATE TRIGGER refuse BEFORE UPDATE ON memory_updates WHEN ${when} BEGIN SELECT RAISE(ABORT, 'refused'); END`;

  it('is told, and everything stays as it was', async () => {
    const { connection, effects, happens, me, update, worker } = await queueAtWork();
    const refId = happens();
    const before = update(refId);
    connection.sqlite.exec(refuse('true'));
    await expect(worker(findsOne).run(me, unstopped)).rejects.toThrow('refused');
    expect(update(refId)).toEqual(before);
    expect(effects()).toEqual([]);
  });

  it('after some of it was done, does not hide what was', async () => {
    const { connection, effects, happens, me, worker } = await queueAtWork();
    const refId = happens();
    happens();
    connection.sqlite.exec(refuse('NEW.lease_holder IS NOT NULL AND EXISTS (SELECT 1 FROM user_memory_snapshots)'));
    expect(await worker(findsOne).run(me, unstopped)).toEqual({ effects: 1, problem: 'failed' });
    expect(effects()).toEqual([`${refId} 1`]);
  });
});
