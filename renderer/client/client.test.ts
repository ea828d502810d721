import { describe, expect, it } from 'vitest';
import type { CoreEvent } from '../../shared/contracts/events.ts';
import type { Bridge } from '../../shared/contracts/index.ts';
import { createClient } from './client.ts';

const bridgeAnswering = (answer: Awaited<ReturnType<Bridge['call']>>): Bridge => ({
  call: () => Promise.resolve(answer),
  subscribe: () => () => undefined,
});

describe('createClient', () => {
  it('answers what fits the contract', async () => {
    const client = createClient(bridgeAnswering({ ok: true, value: { theme: 'dark', idleMinutes: 30, country: null } }));
    expect(await client.call('settings.get', {})).toEqual({ ok: true, value: { theme: 'dark', idleMinutes: 30, country: null } });
  });

  it('answers an error value for what does not', async () => {
    const client = createClient(bridgeAnswering({ ok: true, value: { theme: 'pink' } }));
    expect(await client.call('settings.get', {})).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
  });

  it('answers an error value when the bridge breaks', async () => {
    const client = createClient({ call: () => Promise.reject(new Error('gone')), subscribe: () => () => undefined });
    expect(await client.call('settings.get', {})).toMatchObject({ ok: false });
  });

  it('tells that the profile is locked when an answer says so', async () => {
    const client = createClient(bridgeAnswering({ ok: false, error: { code: 'LOCKED', message: 'Locked.', id: '1' } }));
    const told: CoreEvent[] = [];
    client.subscribe((event) => told.push(event));
    await client.call('settings.get', {});
    expect(told).toEqual([{ type: 'lock.changed', lock: { state: 'locked' } }]);
  });
});
