import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolder, testCore } from '../../tests/support/test-core.ts';
import { hashDerivation, passphrase } from '../../tests/support/unlocked-core.ts';
import { watchedCore } from '../../tests/support/watched-core.ts';
import { systemIds } from '../core/node-ports.ts';
import { runOn } from './testing.ts';

const Said = z.object({ sessionId: z.string(), messageId: z.string() });

let dataDir: string;
/** `typed` is the passphrase, then what is answered to questions; without it nobody can be asked. */
const trailhead = (args: string[], typed?: string[]) =>
  runOn(
    async () => testCore({ dataDir, keyDerivation: hashDerivation, ids: systemIds }),
    [...args, '--data-dir', dataDir],
    typed ? { typed } : {},
  );
const say = async (text: string) => Said.parse((await trailhead(['say', text, '--json'])).json());
const sessions = async () =>
  z.array(z.object({ id: z.string(), title: z.string().nullable() })).parse((await trailhead(['sessions', '--json'])).json());

beforeEach(async () => {
  dataDir = temporaryFolder();
  await trailhead(['profile', 'create', '--name', 'Mine']);
});

describe('a session on the command line', () => {
  it('gets a title', async () => {
    const { sessionId } = await say('It was a day.');
    const { status, out } = await trailhead(['session', 'rename', sessionId, 'The long day']);
    expect([status, out]).toEqual([0, 'The session is now called: The long day\n']);
    expect(await sessions()).toMatchObject([{ id: sessionId, title: 'The long day' }]);
    expect((await trailhead(['session', 'rename', sessionId, ''])).status).toBe(2);
  });

  it('is forgotten only when the person says so', async () => {
    const { sessionId } = await say('There is a part of me that checks everything twice.');
    const unasked = await trailhead(['forget', 'session', sessionId]);
    expect(unasked.status).toBe(2);
    expect(unasked.notes).toMatch(/Messages +2\n.*--yes/su);
    const no = await trailhead(['forget', 'session', sessionId], ['no']);
    expect([no.status, no.notes.includes('Nothing was forgotten.')]).toEqual([1, true]);
    expect(await sessions()).toHaveLength(1);
    const yes = await trailhead(['forget', 'session', sessionId], ['yes']);
    expect(yes.status).toBe(0);
    expect(yes.out).toMatch(/^Forgotten for good\.\n.*out of Trailhead’s reach/su);
    expect(await sessions()).toEqual([]);
  });

  it('is only looked at with --dry-run', async () => {
    const { sessionId } = await say('There is a part of me that checks everything twice.');
    const { json, status } = await trailhead(['forget', 'session', sessionId, '--dry-run', '--json']);
    expect([status, json()]).toEqual([0, expect.objectContaining({ messages: 2, sessions: 1, proposals: 1, backups: 0 })]);
    expect((await trailhead(['forget', 'session', sessionId, '--dry-run'])).out).toMatch(/Messages +2\nWhole sessions +1\n/u);
    expect(await sessions()).toHaveLength(1);
  });
});

describe('what can be forgotten on the command line', () => {
  it('is a message with the reply to it, and what went along is answered', async () => {
    const first = await say('It was a day.');
    const second = await say('There is a part of me that checks everything twice.');
    const { json } = await trailhead(['forget', 'message', second.messageId, '--yes', '--json']);
    expect(json()).toMatchObject({ kind: 'message', step: 'done', touched: { messages: 2, proposals: 1, evidence: 0, parts: [] } });
    expect((await trailhead(['forget', 'message', second.messageId, '--yes'])).status).toBe(1);
    expect((await trailhead(['forget', 'message', first.messageId, '--yes'])).status).toBe(0);
    expect((await trailhead(['forget', 'message', 'nonsense', '--yes'])).status).toBe(2);
  });

  it('is a part, whose messages stay', async () => {
    await say('There is a part of me that checks everything twice.');
    const { json } = await trailhead(['part', 'create', 'The Checker', '--json']);
    const { id } = z.object({ id: z.string() }).parse(json());
    const { out, status } = await trailhead(['forget', 'part', id, '--yes']);
    expect([status, out.startsWith('Forgotten for good.')]).toEqual([0, true]);
    expect((await trailhead(['parts', '--json'])).json()).toEqual([]);
    expect(await sessions()).toHaveLength(1);
  });

  it('is a day, in the time zone that is named', async () => {
    await say('It was a day.');
    const empty = await trailhead(['forget', 'day', '2026-03-01', '--time-zone', 'Europe/Dublin', '--yes']);
    expect([empty.status, empty.notes]).toEqual([1, expect.stringContaining('There is nothing of it here to forget.')]);
    expect(await sessions()).toHaveLength(1);
    expect((await trailhead(['forget', 'day', '2026-03-02', '--time-zone', 'Europe/Dublin', '--yes'])).status).toBe(0);
    expect(await sessions()).toEqual([]);
    expect((await trailhead(['forget', 'day', 'yesterday', '--yes'])).status).toBe(2);
    expect((await trailhead(['forget', 'day', '2026-03-02', '--time-zone', 'Moon/Base', '--yes'])).status).toBe(2);
  });

  it('is everything, when that very word is typed', async () => {
    await say('It was a day.');
    expect((await trailhead(['forget', 'everything'], ['yes'])).status).toBe(1);
    expect(await sessions()).toHaveLength(1);
    expect((await trailhead(['forget', 'everything'], ['everything'])).status).toBe(0);
    expect(await sessions()).toEqual([]);
  });

  it('is gone on with first by the next command when it was not finished, which says so beside its answer', async () => {
    const core = await watchedCore();
    const { message } = await core.say('It was a day.');
    const reader = core.open();
    reader.sqlite.exec('BEGIN');
    reader.sqlite.prepare('SELECT count(*) FROM messages').get();
    const target = { kind: 'message', messageId: message.id } as const;
    expect(await core.ask('forgetting.forget', { target })).toMatchObject({ step: 'traces' });
    await core.stop();
    const command = (...args: string[]) =>
      runOn(
        async () => testCore({ dataDir: core.dataDir, keyDerivation: hashDerivation, ids: systemIds }),
        [...args, '--data-dir', core.dataDir],
        { environment: { TRAILHEAD_PASSPHRASE: passphrase } },
      );
    const listed = await command('jobs');
    expect(listed.notes).toMatch(/is not all gone yet.*something outside of Trailhead still reads the file/su);
    expect(listed.out).toMatch(/TO BE FORGOTTEN[^]*message/u);
    reader.close();
    expect((await command('jobs')).out).not.toContain('TO BE FORGOTTEN');
  });

  it('is nothing that is not there', async () => {
    expect((await trailhead(['forget', 'belief', 'AAAAAAAAAAAAAAAA', '--yes'])).status).toBe(1);
    expect((await trailhead(['forget', 'belief', 'too short', '--yes'])).status).toBe(2);
  });
});
