import { describe, expect, it, onTestFinished } from 'vitest';
import { fakeMessagesApi } from '../../tests/support/fake-messages-api.ts';
import { SENTINEL_KEY, fetchFrom } from '../../tests/support/model-core.ts';
import { temporaryFolder, testPorts } from '../../tests/support/test-core.ts';
import { hashDerivation } from '../../tests/support/unlocked-core.ts';
import { createCore } from '../core/create-core.ts';
import { systemClock, systemIds } from '../core/node-ports.ts';
import { runOn } from './testing.ts';

/** The command line over real cores, one a command, on one data folder. */
async function profileOnDisk() {
  const api = await fakeMessagesApi();
  onTestFinished(() => api.close());
  const dataDir = temporaryFolder();
  const run = (args: string[], asked: Parameters<typeof runOn>[2] = {}) =>
    runOn(
      async (options) => {
        const ports = testPorts({ dataDir: options.dataDir, keyDerivation: hashDerivation, ids: systemIds, fetch: fetchFrom(api) });
        return createCore({ ...ports, clock: systemClock });
      },
      ['--data-dir', dataDir, ...args],
      { ...asked, environment: { TRAILHEAD_PASSPHRASE: 'correct horse', ...asked.environment } },
    );
  await run(['profile', 'create', '--name', 'Ana']);
  return { api, run };
}

describe('provider', () => {
  it('shows the guide at first', async () => {
    const { run } = await profileOnDisk();
    const { json } = await run(['provider', 'show', '--json']);
    expect(json()).toEqual({
      ...{ provider: 'guide', model: null, baseUrl: null, online: false, answering: 'guide' },
      hasKey: { anthropic: false, local: false },
    });
  });

  it('set prints what would be sent and needs a yes; then the model answers', async () => {
    const { api, run } = await profileOnDisk();
    const set = ['provider', 'set', 'local', '--model', 'small-model', '--base-url', api.address];
    const refused = await run(set);
    expect(refused).toMatchObject({ status: 1, notes: expect.stringContaining('--yes') });
    expect(refused.notes).toContain('"max_tokens"');
    const { json, status } = await run([...set, '--yes', '--json']);
    expect(status).toBe(0);
    expect(json()).toMatchObject({ provider: 'local', model: 'small-model', baseUrl: api.address, online: true, answering: 'local' });
    const said = await run(['say', 'Hello.', '--json']);
    expect(said.json()).toMatchObject({ reply: expect.stringMatching(/software.*\n\nHello there\.$/su) });
    expect((await run(['provider', 'test', '--json'])).json()).toEqual(['small-model', 'large-model']);
    expect(await run(['provider', 'remove', '--json'])).toMatchObject({ status: 0 });
    expect(await run(['provider', 'test', 'local', '--base-url', api.address])).toMatchObject({
      status: 1,
      notes: expect.stringContaining('turned off'),
    });
  });

  it.each([
    ['the environment', { environment: { TRAILHEAD_API_KEY: SENTINEL_KEY } }],
    ['standard input', { input: `${SENTINEL_KEY}\n` }],
    ['a prompt', { typed: [SENTINEL_KEY, 'yes'] }],
  ])('takes a key from %s, sends it and never prints it', async (_from, asked) => {
    const { api, run } = await profileOnDisk();
    const set = await run(['provider', 'set', 'anthropic', ...('typed' in asked ? [] : ['--yes'])], asked);
    expect(set.status).toBe(0);
    await run(['say', 'Hello.']);
    expect(api.received[0]?.headers['authorization']).toBe(`Bearer ${SENTINEL_KEY}`);
    const shown = await run(['provider', 'show']);
    expect(shown.out).toContain('anthropic');
    for (const { out, notes } of [set, shown]) expect(out + notes).not.toContain(SENTINEL_KEY);
  });

  it('refuses what can’t be: no key, a key as an argument, an address elsewhere', async () => {
    const { run } = await profileOnDisk();
    expect(await run(['provider', 'set', 'anthropic', '--yes'])).toMatchObject({
      status: 1,
      notes: expect.stringContaining('TRAILHEAD_API_KEY'),
    });
    expect((await run(['provider', 'set', 'anthropic', '--key', SENTINEL_KEY])).status).toBe(2);
    expect((await run(['provider', 'set', 'anthropic', SENTINEL_KEY])).status).toBe(2);
    expect(await run(['provider', 'set', 'local', '--model', 'm', '--base-url', 'http://example.com'])).toMatchObject({ status: 2 });
    expect(await run(['provider', 'set', 'local', '--yes'])).toMatchObject({ status: 2 });
    expect(await run(['provider', 'test'])).toMatchObject({ status: 2 });
  });
});
