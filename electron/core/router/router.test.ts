import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testCore, testPorts } from '../../../tests/support/test-core.ts';
import { passphrase, unlockedCore } from '../../../tests/support/unlocked-core.ts';
import { contract, isRouteName } from '../../../shared/contracts/index.ts';
import { CallError } from '../../../shared/errors.ts';
import { Failure } from '../failure.ts';
import type { Ports } from '../ports.ts';
import { type Handlers, createHandlers } from './handlers.ts';
import { createRouter } from './router.ts';
import { createProfileService } from '../vault/profile-service.ts';

const routeNames = Object.keys(contract).filter(isRouteName);
const personsRoutes = routeNames.filter((name) => contract[name].access === 'person');

/** A router whose `application.info` is answered by the test. */
function routerAnswering(info: Handlers['anyone']['application.info']) {
  const log: unknown[] = [];
  const ports: Ports = testPorts({ logger: { failure: (entry) => log.push(entry) } });
  const profiles = createProfileService(
    ports,
    () => Promise.reject(new Error('no profile here')),
    () => undefined,
  );
  const handlers = createHandlers(ports, profiles);
  const call = createRouter(
    ports,
    { ...handlers, anyone: { ...handlers.anyone, 'application.info': info } },
    { opened: profiles.opened, understand: (error) => error },
  );
  return { call: () => call('application.info', {}), log };
}

describe('a call', () => {
  it.each(['', 'nothing.here', 'toString', '__proto__', 'constructor', 'sessions.list '])('to the route %j is unknown', async (route) => {
    expect((await testCore().refusal(route, {})).code).toBe('UNKNOWN_ROUTE');
  });

  it('with anything but the name of a route is unknown too', async () => {
    const { call } = testCore();
    const routes: unknown[] = [null, undefined, 7, {}, ['profiles.list'], Symbol('profiles.list')];
    for (const route of routes)
      expect(await Reflect.apply(call, null, [route, {}])).toMatchObject({ ok: false, error: { code: 'UNKNOWN_ROUTE' } });
  });

  it.each(personsRoutes)('to %s answers LOCKED before its input is looked at', async (route) => {
    const core = testCore();
    for (const input of [undefined, {}, { nonsense: true }]) {
      const error = await core.refusal(route, input);
      expect([error.code, error.message]).toEqual(['LOCKED', 'Unlock your profile first.']);
    }
  });

  it('with missing, wrong or unknown input is refused on every route, and an answer never comes', async () => {
    const core = await unlockedCore();
    const wrong: unknown[] = [undefined, null, 'text', 7, [], { nonsense: 'my secret' }, { sessionId: 7 }, { limit: '3', at: {} }];
    for (const route of routeNames) {
      for (const input of wrong) {
        const error = await core.refusal(route, input);
        expect(error.code, `${route} ${JSON.stringify(input)}`).toBe('INVALID_INPUT');
        expect(error.message, route).not.toContain('secret');
      }
    }
    expect(await core.ask('profiles.current', {})).toMatchObject({ state: 'unlocked' });
  });

  it('says which field is wrong, without repeating what was sent', async () => {
    const core = await unlockedCore();
    const error = await core.refusal('settings.update', { idleMinutes: 'my secret' });
    expect(error.message).toContain('idleMinutes');
    expect(error.message).not.toContain('secret');
    expect((await core.refusal('companion.say', { text: '' })).message).toBe('There is nothing to send yet.');
  });

  it('whose input fights back is refused like any other', async () => {
    const core = await unlockedCore();
    const hostile = Object.defineProperty({}, 'text', {
      enumerable: true,
      get: () => {
        throw new Error('my secret');
      },
    });
    const error = await core.refusal('companion.say', hostile);
    expect(error.message).not.toContain('secret');
    const polluted: unknown = JSON.parse('{"text":"Hello","__proto__":{"sessionId":"x"}}');
    expect((await core.refusal('companion.say', polluted)).code).toBe('INVALID_INPUT');
  });
});

describe('an error', () => {
  it('of our own making is told by its code, its sentence and how long to wait', async () => {
    const { call, log } = routerAnswering(() => {
      throw new Failure('TOO_SOON', 'Please wait a moment.', { retryAfterMs: 1500, cause: new Error('my secret') });
    });
    const answer = await call();
    if (answer.ok) throw new Error('an answer came');
    expect(CallError.parse(answer.error)).toMatchObject({ code: 'TOO_SOON', message: 'Please wait a moment.', retryAfterMs: 1500 });
    expect(log).toEqual([]);
  });

  it.each([
    ['an error', () => new TypeError('my secret')],
    ['an error with a code', () => Object.assign(new Error('my secret'), { code: 'SQLITE_CONSTRAINT' })],
    ['an error that holds another', () => new Error('outer', { cause: new Error('my secret') })],
  ])('nobody expected, %s, hides its details and logs no content', async (_name, make) => {
    const { call, log } = routerAnswering(() => Promise.reject(make()));
    const answer = await call();
    if (answer.ok) throw new Error('an answer came');
    const error = CallError.parse(answer.error);
    expect(error.code).toBe('INTERNAL');
    expect(error.message).toContain(error.id.slice(-8));
    expect(log).toHaveLength(1);
    expect(log[0]).toMatchObject({ code: 'INTERNAL', id: error.id, route: 'application.info' });
    expect(JSON.stringify([error, log])).not.toContain('secret');
  });

  it('inside that a feature has already put into words is logged as well, to be found by its number', async () => {
    const { call, log } = routerAnswering(() => {
      throw new Failure('INTERNAL', 'The work ended early.', { cause: new RangeError('my secret') });
    });
    const answer = await call();
    if (answer.ok) throw new Error('an answer came');
    expect(log).toEqual([{ code: 'INTERNAL', id: answer.error.id, route: 'application.info', detail: 'RangeError' }]);
  });

  it('is what becomes of an answer that breaks its contract', async () => {
    const withMore = { version: '1', host: 'cli', secret: 'my secret' } as const;
    const { call, log } = routerAnswering(() => withMore);
    expect(await call()).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    expect(JSON.stringify(log)).not.toContain('my secret');
  });

  it('about any damaged page of the file names the file, when it is opened and when somebody only reads', async () => {
    const core = await unlockedCore();
    const { session } = await core.say('a long evening '.repeat(2000));
    await core.ask('profiles.lock', {});
    const file = join(core.dataDir, 'profiles', core.profile.id, 'trailhead.db');
    const whole = readFileSync(file);
    const unlock = { profileId: core.profile.id, secret: { kind: 'passphrase', passphrase } };
    const seen = { opening: 0, reading: 0 };
    for (let page = 1; page < whole.length / 4096; page += 1) {
      const bytes = Buffer.from(whole);
      bytes[page * 4096 + 99] = (bytes[page * 4096 + 99] ?? 0) ^ 1;
      writeFileSync(file, bytes);
      const opened = await core.call('profiles.unlock', unlock);
      const outcome = opened.ok ? await core.call('messages.list', { sessionId: session.id }) : opened;
      await core.ask('profiles.lock', {});
      if (outcome.ok) continue;
      seen[opened.ok ? 'reading' : 'opening'] += 1;
      expect([outcome.error.code, outcome.error.message]).toEqual(['DATABASE_DAMAGED', expect.stringContaining('trailhead.db')]);
    }
    expect(seen.opening).toBeGreaterThan(0);
    expect(seen.reading).toBeGreaterThan(0);
  });
});

describe('every route', () => {
  it('takes only the fields it knows', () => {
    for (const name of routeNames) {
      const parsed = contract[name].input.safeParse({ aFieldNobodyKnows: 1 });
      expect(parsed.success, name).toBe(false);
      expect(
        parsed.error?.issues.some(({ code }) => code === 'unrecognized_keys'),
        name,
      ).toBe(true);
    }
  });
});
