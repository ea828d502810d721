import { mkdirSync, readFileSync, readdirSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../tests/support/failure-in.ts';
import { monday, temporaryFolder, testCore, testIds, testPorts } from '../../../tests/support/test-core.ts';
import { hashDerivation, passphrase, unlockedCore } from '../../../tests/support/unlocked-core.ts';
import { contract, isRouteName } from '../../../shared/contracts/index.ts';
import { systemRandom } from '../node-ports.ts';
import type { Ports } from '../ports.ts';
import { type OpenDatabase, type Opened, createProfileService } from './profile-service.ts';
import { isZeroed } from './test-support.ts';

/** Randomness that keeps the very bytes it gave away, not a copy. */
function watchedRandom() {
  const given: Buffer[] = [];
  const bytes = (length: number) => {
    const made = systemRandom.bytes(length);
    given.push(made);
    return made;
  };
  /** The first 32 bytes a new profile asks for are its key. */
  return { bytes, key: () => given.find(({ length }) => length === 32) ?? Buffer.alloc(0) };
}

const newProfile = { label: 'Mine', passphrase, withRecoveryCode: false };
const secret = (text: string) => ({ kind: 'passphrase' as const, passphrase: text });
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

/** The service alone, with a database of the test's own. */
function service(openDatabase: OpenDatabase<Opened>, more: Partial<Omit<Ports, 'clock' | 'paths'>> = {}) {
  const dataDir = temporaryFolder();
  const random = watchedRandom();
  const ports = testPorts({ dataDir, keyDerivation: hashDerivation, random, ...more });
  const states: string[] = [];
  const profiles = createProfileService(ports, openDatabase, ({ state }) => states.push(state));
  return { ...profiles, dataDir, random, states, folder: join(dataDir, 'profiles') };
}
const opens: OpenDatabase<Opened> = ({ summary }) => Promise.resolve({ summary, close: () => Promise.resolve() });

describe('a new profile', () => {
  it('is open, in a folder and files that only their owner can read, whatever the umask', async () => {
    const before = process.umask(0);
    try {
      const core = await unlockedCore({ dataDir: join(temporaryFolder(), 'data') });
      const folder = join(core.dataDir, 'profiles', core.profile.id);
      expect(await core.ask('profiles.current', {})).toEqual({ state: 'unlocked', profile: core.profile });
      for (const path of [core.dataDir, join(core.dataDir, 'profiles'), folder]) expect(modeOf(path), path).toBe('700');
      const files = readdirSync(folder);
      expect(files).toEqual(expect.arrayContaining(['in-use.db', 'trailhead.db', 'vault.copy.json', 'vault.json']));
      for (const name of files) expect(modeOf(join(folder, name)), name).toBe('600');
      expect(readdirSync(join(core.dataDir, 'profiles'))).toEqual([core.profile.id]);
    } finally {
      process.umask(before);
    }
  });

  it('gives its recovery code once, and that opens it', async () => {
    const core = testCore({ keyDerivation: hashDerivation });
    const { profile, recoveryCode } = await core.ask('profiles.create', { ...newProfile, withRecoveryCode: true });
    expect(profile.hasRecoveryCode).toBe(true);
    const opened = await core.ask('profiles.unlock', { profileId: profile.id, secret: { kind: 'recovery', code: recoveryCode ?? '' } });
    expect(opened).toEqual({ profile, notice: null });
  });

  it.each(['🌱', 'ד״ר לוי', 'محمد', "O'Brien & “friends”", '../../etc', 'CON', 'x'.repeat(80)])('may be labelled %s', async (label) => {
    const core = testCore({ keyDerivation: hashDerivation });
    const { profile } = await core.ask('profiles.create', { ...newProfile, label: ` ${label} ` });
    expect(profile.label).toBe(label);
    expect((await core.ask('profiles.list', {})).profiles).toEqual([profile]);
    expect(readdirSync(join(core.dataDir, 'profiles'))).toEqual([profile.id]);
  });

  it.each(['', '  ', 'x'.repeat(81), 'two\nlines', 'hidden\u202Eturn', 'nul\u0000', '\ud800'])('is refused the label %j', async (label) => {
    expect((await testCore().refusal('profiles.create', { ...newProfile, label })).code).toBe('INVALID_INPUT');
  });

  it.each(['        ', '\u3000'.repeat(12), 'short', 'aaaaaaaaaa'])(
    'is refused the weak passphrase %j, and nothing is left behind',
    async (weak) => {
      const core = testCore({ keyDerivation: hashDerivation });
      expect((await core.refusal('profiles.create', { ...newProfile, passphrase: weak })).code).toBe('WEAK_PASSPHRASE');
      expect(await core.ask('profiles.list', {})).toEqual({ profiles: [], damaged: [] });
      expect(readdirSync(join(core.dataDir, 'profiles'))).toEqual([]);
    },
  );

  it('that can’t be made because the data folder can’t be written says so', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    writeFileSync(dataDir, 'a file in its place');
    expect((await testCore({ dataDir }).refusal('profiles.create', newProfile)).code).toBe('READ_ONLY');
  });
});

describe('making a profile that fails', () => {
  const steps: readonly [string, OpenDatabase<Opened>][] = [
    ['when its database is made', () => Promise.reject(new Error('step'))],
    ['when its database is closed again', ({ summary }) => Promise.resolve({ summary, close: () => Promise.reject(new Error('step')) })],
    ['when it is opened under its own name', (request) => (request.isNew ? opens(request) : Promise.reject(new Error('step')))],
    [
      'when it is held',
      (request) => {
        mkdirSync(join(request.folder, 'in-use.db'));
        return opens(request);
      },
    ],
  ];
  it.each(steps)('%s leaves no profile, no folder and no key', async (_name, openDatabase) => {
    const { create, current, folder, list, random } = service(openDatabase);
    await expect(create(newProfile)).rejects.toThrow();
    expect(readdirSync(folder)).toEqual([]);
    expect(await list()).toEqual({ profiles: [], damaged: [] });
    expect(current()).toEqual({ state: 'locked' });
    expect(random.key()).toHaveLength(32);
    expect(isZeroed(random.key())).toBe(true);
  });

  it('when its key is wrapped leaves nothing either', async () => {
    const derive = () => Promise.reject(new Error('step'));
    const { create, folder, random } = service(opens, { keyDerivation: { ...hashDerivation, derive } });
    await expect(create(newProfile)).rejects.toThrow('step');
    expect(readdirSync(folder)).toEqual([]);
    expect(isZeroed(random.key())).toBe(true);
  });

  it('because its name is taken leaves what has the name as it was', async () => {
    const { create, folder } = service(opens, { ids: { next: () => '01900000-0000-7000-8000-000000000001' } });
    const taken = join(folder, '01900000-0000-7000-8000-000000000001');
    mkdirSync(taken, { recursive: true });
    writeFileSync(join(taken, 'trailhead.db'), 'somebody’s');
    await expect(create(newProfile)).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['01900000-0000-7000-8000-000000000001']);
    expect(readFileSync(join(taken, 'trailhead.db'), 'utf8')).toBe('somebody’s');
  });

  it('because the computer went off leaves a folder that is cleared away later, and not while it may be in use', async () => {
    const { create, folder } = service(opens, { ids: testIds(50) });
    const [old, fresh] = ['.new-old', '.new-fresh'].map((name) => join(folder, name));
    if (!old || !fresh) throw new Error('no names');
    for (const path of [old, fresh]) mkdirSync(path, { recursive: true });
    utimesSync(old, new Date(monday - 7_200_000), new Date(monday - 7_200_000));
    utimesSync(fresh, new Date(monday - 60_000), new Date(monday - 60_000));
    const { profile } = await create(newProfile);
    expect(readdirSync(folder).toSorted()).toEqual(['.new-fresh', profile.id]);
  });

  it('leaves room for the next one', async () => {
    let fails = true;
    const { create, current, list } = service((request) => (fails ? Promise.reject(new Error('step')) : opens(request)));
    await expect(create(newProfile)).rejects.toThrow('step');
    fails = false;
    const { profile } = await create(newProfile);
    expect((await list()).profiles).toEqual([profile]);
    expect(current()).toEqual({ state: 'unlocked', profile });
  });
});

describe('locking', () => {
  it('empties the key, and then every route of a person answers LOCKED', async () => {
    const random = watchedRandom();
    const core = await unlockedCore({ random });
    await core.say('Hello there.');
    expect(isZeroed(random.key())).toBe(false);
    await core.ask('profiles.lock', {});
    expect(random.key()).toHaveLength(32);
    expect(isZeroed(random.key())).toBe(true);
    expect(await core.ask('profiles.current', {})).toEqual({ state: 'locked' });
    for (const route of Object.keys(contract).filter(isRouteName))
      if (contract[route].access === 'person') expect((await core.refusal(route, {})).code, route).toBe('LOCKED');
  });

  it('leaves one database file, without a log beside it', async () => {
    const core = await unlockedCore();
    await core.say('Hello there.');
    await core.ask('profiles.lock', {});
    const files = readdirSync(join(core.dataDir, 'profiles', core.profile.id)).filter((name) => name.startsWith('trailhead'));
    expect(files).toEqual(['trailhead.db']);
  });

  it('what is locked changes nothing and tells nobody', async () => {
    const core = await unlockedCore();
    await core.ask('profiles.lock', {});
    const told = core.events.length;
    await core.ask('profiles.lock', {});
    await core.stop();
    expect(core.events).toHaveLength(told);
  });

  it('empties the key and lets the profile go also when its database won’t close', async () => {
    const close = () => Promise.reject(new Error('will not close'));
    let asked = 0;
    const { create, current, lock, random, states, unlock } = service((request) => {
      asked += 1;
      return asked === 2 ? Promise.resolve({ summary: request.summary, close }) : opens(request);
    });
    const { profile } = await create(newProfile);
    await expect(lock()).rejects.toThrow('will not close');
    expect(isZeroed(random.key())).toBe(true);
    expect(current()).toEqual({ state: 'locked' });
    expect(states).toEqual(['unlocked', 'locked']);
    expect(await unlock({ profileId: profile.id, secret: secret(passphrase) })).toEqual({ profile, notice: null });
  });

  it('while somebody else is unlocking happens in turn', async () => {
    const core = await unlockedCore();
    const [first, , last] = await Promise.all([core.unlock(), core.call('profiles.lock', {}), core.unlock()]);
    expect([first.profile, last.profile]).toEqual([core.profile, core.profile]);
    expect(await core.ask('profiles.current', {})).toMatchObject({ state: 'unlocked' });
  });
});

describe('unlocking', () => {
  it('brings back what was written, and switches from one profile to another', async () => {
    const core = await unlockedCore();
    await core.say('Mine alone.');
    const { profile: other } = await core.ask('profiles.create', { ...newProfile, label: 'Theirs' });
    expect(await core.ask('profiles.current', {})).toEqual({ state: 'unlocked', profile: other });
    expect((await core.ask('sessions.list', {})).items).toEqual([]);
    await core.unlock();
    expect(await core.ask('profiles.current', {})).toEqual({ state: 'unlocked', profile: core.profile });
    expect((await core.ask('sessions.list', {})).items).toHaveLength(1);
    expect((await core.ask('profiles.list', {})).profiles).toEqual([core.profile, other]);
    const states = core.events.flatMap((event) => (event.type === 'lock.changed' ? [event.lock.state] : []));
    expect(states).toEqual(['unlocked', 'locked', 'unlocked', 'locked', 'unlocked']);
  });

  it('with a wrong passphrase is refused, slower and slower, and the right one still opens', async () => {
    const core = await unlockedCore();
    await core.ask('profiles.lock', {});
    const wrong = { profileId: core.profile.id, secret: secret('loud river') };
    for (let at = 0; at < 3; at += 1) expect((await core.refusal('profiles.unlock', wrong)).code).toBe('WRONG_PASSPHRASE');
    const error = await core.refusal('profiles.unlock', wrong);
    expect([error.code, error.retryAfterMs]).toEqual(['TOO_SOON', 1000]);
    core.clock.advance(1000);
    await core.unlock();
  });

  it('another profile with a wrong passphrase, or making one that is refused, leaves the open one open', async () => {
    const core = await unlockedCore();
    const { profile: other } = await core.ask('profiles.create', { ...newProfile, label: 'Theirs' });
    const slip = { profileId: core.profile.id, secret: secret('loud river') };
    expect((await core.refusal('profiles.unlock', slip)).code).toBe('WRONG_PASSPHRASE');
    expect((await core.refusal('profiles.create', { ...newProfile, passphrase: 'short' })).code).toBe('WEAK_PASSPHRASE');
    expect(await core.ask('profiles.current', {})).toEqual({ state: 'unlocked', profile: other });
    await core.say('Still here.');
  });

  it('the open profile again with a wrong passphrase locks it: whoever sits there now does not know it', async () => {
    const core = await unlockedCore();
    const slip = { profileId: core.profile.id, secret: secret('loud river') };
    expect((await core.refusal('profiles.unlock', slip)).code).toBe('WRONG_PASSPHRASE');
    expect(await core.ask('profiles.current', {})).toEqual({ state: 'locked' });
  });

  it('counts spaces and takes any script, composed or not', async () => {
    const core = testCore({ keyDerivation: hashDerivation });
    const { profile } = await core.ask('profiles.create', { ...newProfile, passphrase: ' שקט é 🌱 river ' });
    const open = (text: string) => core.call('profiles.unlock', { profileId: profile.id, secret: secret(text) });
    expect(await open('שקט é 🌱 river')).toMatchObject({ ok: false, error: { code: 'WRONG_PASSPHRASE' } });
    expect(await open(' שקט e\u0301 🌱 river ')).toMatchObject({ ok: true });
  });

  it('a profile that another Trailhead has open is refused, until that one lets it go', async () => {
    const core = await unlockedCore();
    const second = testCore({ dataDir: core.dataDir, keyDerivation: hashDerivation, ids: testIds(5000) });
    const input = { profileId: core.profile.id, secret: secret(passphrase) };
    expect((await second.refusal('profiles.unlock', input)).code).toBe('ALREADY_OPEN');
    await core.say('Still mine.');
    await core.ask('profiles.lock', {});
    await second.ask('profiles.unlock', input);
    expect((await core.refusal('profiles.unlock', input)).code).toBe('ALREADY_OPEN');
    expect((await second.ask('sessions.list', {})).items).toHaveLength(1);
  });

  it('a profile that isn’t there is not found, and no folder is made for it', async () => {
    const core = await unlockedCore();
    const profileId = '01900000-0000-7000-8000-ffffffffffff';
    expect((await core.refusal('profiles.unlock', { profileId, secret: secret(passphrase) })).code).toBe('NOT_FOUND');
    expect(readdirSync(join(core.dataDir, 'profiles'))).toEqual([core.profile.id]);
  });

  it.each([
    ['missing', (file: string, rename: (to: string) => void) => rename(`${file}.away`)],
    ['empty', (file: string) => writeFileSync(file, '')],
    ['damaged', (file: string) => writeFileSync(file, 'nothing of a database'.repeat(500))],
  ])('a profile whose database is %s is refused by the file’s name, and the profile let go', async (_name, harm) => {
    const core = await unlockedCore();
    await core.ask('profiles.lock', {});
    const file = join(core.dataDir, 'profiles', core.profile.id, 'trailhead.db');
    const whole = readFileSync(file);
    harm(file, (to) => renameSync(file, to));
    const error = await core.refusal('profiles.unlock', { profileId: core.profile.id, secret: secret(passphrase) });
    expect([error.code, error.message]).toEqual(['DATABASE_DAMAGED', expect.stringContaining('trailhead.db')]);
    expect(await core.ask('profiles.current', {})).toEqual({ state: 'locked' });
    writeFileSync(file, whole);
    await core.unlock();
  });
});

describe('the list of profiles', () => {
  it('is empty before there is a data folder', async () => {
    const core = testCore({ dataDir: join(temporaryFolder(), 'not', 'yet') });
    expect(await core.ask('profiles.list', {})).toEqual({ profiles: [], damaged: [] });
  });

  it('shows a damaged profile with the names of its files, beside the sound ones', async () => {
    const core = await unlockedCore();
    const { profile: sound } = await core.ask('profiles.create', { ...newProfile, label: 'Sound' });
    const folder = join(core.dataDir, 'profiles', core.profile.id);
    for (const name of ['vault.json', 'vault.copy.json']) writeFileSync(join(folder, name), '{');
    const { profiles, damaged } = await core.ask('profiles.list', {});
    expect(profiles).toEqual([sound]);
    expect(damaged).toEqual([{ folder: core.profile.id, message: expect.stringContaining('vault.json') }]);
  });

  it('passes over what is no profile', async () => {
    const core = await unlockedCore();
    const folder = join(core.dataDir, 'profiles');
    for (const name of ['.new-01900000-0000-7000-8000-000000000009', 'notes', '.DS_Store.d']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, '01900000-0000-7000-8000-00000000000a'), 'a file');
    expect(await core.ask('profiles.list', {})).toEqual({ profiles: [core.profile], damaged: [] });
  });
});

describe('changing the passphrase', () => {
  it('ends the old one and keeps the profile open', async () => {
    const core = await unlockedCore();
    await core.say('Hello there.');
    await core.ask('profiles.changePassphrase', { current: secret(passphrase), next: 'deep lake' });
    expect((await core.ask('sessions.list', {})).items).toHaveLength(1);
    await core.ask('profiles.lock', {});
    const { id: profileId } = core.profile;
    expect((await core.refusal('profiles.unlock', { profileId, secret: secret(passphrase) })).code).toBe('WRONG_PASSPHRASE');
    await core.ask('profiles.unlock', { profileId, secret: secret('deep lake') });
    expect((await core.ask('sessions.list', {})).items).toHaveLength(1);
  });

  it('is refused with a wrong one, and to a weak one', async () => {
    const core = await unlockedCore();
    const change = (current: string, next: string) => core.refusal('profiles.changePassphrase', { current: secret(current), next });
    expect((await change('loud river', 'deep lake')).code).toBe('WRONG_PASSPHRASE');
    expect((await change(passphrase, 'lake')).code).toBe('WEAK_PASSPHRASE');
    await core.unlock();
  });

  it('of a service without an open profile answers LOCKED', async () => {
    const { changePassphrase } = service(opens);
    expect((await failureOf(changePassphrase({ current: secret(passphrase), next: 'deep lake' }))).code).toBe('LOCKED');
  });
});
