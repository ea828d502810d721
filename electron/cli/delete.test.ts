import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolder, testCore } from '../../tests/support/test-core.ts';
import { hashDerivation } from '../../tests/support/unlocked-core.ts';
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

  it('is deleted only when the person says so', async () => {
    const { sessionId } = await say('There is a part of me that checks everything twice.');
    const unasked = await trailhead(['session', 'delete', sessionId]);
    expect(unasked.status).toBe(2);
    expect(unasked.notes).toMatch(/Messages +2\n.*--yes/su);
    const no = await trailhead(['session', 'delete', sessionId], ['no']);
    expect([no.status, no.notes.includes('Nothing was deleted.')]).toEqual([1, true]);
    expect(await sessions()).toHaveLength(1);
    const yes = await trailhead(['session', 'delete', sessionId], ['yes']);
    expect([yes.status, yes.out]).toEqual([0, 'The session is deleted for good.\n']);
    expect(await sessions()).toEqual([]);
  });
});

describe('a message on the command line', () => {
  it('is deleted with the reply to it, and answers what went along', async () => {
    const first = await say('It was a day.');
    const second = await say('There is a part of me that checks everything twice.');
    const { json } = await trailhead(['message', 'delete', second.messageId, '--yes', '--json']);
    expect(json()).toEqual({ id: second.messageId, messages: 2, proposals: 1, evidence: 0, parts: [], actions: expect.any(Number) });
    expect((await trailhead(['message', 'delete', second.messageId, '--yes'])).status).toBe(1);
    expect((await trailhead(['message', 'delete', first.messageId, '--yes'])).status).toBe(0);
    expect((await trailhead(['message', 'delete', 'nonsense', '--yes'])).status).toBe(2);
  });
});
