import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fails } from '../../../tests/support/fake-messages-api.ts';
import { SENTINEL_KEY, modelCore } from '../../../tests/support/model-core.ts';

describe('the key of a provider', () => {
  it('is sent to its provider and is nowhere else: not in answers, events, errors, the log, the export or readable on the disk', async () => {
    const core = await modelCore('anthropic');
    core.api.answers(fails(401));
    const seen: unknown[] = [await core.say('Hello.')];
    expect(core.api.received[0]?.headers['authorization'] ?? core.api.received[0]?.headers['x-api-key']).toContain(SENTINEL_KEY);
    for (const route of ['providers.get', 'settings.get', 'actions.list', 'providers.preview'] as const)
      seen.push(await core.ask(route, {}));
    seen.push(await core.ask('providers.test', { server: { kind: 'anthropic' } }));
    seen.push(await core.refusal('providers.keepKey', { kind: 'anthropic', key: `${SENTINEL_KEY} ${SENTINEL_KEY}` }));
    seen.push(await core.refusal('providers.keepKey', { kind: SENTINEL_KEY, key: SENTINEL_KEY }));
    seen.push(core.events, core.log, core.exportText());
    expect(JSON.stringify(seen)).not.toContain(SENTINEL_KEY);
    const files = readdirSync(core.dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.some(({ name }) => name === 'trailhead.db')).toBe(true);
    for (const { name, parentPath } of files) expect(readFileSync(join(parentPath, name)).includes(SENTINEL_KEY), name).toBe(false);
    expect(await core.ask('providers.get', {})).toMatchObject({ hasKey: { anthropic: true, local: false } });
  });

  it('can be replaced and removed', async () => {
    const core = await modelCore('anthropic');
    await core.ask('providers.keepKey', { kind: 'anthropic', key: 'another' });
    await core.say('Hello.');
    expect(core.api.received[0]?.headers['authorization']).toBe('Bearer another');
    expect(await core.ask('providers.removeKey', { kind: 'anthropic' })).toMatchObject({ hasKey: { anthropic: false } });
    expect(await core.ask('providers.removeKey', { kind: 'anthropic' })).toMatchObject({ hasKey: { anthropic: false } });
  });
});

describe('trying a server', () => {
  it('lists its models', async () => {
    const core = await modelCore();
    const trial = await core.ask('providers.test', { server: { kind: 'local', baseUrl: core.api.address } });
    expect(trial).toMatchObject({ outcome: 'reached', models: ['small-model', 'large-model'] });
  });

  it('says in clear words when nothing is there, and reaches nobody while connections are off', async () => {
    const core = await modelCore();
    const server = { kind: 'local', baseUrl: core.api.address } as const;
    await core.ask('providers.choose', { online: false });
    const before = core.api.connections();
    expect(await core.ask('providers.test', { server })).toMatchObject({ outcome: 'failed', reason: 'offline' });
    expect(core.api.connections()).toBe(before);
    await core.ask('providers.choose', { online: true });
    await core.api.close();
    expect(await core.ask('providers.test', { server })).toMatchObject({
      outcome: 'failed',
      reason: 'unreachable',
      message: expect.stringContaining('Start Ollama'),
    });
  });
});
