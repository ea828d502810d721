import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { findingOf, findsOne, queueAtWork, summariserInHand, unstopped, waits } from '../../../tests/support/queue-at-work.ts';
import { materialOf } from '../../../tests/support/sample-material.ts';
import { LEASE_MS } from './queue-repository.ts';

const MINUTE = 60_000;

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

  it('that comes after the lease ran out while somebody else is at work has no effect, and leaves the work to them', async () => {
    const { clock, effects, happens, me, memory, queue, update } = await queueAtWork();
    const refId = happens();
    const late = queue.claim(me, 'somebody who hangs');
    clock.advance(LEASE_MS);
    const next = queue.claim(me, 'somebody else');
    if (!late || !next) throw new Error('nothing was due');
    expect(queue.settle(me, late, () => expect.unreachable())).toBe(false);
    queue.fail(me, late, 'failed');
    queue.release(me, late);
    expect(update(refId)).toMatchObject({ leaseHolder: 'somebody else', attempts: 2, problem: null });
    expect(queue.settle(me, next, () => void memory.takeIn(me, { ...next, findings: [], material: materialOf(refId) }))).toBe(true);
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
