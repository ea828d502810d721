import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { failureIn } from '../../../tests/support/failure-in.ts';
import { ATTEMPTS_MAX } from '../../../shared/entities/job.ts';
import { MemoryUpdateId } from '../../../shared/ids.ts';
import { Failure } from '../failure.ts';
import type { Finding, Summariser } from './finding.ts';
import { LEASE_MS, LONGEST_WAIT_MS, NEVER } from './queue-repository.ts';
import { findingOf, findsOne, materialOf, queueAtWork, unstopped } from '../../../tests/support/queue-at-work.ts';

const YEAR = 365 * 24 * 3_600_000;
const MINUTE = 60_000;

/** A summariser that answers when the test says so, and not otherwise. */
function summariserInHand() {
  const asked: { refId: string; signal: AbortSignal; answer(findings?: readonly Finding[]): void; fail(error: Error): void }[] = [];
  const summarise: Summariser = ({ material: { refId } }, signal) =>
    new Promise((resolve, reject) => {
      asked.push({ refId, signal, answer: (findings = [findingOf(refId)]) => resolve(findings), fail: reject });
    });
  const question = async (at: number) => {
    while (!asked[at]) await nextTurn();
    return asked[at];
  };
  return { asked, summarise, question };
}

/** Resolves when so many waits are set on the clock. */
async function waits(clock: { waits(): number }, count: number): Promise<void> {
  while (clock.waits() !== count) await nextTurn();
}

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
    expect(await worker(summarise, memory, true).run(me, unstopped)).toMatchObject({ problem: null });
    expect(asked).toEqual([]);
    expect(effects()).toEqual([]);
    expect(update(refId).processed).toBe(true);
  });

  it('by two workers in one process takes every thing in once', async () => {
    const { effects, happens, me, worker } = await queueAtWork();
    const all = Array.from({ length: 40 }, () => happens());
    const slow: Summariser = async (work, signal) => {
      for (let turn = 0; turn < 3; turn += 1) await nextTurn();
      return findsOne(work, signal);
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

describe('an answer', () => {
  it('that comes after the lease ran out and somebody else was done has no effect', async () => {
    const { clock, effects, happens, me, worker, queue } = await queueAtWork();
    const refId = happens();
    const late = queue.claim(me, 'somebody who hangs');
    if (!late) throw new Error('nothing was due');
    clock.advance(LEASE_MS);
    expect(await worker(findsOne).run(me, unstopped)).toEqual({ effects: 1, problem: null });
    expect(queue.settle(me, late, () => expect.unreachable())).toBe(false);
    queue.fail(me, late, 'failed');
    queue.release(me, late);
    expect(effects()).toEqual([`${refId} 1`]);
  });

  it('that comes twice takes effect once', async () => {
    const { effects, happens, me, memory, queue } = await queueAtWork();
    const refId = happens();
    const claim = queue.claim(me, 'one worker');
    if (!claim) throw new Error('nothing was due');
    const settle = () => queue.settle(me, claim, () => void memory.takeIn(me, { ...claim, findings: [], material: materialOf(refId) }));
    expect([settle(), settle()]).toEqual([true, false]);
    expect(effects()).toEqual([`${refId} 1`]);
  });

  it('that never comes is not waited for: it is tried again later, and heeded no more', async () => {
    const { clock, effects, happens, me, update, worker } = await queueAtWork();
    const refId = happens();
    const { question, summarise } = summariserInHand();
    const run = worker(summarise).run(me, unstopped);
    const never = await question(0);
    await waits(clock, 1);
    clock.advance(LEASE_MS - MINUTE);
    expect(await run).toEqual({ effects: 0, problem: 'unreachable' });
    expect(never.signal.aborted).toBe(true);
    never.answer();
    await nextTurn();
    expect(effects()).toEqual([]);
    expect(update(refId)).toMatchObject({ attempts: 1, problem: 'unreachable', processed: false, leaseHolder: null });
    clock.advance(MINUTE);
    expect(await worker(findsOne).run(me, unstopped)).toEqual({ effects: 1, problem: null });
  });

  const good = findingOf('01900000-0000-7000-8000-00000000ffff');
  it.each<[string, unknown, string]>([
    ['is nothing', null, 'unreadable_answer'],
    ['is a sentence', 'I remember it all.', 'unreadable_answer'],
    ['is a list of nothing', [null], 'unreadable_answer'],
    ['has a field nobody knows', [{ ...good, mood: 'odd' }], 'unreadable_answer'],
    ['has no source', [{ ...good, sources: [] }], 'unreadable_answer'],
    ['has a source of no kind', [{ ...good, sources: ['dream:1'] }], 'unreadable_answer'],
    ['has no words', [{ ...good, text: '   ' }], 'unreadable_answer'],
    ['has broken symbols', [{ ...good, text: 'half \uD83D' }], 'unreadable_answer'],
    ['happened at no time', [{ ...good, at: Number.NaN }], 'unreadable_answer'],
    ['is a sentence of 10 MB', [{ ...good, text: 'x'.repeat(10_000_000) }], 'too_large'],
    ['is a million sentences', Array.from({ length: 1_000_000 }, () => good), 'too_large'],
  ])('that %s is refused, and nothing is written', async (_name, answer, problem) => {
    const { effects, failures, happens, me, update, worker } = await queueAtWork();
    const refId = happens();
    expect(await worker(async () => answer).run(me, unstopped)).toEqual({ effects: 0, problem });
    expect(effects()).toEqual([]);
    expect(update(refId)).toMatchObject({ processed: false, attempts: 1, problem });
    expect(failures).toEqual([]);
  });

  it('that rests on something else than what was looked at is left out, and the rest is taken in', async () => {
    const { connection, happens, ids, me, worker } = await queueAtWork();
    const refId = happens();
    const elsewhere = findingOf(ids.next(), 'Made up.');
    const run = await worker(async () => [elsewhere, findingOf(refId, 'Found.')]).run(me, unstopped);
    expect(run).toEqual({ effects: 1, problem: null });
    const kept = connection.sqlite.prepare<[], { operations: string }>('SELECT operations FROM user_memory_snapshots').get()?.operations;
    expect(kept).toContain('Found.');
    expect(kept).not.toContain('Made up.');
  });
});

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
    const drain = worker(async (work, signal) => {
      if (work.material.refId === bad) throw new TypeError('a mistake of ours');
      return findsOne(work, signal);
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
