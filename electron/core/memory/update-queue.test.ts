import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monday } from '../../../tests/support/test-core.ts';
import { lookAfterDatabase } from '../db/look-after.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { LEASE_MS, NEVER, queueRepository } from './queue-repository.ts';
import { findsOne, queueAtWork, unstopped } from '../../../tests/support/queue-at-work.ts';
import { materialOf } from '../../../tests/support/sample-material.ts';
import type { Claim } from './update-queue.ts';

const WORKERS = 3;
const THINGS = 4;

/** What can happen to a queue, in any order: `worker` and `thing` are numbers from 0. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('happen' as const), thing: fc.nat(THINGS - 1) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('claim' as const), worker: fc.nat(WORKERS - 1) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('finish' as const, 'fail' as const), worker: fc.nat(WORKERS - 1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('stop' as const, 'die' as const), worker: fc.nat(WORKERS - 1) }) },
  // Somebody who was taken for dead comes back with an answer.
  { weight: 2, arbitrary: fc.record({ do: fc.constant('ghost' as const), at: fc.nat(20) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: -600_000, max: 90 }) }) },
);

describe('the queue', () => {
  it('has one effect for each revision at most, and loses none, whatever several workers do', async () => {
    const { clock, due, effects: allEffects, happens, me, memory, queue, scope, worker } = await queueAtWork();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 80 }), async (steps) => {
        clock.set(monday);
        const things = Array.from({ length: THINGS }, () => happens());
        const before = allEffects().length;
        const effects = () => allEffects().slice(before);
        const revisions = new Map(things.map((refId) => [refId, 1]));
        const holders = Array.from({ length: WORKERS }, (): Claim | null => null);
        const ghosts: Claim[] = [];
        const finish = (claim: Claim): void => {
          const isCurrent = revisions.get(claim.refId) === claim.revision;
          const isDone = effects().includes(`${claim.refId} ${claim.revision}`);
          const took = queue.settle(me, claim, () => memory.takeIn(me, { ...claim, material: materialOf(claim.refId), findings: [] }));
          if (took) expect([isCurrent, isDone]).toEqual([true, false]);
          else queue.release(me, claim);
        };
        for (const one of steps) {
          if (one.do === 'happen') {
            const refId = things[one.thing] ?? '';
            happens(refId);
            revisions.set(refId, (revisions.get(refId) ?? 0) + 1);
          } else if (one.do === 'wait') clock.advance(one.minutes * 60_000);
          else if (one.do === 'ghost') {
            const ghost = ghosts[one.at];
            if (ghost) finish(ghost);
          } else {
            const claim = holders[one.worker];
            if (one.do === 'claim') {
              if (!claim) holders[one.worker] = queue.claim(me, `worker ${one.worker}`);
            } else if (claim) {
              holders[one.worker] = null;
              if (one.do === 'finish') finish(claim);
              if (one.do === 'fail') queue.fail(me, claim, 'failed');
              if (one.do === 'stop') queue.release(me, claim);
              if (one.do === 'die') ghosts.push(claim);
            }
          }
          expect(new Set(effects()).size).toBe(effects().length);
        }
        // Whoever is left comes too late; then everything that is still to be done is done. Twice: a lease may be from a clock that was a little ahead.
        for (let round = 0; round < 2; round += 1) {
          clock.advance(LEASE_MS);
          for (const update of queue.waiting(me, 100).items) queue.retry(me, update.id);
          await worker(findsOne).run(me, unstopped);
        }
        for (const ghost of [...ghosts, ...holders]) if (ghost) finish(ghost);
        expect(due()).toBeUndefined();
        expect(scope.use(queueRepository).waitingCount()).toBe(0);
        expect(new Set(effects()).size).toBe(effects().length);
        expect(effects()).toEqual(expect.arrayContaining([...revisions].map(([refId, revision]) => `${refId} ${revision}`)));
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('finds what is due through its index, however long it is and whatever is known of the tables', async () => {
    const { clock, connection, due, happens, me, queue, scope } = await queueAtWork();
    const { sqlite } = connection;
    const now = clock.now();
    connection.actingAs(me.userId, () =>
      sqlite
        .prepare(
          // Every third needs attention, every third is for later.
          `INSERT INTO memory_updates (id, user_id, kind, ref_id, created_at, due_at)
           SELECT printf('01900000-0000-7000-9000-%012x', value), ?, 'session', printf('01900000-0000-7000-a000-%012x', value), ?,
             CASE value % 3 WHEN 0 THEN ? WHEN 1 THEN ? ELSE ? END
           FROM (WITH RECURSIVE counted (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM counted LIMIT 100000) SELECT value FROM counted)`,
        )
        .run(me.userId, now, now, now + 60_000, NEVER),
    );
    clock.advance(-60_000);
    const oldest = happens();
    clock.advance(60_000);
    for (const isAnalysed of [false, true]) {
      if (isAnalysed) lookAfterDatabase(sqlite);
      const plans = plansOf(sqlite, scope);
      expect(plans).toHaveLength(7);
      for (const plan of plans) {
        expect(plan).toMatch(
          /^SEARCH memory_updates USING INDEX idx_memory_updates_due|^SEARCH memory_updates USING COVERING INDEX idx_memory/u,
        );
        expect(plan).not.toContain('TEMP B-TREE');
      }
    }
    expect(due()).toMatchObject({ refId: oldest });
    expect(queue.claim(me, 'a worker')).toMatchObject({ refId: oldest });
    const { items, count } = queue.waiting(me, 100);
    expect(count).toBe(100_001);
    expect(items.map(({ state }) => state)).toEqual(Array(100).fill('needs_attention'));
  });
});

/** How SQLite would answer each query of the queue. */
function plansOf(sqlite: Awaited<ReturnType<typeof queueAtWork>>['connection']['sqlite'], scope: OwnerScope): string[] {
  const queries: { sql: string; params: unknown[] }[] = [];
  queueRepository({
    ...scope,
    prepare(columns, query) {
      queries.push(query.toSQL());
      return scope.prepare(columns, query);
    },
  });
  return queries.map(({ sql, params }) =>
    sqlite
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...params.map(() => 0))
      .map(({ detail }) => detail)
      .join('\n'),
  );
}
