import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemIds, systemRandom } from '../core/node-ports.ts';
import { rendererAssets } from '../hosts/renderer-assets.ts';
import { type FakeClock, createFakeClock } from '../hosts/testing/fake-clock.ts';
import { type FakeCore, createFakeCore } from '../hosts/testing/fake-core.ts';
import { type Downloads, createDownloads } from './downloads.ts';
import { type LoopbackServer, startLoopbackServer } from './server.ts';
import { type SignIn, createSignIn } from './sign-in.ts';

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

type Asked = { method?: string; headers?: Record<string, string>; body?: string | Buffer };

export type TestHost = {
  core: FakeCore;
  clock: FakeClock;
  signIn: SignIn;
  downloads: Downloads;
  server: LoopbackServer;
  host: string;
  /** How often somebody saw the sign-in page. */
  shown: () => number;
  /** Sends exactly these headers, as no browser's own client would let a test do. */
  ask(path: string, asked?: Asked): Promise<Answer>;
  /** Signs in as the launcher page does and answers the cookie. */
  cookie(): Promise<string>;
  /** Asks as a signed-in page of the application does. */
  askSignedIn(path: string, asked?: Asked): Promise<Answer>;
};

/** The real server on a free port over a core that only pretends. */
export const startTestHost = async (): Promise<TestHost> => {
  const folder = await mkdtemp(join(tmpdir(), 'trailhead-test-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Trailhead</title><script nonce="__CSP_NONCE__"></script>');
  await writeFile(join(folder, 'assets', 'app.js'), 'export {};');
  const core = createFakeCore();
  const clock = createFakeClock();
  const random = systemRandom;
  const signIn = createSignIn({ clock, random });
  const downloads = createDownloads({ clock, random });
  let shown = 0;
  const started = await startLoopbackServer({
    core,
    clock,
    random,
    signIn,
    downloads,
    ids: systemIds,
    readAsset: rendererAssets(folder),
    port: 0,
    onSignInShown: () => (shown += 1),
  });
  if (!started.ok) throw new Error(started.message);
  const server = started.value;
  const { host } = new URL(server.origin);

  const ask: TestHost['ask'] = (path, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(server.origin);
      const sent = request({ hostname, port, path, method, headers: { host, ...headers }, agent: false }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
        response.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });

  const cookie = async (): Promise<string> => {
    const answer = await ask('/session', launcherForm(signIn.issueToken()));
    const [first] = answer.headers['set-cookie'] ?? [];
    return first?.split(';')[0] ?? '';
  };

  return {
    core,
    clock,
    signIn,
    downloads,
    server,
    host,
    ask,
    cookie,
    shown: () => shown,
    askSignedIn: async (path, asked = {}) =>
      ask(path, {
        ...asked,
        headers: { cookie: await cookie(), origin: server.origin, 'sec-fetch-site': 'same-origin', ...asked.headers },
      }),
  };
};

/** What the launcher page's form sends. */
export const launcherForm = (token: string): Asked => ({
  method: 'POST',
  headers: { origin: 'null', 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams({ token }).toString(),
});

export const jsonCall = (body: unknown): Asked => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
