import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type ReadableCore, readableCore, storedIn } from '../../../tests/support/exported.ts';
import { monday } from '../../../tests/support/test-core.ts';
import { waitingClock } from '../../../tests/support/waiting-clock.ts';
import { openConnection } from '../db/connection.ts';
import { UPKEEP_EVERY_MS } from './jobs.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

async function core() {
  const clock = waitingClock();
  const made = await readableCore({ clock });
  return { ...made, clock };
}

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await nextTurn();
};

/** Resolves when nothing waits to be remembered any more. */
async function remembered(made: ReadableCore): Promise<void> {
  do await turns();
  while ((await made.ask('jobs.list', {})).waitingCount > 0);
}

/** What the profile’s files look like from outside, and how often anybody wrote to them, without opening them. */
function writesOf(made: ReadableCore) {
  const file = join(made.dataDir, 'profiles', made.profile.id, 'trailhead.db');
  const watcher = openConnection(file, made.databaseKey(), { create: false });
  return {
    seen: () => ({
      version: watcher.sqlite.pragma('data_version', { simple: true }),
      files: [file, `${file}-wal`].map((name) => {
        const { mtimeNs, size } = statSync(name, { bigint: true });
        return `${mtimeNs} ${size}`;
      }),
    }),
    read: (sql: string): unknown[] => watcher.sqlite.prepare(sql).all(),
    close: () => watcher.close(),
  };
}

describe('in the background', () => {
  it('with an empty queue and nothing open there is no timer and no write', async () => {
    const made = await core();
    made.start();
    const { close, seen } = writesOf(made);
    await turns();
    const before = seen();
    for (let day = 0; day < 30; day += 1) {
      made.clock.advance(DAY);
      await turns();
      expect(made.clock.waits()).toBe(0);
    }
    expect(seen()).toEqual(before);
    // Without this, nothing would tell whether a write is seen at all.
    await made.ask('settings.update', { theme: 'dark' });
    expect(seen().version).not.toBe(before.version);
    close();
    await made.stop();
  });

  it('nothing goes on in a host that did not start it', async () => {
    const made = await core();
    const { session } = await made.say('Hello there.');
    made.clock.advance(DAY);
    await turns();
    expect(made.clock.waits()).toBe(0);
    expect((await made.ask('sessions.get', { sessionId: session.id })).status).toBe('active');
    await made.stop();
  });

  it('a session that is left alone ends at the moment it became idle, and is put in the queue by the scheduler', async () => {
    const made = await core();
    made.start();
    const { session } = await made.say('Hello there.');
    await turns();
    expect(made.clock.waits()).toBe(1);
    made.clock.advance(10 * MINUTE);
    await made.say('Still here.');
    await turns();
    made.clock.advance(30 * MINUTE - 1);
    await turns();
    expect((await made.ask('sessions.get', { sessionId: session.id })).status).toBe('active');
    made.clock.advance(1);
    await turns();
    expect(await made.ask('sessions.get', { sessionId: session.id })).toMatchObject({ status: 'ended', endedAt: monday + 40 * MINUTE });
    const { agentActions, memoryUpdates } = storedIn(made);
    expect(agentActions.filter(({ actionType }) => actionType === 'end_session').map(({ payload }) => payload.actor)).toEqual([
      'scheduler',
    ]);
    expect(memoryUpdates).toMatchObject([{ kind: 'session', refId: session.id, revision: 1 }]);
    expect((await made.ask('jobs.list', {})).runs).toContainEqual(
      expect.objectContaining({ job: 'end_idle_sessions', outcome: 'done', effects: 1, startedAt: monday + 40 * MINUTE }),
    );
    expect(made.events).toContainEqual({ type: 'data.changed', entities: ['job'] });
    await made.stop();
    expect(made.clock.waits()).toBe(0);
  });

  it('what came due while the profile was locked is caught up on once, with the next unlock', async () => {
    const made = await core();
    made.start();
    const { session } = await made.say('Hello there.');
    await turns();
    await made.ask('profiles.lock', {});
    expect(made.clock.waits()).toBe(0);
    made.clock.advance(5 * DAY);
    await turns();
    await made.unlock();
    await turns();
    expect(await made.ask('sessions.get', { sessionId: session.id })).toMatchObject({ status: 'ended', endedAt: monday + 30 * MINUTE });
    const { runs } = await made.ask('jobs.list', {});
    expect(runs.filter(({ job }) => job === 'end_idle_sessions')).toHaveLength(1);
    await made.stop();
  });

  it('what a session was about is remembered, once, after it has ended', async () => {
    const made = await core();
    made.start();
    const { session } = await made.say('Part of me is scared of the meeting with my boss. My boss makes me feel small at work.');
    await turns();
    made.clock.advance(30 * MINUTE);
    await remembered(made);
    const { version, document } = await made.ask('memory.get', {});
    expect(version).toBe(1);
    expect(document.summary).not.toBe('');
    expect(await made.ask('jobs.list', {})).toMatchObject({ waiting: [], waitingCount: 0 });
    expect(made.clock.waits()).toBe(0);
    // Looked at again when its person says something else about it, and not otherwise.
    made.clock.advance(DAY);
    await turns();
    expect((await made.ask('memory.get', {})).version).toBe(1);
    await made.ask('sessions.setRemembered', { sessionId: session.id, remembered: false });
    await remembered(made);
    expect((await made.ask('jobs.list', {})).runs.filter(({ job }) => job === 'drain_memory')).toHaveLength(2);
    await made.stop();
  });

  it('a change of the setting moves the moment', async () => {
    const made = await core();
    made.start();
    const { session } = await made.say('Hello there.');
    made.clock.advance(20 * MINUTE);
    await made.ask('settings.update', { idleMinutes: 15 });
    await turns();
    expect(await made.ask('sessions.get', { sessionId: session.id })).toMatchObject({ status: 'ended', endedAt: monday + 15 * MINUTE });
    await made.stop();
  });
});

describe('jobs.run', () => {
  it('does what is due in a host that started nothing, and sets no timer', async () => {
    const made = await core();
    await made.say('Hello there.');
    expect(await made.ask('jobs.run', {})).toEqual({ runs: [] });
    made.clock.advance(30 * MINUTE);
    const { runs } = await made.ask('jobs.run', {});
    // What one job ends, the next one remembers.
    expect(runs).toMatchObject([
      { job: 'end_idle_sessions', outcome: 'done', effects: 1 },
      { job: 'drain_memory', outcome: 'done', effects: 1 },
    ]);
    expect((await made.ask('jobs.list', {})).runs).toEqual(runs.toReversed());
    expect(made.clock.waits()).toBe(0);
    await made.stop();
  });
});

describe('looking after the database', () => {
  const upkeeps = async (made: ReadableCore) =>
    (await made.ask('jobs.list', {})).runs.filter(({ job }) => job === 'database_upkeep').length;

  it('happens once a week at most, when something else woke it and only when something was changed', async () => {
    const made = await core();
    await made.ask('parts.create', { name: 'The Planner', attributes: { role: 'manager' } });
    expect(await upkeeps(made)).toBe(0);
    made.clock.advance(UPKEEP_EVERY_MS - 1);
    await made.ask('jobs.run', {});
    expect(await upkeeps(made)).toBe(0);
    made.clock.advance(1);
    await made.ask('jobs.run', {});
    await made.ask('jobs.run', {});
    expect(await upkeeps(made)).toBe(0);
    // The part was made in the same moment as the profile: nothing was changed since.
    await made.ask('parts.create', { name: 'The Critic', attributes: { role: 'manager' } });
    await made.ask('jobs.run', {});
    await made.ask('jobs.run', {});
    expect(await upkeeps(made)).toBe(1);
    made.clock.advance(3 * UPKEEP_EVERY_MS);
    await made.ask('jobs.run', {});
    expect(await upkeeps(made)).toBe(1);
    await made.stop();
  });

  it('leaves the person’s words where they stand and copies them nowhere', async () => {
    const made = await core();
    await made.say('There is a part of me like a quixotrope.');
    await made.ask('parts.create', { name: 'Quixotrope', attributes: { role: 'manager' } });
    made.clock.advance(UPKEEP_EVERY_MS);
    await made.ask('parts.create', { name: 'Quixotrope the second', attributes: { role: 'manager' } });
    await made.ask('jobs.run', {});
    expect(await upkeeps(made)).toBe(1);
    const { close, read } = writesOf(made);
    expect(read('SELECT * FROM sqlite_stat1').length).toBeGreaterThan(5);
    expect(JSON.stringify([read('SELECT * FROM sqlite_stat1'), read('SELECT * FROM sqlite_stat4')]).toLowerCase()).not.toContain(
      'quixotrope',
    );
    expect(read('SELECT * FROM sqlite_stat4')).toEqual([]);
    close();
    expect(await made.ask('database.check', {})).toMatchObject({ sound: true });
    const sessions = await made.ask('sessions.list', {});
    const found = await made.ask('messages.find', { sessionId: sessions.items[0]?.id ?? expect.unreachable(), words: 'quixotrope' });
    expect(found.matches.length).toBeGreaterThan(0);
    await made.stop();
  });
});
