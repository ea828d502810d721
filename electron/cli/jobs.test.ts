import { expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolder, testClock, testCore } from '../../tests/support/test-core.ts';
import { hashDerivation } from '../../tests/support/unlocked-core.ts';
import { systemIds } from '../core/node-ports.ts';
import { runOn } from './testing.ts';

const Run = z.looseObject({
  job: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  outcome: z.string(),
  effects: z.int(),
});
const Background = z.strictObject({
  jobs: z.array(z.looseObject({ name: z.string(), nextDueAt: z.iso.datetime().nullable() })),
  runs: z.array(Run),
  waiting: z.array(z.looseObject({ kind: z.string(), state: z.string(), attempts: z.int() })),
  waitingCount: z.int(),
  forgettings: z.array(z.looseObject({ kind: z.string(), step: z.string() })),
});

it('what is done in the background is listed, and done now, from the command line', async () => {
  const dataDir = temporaryFolder();
  const clock = testClock();
  const trailhead = (...args: string[]) =>
    runOn(async () => testCore({ dataDir, clock, keyDerivation: hashDerivation, ids: systemIds }), [...args, '--data-dir', dataDir]);
  const json = async <Value>(shape: z.ZodType<Value>, ...args: string[]): Promise<Value> => {
    const { status, notes, out } = await trailhead(...args, '--json');
    expect([status, notes]).toEqual([0, '']);
    return shape.parse(JSON.parse(out));
  };
  await trailhead('profile', 'create', '--name', 'Mine');
  expect((await trailhead('jobs')).out).toMatch(/end_idle_sessions[^]*Nothing has run yet\.\n\nNothing waits to be remembered\.\n$/u);
  expect((await trailhead('jobs', 'run')).out).toBe('Nothing was due.\n');
  expect(await json(z.array(Run), 'jobs', 'run')).toEqual([]);

  await trailhead('say', 'Hello there.');
  clock.advance(30 * 60_000);
  const before = await json(Background, 'jobs');
  expect(before.jobs.find(({ name }) => name === 'end_idle_sessions')).toMatchObject({ nextDueAt: new Date(clock.now()).toISOString() });
  expect(await json(z.array(Run), 'jobs', 'run')).toContainEqual(
    expect.objectContaining({ job: 'end_idle_sessions', outcome: 'done', effects: 1 }),
  );
  const { runs } = await json(Background, 'jobs');
  expect(runs).toContainEqual(expect.objectContaining({ job: 'end_idle_sessions' }));
  expect((await trailhead('jobs')).out).toMatch(/end_idle_sessions {2}.+ {2}0\.0 s {2}done {5}1/u);
});
