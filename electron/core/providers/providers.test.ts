import { describe, expect, it } from 'vitest';
import { LoopbackAddress } from '../../../shared/entities/provider.ts';
import { readableCore, storedIn } from '../../../tests/support/exported.ts';
import { unlockedCore } from '../../../tests/support/unlocked-core.ts';

const anthropic = { kind: 'anthropic', model: 'some-model' } as const;

describe('who answers', () => {
  it('is the guide until a model is chosen, connections are turned on and the whole request was seen', async () => {
    const core = await unlockedCore();
    const answering = async () => (await core.ask('providers.get', {})).answering;
    expect(await core.ask('providers.get', {})).toEqual({
      provider: { kind: 'guide' },
      online: false,
      sentSeen: { anthropic: false, local: false },
      rememberWithModel: false,
      hasKey: { anthropic: false, local: false },
      answering: 'guide',
    });
    expect(await core.ask('providers.choose', { provider: anthropic })).toMatchObject({ answering: 'guide' });
    expect(await core.ask('providers.choose', { online: true })).toMatchObject({ answering: 'guide' });
    expect(await core.ask('providers.choose', { seen: 'local' })).toMatchObject({ answering: 'guide' });
    expect(await core.ask('providers.choose', { seen: 'anthropic' })).toMatchObject({ answering: 'anthropic' });
    expect(await core.ask('providers.choose', { online: false })).toMatchObject({ answering: 'guide', provider: anthropic });
    expect(await answering()).toBe('guide');
    await core.ask('providers.choose', { online: true });
    await core.ask('profiles.lock', {});
    await core.unlock();
    expect(await answering()).toBe('anthropic');
  });

  it('is asked what to remember only when the person said so of this very kind of model', async () => {
    const core = await unlockedCore();
    const remembers = async (input: object) => (await core.ask('providers.choose', input)).rememberWithModel;
    expect(await remembers({ provider: anthropic, online: true, seen: 'anthropic' })).toBe(false);
    expect(await remembers({ rememberWithModel: true })).toBe(true);
    expect(await remembers({ provider: { ...anthropic, model: 'another-model' } })).toBe(true);
    expect(await remembers({ provider: { kind: 'local', model: 'm', baseUrl: 'http://127.0.0.1:11434' } })).toBe(false);
    expect((await core.refusal('settings.update', { rememberWithModel: true })).code).toBe('INVALID_INPUT');
  });

  it('is recorded, and is not taken back by an undo', async () => {
    const core = await unlockedCore();
    await core.ask('providers.choose', { online: true });
    await core.ask('providers.choose', { online: false });
    const [action] = (await core.ask('actions.list', { limit: 1 })).items;
    expect(action).toMatchObject({ actionType: 'choose_provider', actor: 'user', undoable: false });
    expect((await core.refusal('actions.undo', { actionId: action?.id })).code).toBe('CONFLICT');
    expect((await core.refusal('settings.update', { online: true })).code).toBe('INVALID_INPUT');
  });

  it('is told to the screens when a key comes or goes, and no record holds the key', async () => {
    const core = await readableCore();
    const actions = storedIn(core).agentActions.length;
    await core.ask('providers.keepKey', { kind: 'local', key: 'abc' });
    expect(core.events.at(-1)).toEqual({ type: 'data.changed', entities: ['settings'] });
    expect(storedIn(core).agentActions).toHaveLength(actions);
  });
});

describe('the address of a model on this computer', () => {
  it.each(['http://127.0.0.1:11434', 'http://localhost:1234/', 'http://[::1]:8080', 'https://localhost', 'http://127.0.0.1:8080/api/v2'])(
    'may be %s',
    (address) => expect(LoopbackAddress.parse(address)).toBe(address),
  );

  it.each([
    'http://192.168.1.10:11434',
    'http://example.com',
    'http://localhost.example.com',
    'http://127.0.0.1@example.com',
    'http://127.0.0.1:80@example.com',
    'http://user:word@127.0.0.1',
    'http://localhost%2eexample.com',
    'http://127.0.0.1.nip.io',
    String.raw`http://127.0.0.1\@example.com`,
    'http://127.0.0.1#@example.com',
    'http://127.0.0.1?x',
    'http://2130706433',
    'http://0.0.0.0:11434',
    'http://127.0.0.1:99999',
    'ftp://127.0.0.1',
    'file:///etc/passwd',
    '//127.0.0.1',
    'http://127.0.0.1\n.example.com',
    'http://ⓛocalhost',
  ])('may not be %j', async (baseUrl) => {
    const core = await unlockedCore();
    const provider = { kind: 'local', baseUrl, model: 'm' };
    expect((await core.refusal('providers.choose', { provider })).code).toBe('INVALID_INPUT');
    expect((await core.refusal('providers.test', { server: { kind: 'local', baseUrl } })).code).toBe('INVALID_INPUT');
  });
});
