import { mkdtemp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { CALL_BYTES_MAX } from '../../shared/contracts/index.ts';
import { UserId } from '../../shared/ids.ts';
import { type FakeCore, createFakeCore, value } from '../hosts/testing/fake-core.ts';
import { openApplication, prepareApplication } from './run-application.ts';
import * as fake from './testing/fake-electron.ts';

const held: { core: FakeCore | undefined } = vi.hoisted(() => ({ core: undefined }));
vi.mock('electron', () => import('./testing/fake-electron.ts'));
vi.mock('../core/create-core.ts', () => ({ createCore: () => held.core }));

const core = createFakeCore();
held.core = core;
const origin = 'app://trailhead';
let dataDir: string;
let ownSession: fake.FakeSession;

const window = (): fake.BrowserWindow => {
  const opened = fake.windows.at(-1);
  if (opened === undefined) throw new Error('No window was opened.');
  return opened;
};

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trailhead-test-'));
  dataDir = join(folder, 'data');
  const rendererDir = join(folder, 'renderer');
  await mkdir(rendererDir);
  await writeFile(join(rendererDir, 'index.html'), '<!doctype html><script nonce="__CSP_NONCE__"></script>');
  await writeFile(join(rendererDir, 'app.js'), 'export {};');
  const files = { migrationsDir: '/migrations', maintenanceWorker: new URL('file:///worker.js') };
  const options = { dataDir, files, rendererDir, preload: '/preload.cjs', icon: '/icon.png' };
  expect(await prepareApplication(options)).toBe(dataDir);
  await openApplication(dataDir, options);
  ownSession = fake.session.fromPartition('trailhead');
});

beforeEach(() => {
  core.calls.length = 0;
});

it('starts the background work of the core, once', () => {
  expect(core.state.started).toBe(1);
});

describe('before Electron is ready', () => {
  it('makes the data folder for its owner alone and keeps Chromium’s files apart from the profiles', async () => {
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    expect(fake.app.paths.get('userData')).toBe(join(dataDir, 'electron'));
  });

  it('sandboxes every page and stops Chromium’s own errands', () => {
    expect(fake.app.isSandboxed).toBe(true);
    expect(fake.app.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
    for (const name of ['disable-background-networking', 'disable-component-update', 'disable-breakpad', 'no-pings']) {
      expect(fake.app.switches.has(name)).toBe(true);
    }
  });

  it('makes app:// an origin of its own that goes around no rule', () => {
    expect(fake.schemes).toEqual([
      expect.objectContaining({
        scheme: 'app',
        privileges: expect.objectContaining({
          standard: true,
          secure: true,
          bypassCSP: false,
          corsEnabled: false,
          allowServiceWorkers: false,
        }),
      }),
    ]);
  });

  it('ends when another window of the same data folder is open, and says why when the folder can’t be used', async () => {
    const files = { migrationsDir: '', maintenanceWorker: new URL('file:///worker.js') };
    const options = { dataDir, files, rendererDir: '', preload: '', icon: '' };
    fake.app.hasLock = false;
    expect(await prepareApplication(options)).toBeUndefined();
    expect(fake.app.exits).toEqual([0]);
    const file = join(dataDir, 'file');
    await writeFile(file, '');
    expect(await prepareApplication({ ...options, dataDir: file })).toBeUndefined();
    expect(fake.app.exits).toEqual([0, 1]);
    expect(fake.dialogs.errors.at(-1)).toContain('a file stands in its way');
  });
});

describe('the window', () => {
  it('shows the application’s own page, sandboxed, isolated and in a session that is kept nowhere', () => {
    expect(window().url).toBe(`${origin}/`);
    expect(window().options).toMatchObject({ title: 'Trailhead', show: false });
    expect(window().options['webPreferences']).toMatchObject({
      session: ownSession,
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    });
  });

  it('shows once there is something to see, and keeps its title whatever the page is called', () => {
    expect(window().state.shown).toBe(false);
    window().emit('ready-to-show');
    expect(window().state.shown).toBe(true);
    const event = { preventDefault: vi.fn() };
    window().emit('page-title-updated', event);
    expect(event.preventDefault).toHaveBeenCalled();
  });

  it('remembers where it was, and nothing else', async () => {
    window().emit('close');
    const file = join(dataDir, 'electron', 'window.json');
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ x: 10, y: 20, width: 900, height: 700, isMaximized: false });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('comes to the front when Trailhead is started again', () => {
    window().state.minimized = true;
    fake.app.emit('second-instance');
    expect(window().state).toMatchObject({ minimized: false, focused: true });
    expect(fake.windows).toHaveLength(1);
  });

  it('loads again when its process ends by itself, but not over and over', () => {
    const { webContents } = window();
    const before = webContents.reloads;
    webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(webContents.reloads).toBe(before);
    webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    webContents.emit('render-process-gone', {}, { reason: 'oom' });
    expect(webContents.reloads).toBe(before + 1);
    expect(fake.dialogs.errors.at(-1)).toContain('quit Trailhead');
  });
});

describe('every session there is', () => {
  it.each([
    ['the window’s', () => ownSession],
    ['the one nobody uses', () => fake.session.defaultSession],
  ])('is cut off from the network: %s', (_which, find) => {
    let cancelled: boolean | undefined;
    find().beforeRequest?.({ url: 'https://example.com/' }, (decision) => (cancelled = decision.cancel));
    expect(cancelled).toBe(true);
    expect(find().permissionCheck?.(null, 'media', origin)).toBe(false);
  });

  it('is the home of pages that are kept on the application’s own document', () => {
    const contents = new fake.FakeWebContents();
    fake.app.emit('web-contents-created', {}, contents);
    expect(contents.openHandler?.({ url: 'https://example.org/' })).toEqual({ action: 'deny' });
  });
});

describe('app://', () => {
  const ask = async (url: string, method = 'GET'): Promise<Response> => {
    const answer = await ownSession.handlers.get('app')?.(new Request(url, { method }));
    if (answer === undefined) throw new Error('app:// is not served.');
    return answer;
  };

  it('serves the document with a nonce that its policy names', async () => {
    const answer = await ask(`${origin}/`);
    const nonce = /nonce="([\w-]{22})"/.exec(await answer.text())?.[1];
    expect(answer.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('serves its files as what they are', async () => {
    expect((await ask(`${origin}/app.js`)).headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it.each(['/%2e%2e/data/file.txt', '/..%2fdata/window.json', '/assets/%5c..%5cx.js', '/.env.txt', '/none.js', '/app.js%00.png'])(
    '%s leads nowhere',
    async (path) => {
      expect((await ask(`${origin}${path}`)).status).toBe(404);
    },
  );

  it('answers no other host and no other method', async () => {
    expect((await ask('app://other/app.js')).status).toBe(403);
    expect((await ask(`${origin}/app.js`, 'POST')).status).toBe(403);
  });
});

describe('a call', () => {
  const frame = { parent: null, origin };
  const invoke = async (request: unknown, event: Record<string, unknown> = {}): Promise<unknown> =>
    fake.channels.get('trailhead:call')?.({ sender: window().webContents, senderFrame: frame, ...event }, request);
  const request = JSON.stringify({ route: 'profiles.current', input: {} });

  it('of the window’s main frame reaches the core', async () => {
    core.answer('profiles.current', () => value({ state: 'locked' }));
    expect(await invoke(request)).toEqual({ ok: true, value: { state: 'locked' } });
    expect(core.calls).toEqual([{ route: 'profiles.current', input: {} }]);
  });

  it.each([
    ['another origin', { senderFrame: { parent: null, origin: 'https://example.com' } }],
    ['an origin that only begins alike', { senderFrame: { parent: null, origin: 'app://trailhead.example' } }],
    ['a frame inside', { senderFrame: { parent: frame, origin } }],
    ['a frame that is gone', { senderFrame: null }],
    ['another page', { sender: new fake.FakeWebContents() }],
  ])('of %s does not', async (_who, event) => {
    expect(await invoke(request, event)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(core.calls).toEqual([]);
  });

  it.each([
    ['no text', { route: 'x', input: {} }],
    ['no JSON', '{'],
    ['unknown keys', '{"route":"x","input":1,"userId":"u"}'],
    ['no route', '{"input":1}'],
  ])('with %s does not', async (_what, sent) => {
    expect(await invoke(sent)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(core.calls).toEqual([]);
  });

  it('is measured in bytes before it is read', async () => {
    const large = JSON.stringify({ route: 'x', input: 'é'.repeat(CALL_BYTES_MAX / 2) });
    expect(large.length).toBeLessThan(CALL_BYTES_MAX);
    expect(await invoke(large)).toMatchObject({ ok: false, error: { code: 'TOO_LARGE' } });
    expect(core.calls).toEqual([]);
  });
});

describe('locking', () => {
  const profile = { id: UserId.parse('01890000-0000-7000-8000-000000000001'), label: 'Ana', createdAt: 0, hasRecoveryCode: false };

  it('loads the page anew, after telling it, so that nothing stays in its memory', () => {
    const { webContents } = window();
    const before = webContents.reloads;
    core.emit({ type: 'lock.changed', lock: { state: 'locked' } });
    expect(webContents.reloads).toBe(before);
    core.emit({ type: 'lock.changed', lock: { state: 'unlocked', profile } });
    core.emit({ type: 'lock.changed', lock: { state: 'locked' } });
    expect(webContents.reloads).toBe(before + 1);
    expect(webContents.sent.at(-1)).toEqual({ channel: 'trailhead:event', message: { type: 'lock.changed', lock: { state: 'locked' } } });
  });

  it('takes a question about a link off the screen, whose address a person may not see any more', () => {
    const { webContents } = window();
    fake.app.emit('web-contents-created', {}, webContents);
    fake.dialogs.press = () => new Promise(() => undefined);
    core.emit({ type: 'lock.changed', lock: { state: 'unlocked', profile } });
    webContents.openHandler?.({ url: 'https://example.org/' });
    const question = fake.dialogs.questions.at(-1);
    expect(question?.signal.aborted).toBe(false);
    core.emit({ type: 'lock.changed', lock: { state: 'locked' } });
    expect(question?.signal.aborted).toBe(true);
  });

  it.each(['lock-screen', 'suspend'])('happens on %s', (event) => {
    fake.powerMonitor.emit(event);
    expect(core.calls).toEqual([{ route: 'profiles.lock', input: {} }]);
  });
});

describe('quitting', () => {
  it('waits once until the core has stopped', async () => {
    const first = { preventDefault: vi.fn() };
    const second = { preventDefault: vi.fn() };
    fake.app.emit('before-quit', first);
    fake.app.emit('before-quit', second);
    expect(first.preventDefault).toHaveBeenCalled();
    expect(second.preventDefault).toHaveBeenCalled();
    await vi.waitFor(() => expect(fake.app.quits).toBe(1));
    expect(core.state.stopped).toBe(1);
    const last = { preventDefault: vi.fn() };
    fake.app.emit('before-quit', last);
    expect(last.preventDefault).not.toHaveBeenCalled();
  });
});
