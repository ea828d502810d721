import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CALL_BYTES_MAX } from '../../shared/contracts/index.ts';
import { value } from '../hosts/testing/fake-core.ts';
import { startLoopbackServer } from './server.ts';
import { type TestHost, jsonCall, launcherForm, startTestHost } from './testing.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.server.close());

describe('the address of the loopback host', () => {
  it('is on 127.0.0.1 alone', () => {
    expect(test.server.server.address()).toMatchObject({ address: '127.0.0.1' });
  });

  it('says in one sentence that a port is taken', async () => {
    const port = Number(new URL(test.server.origin).port);
    const { core, clock, signIn, downloads } = test;
    const second = await startLoopbackServer({
      core,
      clock,
      signIn,
      downloads,
      port,
      ids: { next: () => 'id' },
      random: { bytes: (length) => Buffer.alloc(length) },
      readAsset: async () => undefined,
    });
    expect(second).toEqual({ ok: false, message: expect.stringContaining(`Port ${port} is already in use`) });
  });

  it.each(['localhost', 'trailhead.example', '127.0.0.1', '[::1]', '127.0.0.1:1'])('is not served under the name %s', async (name) => {
    const cookie = await test.cookie();
    const { port } = new URL(test.server.origin);
    const host = name === 'localhost' || name.startsWith('trailhead') ? `${name}:${port}` : name;
    expect((await test.ask('/', { headers: { host, cookie } })).status).toBe(421);
  });
});

describe('a request from somewhere else', () => {
  it.each(['http://evil.example', 'http://127.0.0.1:1', 'https://127.0.0.1', 'null'])('with the origin %s is refused', async (origin) => {
    const asked = jsonCall({ route: 'profiles.lock', input: {} });
    const answer = await test.askSignedIn('/call', { ...asked, headers: { ...asked.headers, origin } });
    expect(answer.status).toBe(403);
    expect(test.core.calls).toEqual([]);
  });

  it.each(['cross-site', 'same-site'])('that a browser marks as %s is refused', async (site) => {
    for (const path of ['/', '/assets/app.js', '/events']) {
      expect((await test.askSignedIn(path, { headers: { 'sec-fetch-site': site } })).status).toBe(403);
    }
  });

  it('that changes something and tells no origin is refused', async () => {
    const cookie = await test.cookie();
    const asked = jsonCall({ route: 'profiles.lock', input: {} });
    expect((await test.ask('/call', { ...asked, headers: { ...asked.headers, cookie } })).status).toBe(403);
  });

  it('gets no permission to read answers', async () => {
    const answer = await test.askSignedIn('/', { headers: { 'access-control-request-method': 'POST' } });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('without signing in', () => {
  it.each(['/', '/index.html', '/assets/app.js', '/events', '/download/x', '/no/such'])('%s answers 401', async (path) => {
    expect((await test.ask(path)).status).toBe(401);
  });

  it('no call reaches the core', async () => {
    const asked = jsonCall({ route: 'profiles.list', input: {} });
    const answer = await test.ask('/call', { ...asked, headers: { ...asked.headers, origin: test.server.origin } });
    expect(answer.status).toBe(401);
    expect(test.core.calls).toEqual([]);
  });

  it('a cookie of another port or with a wrong secret is worth nothing', async () => {
    const cookie = await test.cookie();
    expect((await test.ask('/', { headers: { cookie: cookie.replace(/^trailhead-\d+/, 'trailhead-1') } })).status).toBe(401);
    expect((await test.ask('/', { headers: { cookie: `${cookie}x` } })).status).toBe(401);
  });
});

describe('the launcher page’s token', () => {
  it('is answered with a redirect and a cookie for this port that scripts and other sites can’t use', async () => {
    const answer = await test.ask('/session', launcherForm(test.signIn.issueToken()));
    expect(answer.status).toBe(303);
    expect(answer.headers['location']).toBe('/');
    const { port } = new URL(test.server.origin);
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(new RegExp(`^trailhead-${port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`)),
    ]);
  });

  it('works once', async () => {
    const token = test.signIn.issueToken();
    expect((await test.ask('/session', launcherForm(token))).status).toBe(303);
    expect((await test.ask('/session', launcherForm(token))).status).toBe(401);
  });

  it('works for a minute', async () => {
    const token = test.signIn.issueToken();
    await test.clock.advance(60_000);
    expect((await test.ask('/session', launcherForm(token))).status).toBe(401);
  });

  it('survives a wrong guess by somebody else', async () => {
    const token = test.signIn.issueToken();
    expect((await test.ask('/session', launcherForm('guess'))).status).toBe(401);
    expect((await test.ask('/session', launcherForm(token))).status).toBe(303);
  });

  it('is taken from a form of a kilobyte at most', async () => {
    expect((await test.ask('/session', launcherForm('x'.repeat(2000)))).status).toBe(400);
    const asked = launcherForm(test.signIn.issueToken());
    expect((await test.ask('/session', { ...asked, headers: { ...asked.headers, 'content-type': 'text/plain' } })).status).toBe(400);
  });
});

describe('the code a person types', () => {
  const typeCode = (code: string | undefined, headers: Record<string, string> = {}) =>
    test.ask('/session', {
      method: 'POST',
      headers: { origin: 'null', 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams({ code: code ?? '' }).toString(),
    });

  it('opens the application, however it is written', async () => {
    const code = test.signIn.issueCode();
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect((await typeCode(code?.toLowerCase().replace('-', ' '))).status).toBe(303);
  });

  it('works once, and for a minute', async () => {
    const first = test.signIn.issueCode();
    expect((await typeCode(first)).status).toBe(303);
    expect((await typeCode(first)).status).toBe(401);
    await test.clock.advance(60_000);
    const second = test.signIn.issueCode();
    await test.clock.advance(60_000);
    expect((await typeCode(second)).status).toBe(401);
  });

  it('is void after five wrong tries', async () => {
    const code = test.signIn.issueCode();
    for (let tried = 0; tried < 5; tried += 1) expect((await typeCode('WRON-GONE')).status).toBe(401);
    expect((await typeCode(code)).status).toBe(401);
  });

  it('can’t be tried, or used up, by another page', async () => {
    const code = test.signIn.issueCode();
    const foreign = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    for (let tried = 0; tried < 6; tried += 1) expect((await typeCode('WRON-GONE', foreign)).status).toBe(401);
    expect((await typeCode(code)).status).toBe(303);
  });

  it('is asked for whenever the page to type it into is shown', async () => {
    await test.ask('/', { headers: { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' } });
    expect(test.shown()).toBe(1);
    await test.ask('/assets/app.js');
    expect(test.shown()).toBe(1);
  });

  it('is made anew only when none is valid, and not in a hurry', async () => {
    expect(test.signIn.issueCode()).toBeDefined();
    expect(test.signIn.issueCode()).toBeUndefined();
    for (let tried = 0; tried < 5; tried += 1) test.signIn.redeemCode('wrong');
    expect(test.signIn.issueCode()).toBeUndefined();
    await test.clock.advance(5_000);
    expect(test.signIn.issueCode()).toBeDefined();
  });
});

describe('POST /call', () => {
  it('answers the core’s envelope', async () => {
    test.core.answer('profiles.current', () => value({ state: 'locked' }));
    const answer = await test.askSignedIn('/call', jsonCall({ route: 'profiles.current', input: {} }));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { state: 'locked' } });
    expect(test.core.calls).toEqual([{ route: 'profiles.current', input: {} }]);
  });

  it('answers an envelope for a route there is not', async () => {
    const answer = await test.askSignedIn('/call', jsonCall({ route: 'no.such', input: {} }));
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'UNKNOWN_ROUTE' } });
  });

  it.each([
    ['no JSON', '{"route":'],
    ['broken UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['unknown keys', '{"route":"profiles.list","input":{},"userId":"x"}'],
    ['no route', '{"input":{}}'],
    ['a list', '[]'],
    ['nothing', ''],
  ])('refuses %s with an INVALID_INPUT envelope', async (_what, body) => {
    const answer = await test.askSignedIn('/call', { ...jsonCall(''), body });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(test.core.calls).toEqual([]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])('refuses a body sent as %s', async (type) => {
    const asked = jsonCall({ route: 'profiles.list', input: {} });
    expect((await test.askSignedIn('/call', { ...asked, headers: { 'content-type': type } })).status).toBe(400);
  });

  it('takes the largest call and refuses one byte more with a TOO_LARGE envelope', async () => {
    test.core.answer('any', () => value(null));
    const frame = JSON.stringify({ route: 'any', input: '' }).length;
    const fits = JSON.stringify({ route: 'any', input: 'x'.repeat(CALL_BYTES_MAX - frame) });
    expect((await test.askSignedIn('/call', jsonCall(fits))).status).toBe(200);
    const answer = await test.askSignedIn('/call', jsonCall(fits.replace('x"', 'xx"')));
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'TOO_LARGE' } });
    expect(test.core.calls).toHaveLength(1);
  });

  it('takes no other method', async () => {
    expect((await test.askSignedIn('/call', { method: 'PUT' })).status).toBe(405);
  });
});

describe('pages and files', () => {
  it('carry a fresh nonce and the same policy as their header at every load', async () => {
    const first = await test.askSignedIn('/');
    const second = await test.askSignedIn('/');
    const nonce = /nonce="([\w-]{22})"/.exec(first.body)?.[1];
    expect(nonce).toBeDefined();
    expect(first.headers['content-security-policy']).toContain(`script-src 'self' 'nonce-${nonce}'`);
    expect(second.body).not.toBe(first.body);
  });

  it.each(['/', '/assets/app.js', '/missing.js', '/session/abc'])('%s is answered with every protecting header', async (path) => {
    expect((await test.askSignedIn(path)).headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('serve the document for the application’s own screens, and nothing for files there are not', async () => {
    expect((await test.askSignedIn('/parts/one')).headers['content-type']).toBe('text/html; charset=utf-8');
    expect((await test.askSignedIn('/assets/app.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await test.askSignedIn('/assets/none.js')).status).toBe(404);
  });

  it.each([
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/..%5cpackage.json',
    '//etc/passwd.txt',
  ])('%s leads nowhere', async (path) => {
    expect((await test.askSignedIn(path)).status).toBe(404);
  });
});

describe('an export', () => {
  async function* content(): AsyncIterable<string> {
    yield '{"words":';
    yield '"mine"}';
  }

  it('is fetched once, as a file', async () => {
    const saved = await test.downloads.saveFile({
      suggestedName: 'Trailhead – Ana "A".json',
      mediaType: 'application/json',
      content: content(),
    });
    if (saved.outcome !== 'download') throw new Error('expected a download');
    const answer = await test.askSignedIn(saved.path);
    expect(answer.body).toBe('{"words":"mine"}');
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="Trailhead _ Ana _A_.json"; filename*=UTF-8''Trailhead%20%E2%80%93%20Ana%20%22A%22.json`,
    );
    expect((await test.askSignedIn(saved.path)).status).toBe(404);
  });

  it('waits a minute', async () => {
    const saved = await test.downloads.saveFile({ suggestedName: 'a.json', mediaType: 'application/json', content: content() });
    await test.clock.advance(60_000);
    expect((await test.askSignedIn(saved.outcome === 'download' ? saved.path : '')).status).toBe(404);
  });

  it('that breaks off is no complete file', async () => {
    async function* broken(): AsyncIterable<string> {
      yield 'half';
      throw new Error('locked meanwhile');
    }
    const saved = await test.downloads.saveFile({ suggestedName: 'a.json', mediaType: 'application/json', content: broken() });
    await expect(test.askSignedIn(saved.outcome === 'download' ? saved.path : '')).rejects.toThrow();
  });
});
