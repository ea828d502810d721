import { describe, expect, it } from 'vitest';
import { readableCore, storedIn } from '../../../tests/support/exported.ts';
import { personOf } from '../actions/actor.ts';
import { createActionBus } from '../actions/action-bus.ts';
import { testClock } from '../../../tests/support/test-core.ts';
import { testDatabase } from '../../../tests/support/test-database.ts';
import { unlockedCore } from '../../../tests/support/unlocked-core.ts';
import { settingsActions } from './settings-actions.ts';
import { createSettingsService } from './settings-service.ts';

describe('settings', () => {
  it('begin with what most people want', async () => {
    const core = await unlockedCore();
    expect(await core.ask('settings.get', {})).toEqual({ theme: 'system', idleMinutes: 30, country: null });
  });

  it('change one by one, and stay after locking', async () => {
    const core = await unlockedCore();
    expect(await core.ask('settings.update', { theme: 'dark' })).toEqual({ theme: 'dark', idleMinutes: 30, country: null });
    expect(await core.ask('settings.update', { idleMinutes: 60 })).toEqual({ theme: 'dark', idleMinutes: 60, country: null });
    expect(await core.ask('settings.update', { country: 'IE' })).toEqual({ theme: 'dark', idleMinutes: 60, country: 'IE' });
    await core.ask('profiles.lock', {});
    await core.unlock();
    expect(await core.ask('settings.get', {})).toEqual({ theme: 'dark', idleMinutes: 60, country: 'IE' });
    expect(await core.ask('settings.update', { country: null })).toMatchObject({ country: null });
  });

  it('are refused outside their range, and then stay as they were', async () => {
    const core = await unlockedCore();
    for (const input of [
      { idleMinutes: 4 },
      { idleMinutes: 1441 },
      { idleMinutes: 30.5 },
      { theme: 'sepia' },
      { country: 'gb' },
      { colour: 'red' },
    ])
      expect((await core.refusal('settings.update', input)).code, JSON.stringify(input)).toBe('INVALID_INPUT');
    expect(await core.ask('settings.get', {})).toEqual({ theme: 'system', idleMinutes: 30, country: null });
  });

  it('are recorded as what changed alone', async () => {
    const core = await readableCore();
    await core.ask('settings.update', { theme: 'dark' });
    const { payload, result } = storedIn(core).agentActions.at(-1) ?? {};
    const path = `/users/${core.profile.id}/settings/theme`;
    expect(payload?.patch).toEqual([{ op: 'replace', path, value: 'dark' }]);
    expect(result?.patch).toEqual([{ op: 'replace', path, value: 'system' }]);
  });

  it('that came later than a profile have their default there, before and after the first change', async () => {
    const { alice, connection, fill, ids, scopeOf } = await testDatabase();
    fill(alice);
    connection.actingAs(alice, () => connection.sqlite.exec(`UPDATE users SET settings = '{"theme":"dark"}'`));
    const base = { scopeOf: () => scopeOf(alice) };
    const bus = createActionBus({
      ...base,
      definitions: settingsActions,
      derivations: [],
      upcast: (patch) => patch,
      schemaVersion: 1,
      clock: testClock(),
      ids,
      onCommit: () => undefined,
    });
    const settings = createSettingsService({ ...base, bus });
    expect(settings.get(personOf(alice))).toEqual({ theme: 'dark', idleMinutes: 30, country: null });
    expect(settings.update(personOf(alice), { theme: 'light' })).toEqual({ theme: 'light', idleMinutes: 30, country: null });
  });
});
