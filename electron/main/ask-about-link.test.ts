import { app } from 'electron';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { hardenAllWebContents } from './harden-web-contents.ts';
import * as fake from './testing/fake-electron.ts';

vi.mock('electron', () => import('./testing/fake-electron.ts'));

const { webContents } = new fake.BrowserWindow({});
const { dialogs, opened, shell } = fake;

type Question = (typeof dialogs.questions)[number];

const press =
  (words: RegExp) =>
  async ({ buttons }: Question): Promise<number> =>
    buttons.findIndex((button) => words.test(button));

/** What a page does with a link, or with `window.open`; resolves when all that follows from it at once is done. */
const ask = async (url: string, contents = webContents): Promise<void> => {
  expect(contents.openHandler?.({ url })).toEqual({ action: 'deny' });
  await new Promise(setImmediate);
};

beforeAll(() => {
  hardenAllWebContents(app);
  fake.app.emit('web-contents-created', {}, webContents);
});
beforeEach(() => {
  opened.length = 0;
  dialogs.questions.length = 0;
  dialogs.errors.length = 0;
  dialogs.press = press(/^(?:Open|Write)/u);
  shell.isAble = true;
});

describe('a link that leads out', () => {
  it('is opened once its person says so, in the spelling they were shown', async () => {
    await ask('HTTPS://Example.org/käse');
    expect(dialogs.questions).toMatchObject([
      { message: 'Open example.org in your browser?', detail: expect.stringContaining('https://example.org/k%C3%A4se\n') },
    ]);
    expect(dialogs.questions[0]?.detail).toContain('outside of Trailhead');
    expect(opened).toEqual(['https://example.org/k%C3%A4se']);
  });

  it('is not opened when they don’t, which is what a key pressed by accident means', async () => {
    dialogs.press = async ({ defaultId }) => defaultId;
    await ask('https://example.org/');
    expect(dialogs.questions).toHaveLength(1);
    dialogs.press = async ({ cancelId }) => cancelId;
    await ask('https://example.org/');
    expect(dialogs.questions).toHaveLength(2);
    expect(opened).toEqual([]);
  });

  it('to somebody’s mailbox names them', async () => {
    await ask('mailto:somebody@example.org');
    expect(dialogs.questions).toMatchObject([{ message: 'Write a mail to somebody@example.org?' }]);
    expect(opened).toEqual(['mailto:somebody@example.org']);
  });

  it('names a host that only looks like another one as the internet spells it', async () => {
    await ask('https://аpple.com/');
    expect(dialogs.questions).toMatchObject([{ message: 'Open xn--pple-43d.com in your browser?' }]);
  });

  it('keeps its question on the screen when it is long, and says how long it is', async () => {
    const url = `https://example.org/${'a'.repeat(1_500)}`;
    await ask(url);
    expect(dialogs.questions[0]?.detail).toContain(`… (${url.length} characters in all)`);
    expect(dialogs.questions[0]?.detail.length).toBeLessThan(500);
    expect(opened).toEqual([url]);
  });

  it('that nothing here can open is told without repeating it', async () => {
    shell.isAble = false;
    await ask('https://example.org/private');
    expect(dialogs.errors).toHaveLength(1);
    expect(dialogs.errors[0]).toContain('copy the address');
    expect(dialogs.errors[0]).not.toContain('example.org');
  });
});

describe('what a page can’t do', () => {
  it.each([
    'http://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://example.org/share',
    'ms-msdt:/id',
    'about:blank',
    'app://trailhead/',
    'https://me:secret@example.org/',
    'https://127.0.0.1/',
    'mailto:a@example.org?attach=/etc/passwd',
    '',
  ])('open %s: not even asked about', async (url) => {
    await ask(url);
    expect(dialogs.questions).toEqual([]);
    expect(opened).toEqual([]);
  });

  it('is to open whatever else it thinks of, even if the person said yes to everything', async () => {
    const anything = fc.oneof(
      fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
      fc
        .tuple(fc.constantFrom('http', 'https', 'ftp', 'file', 'ws'), fc.domain(), fc.string())
        .map(([scheme, ...rest]) => `${scheme}://${rest.join('/')}`),
      fc.emailAddress().map((address) => `mailto:${address}`),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (url) => {
        await ask(url);
        for (const address of opened) expect(address).toMatch(/^(?:https:\/\/[a-z0-9]|mailto:[\w.+-]+@[\w.-]+$)/u);
        expect(opened.length).toBe(dialogs.questions.length);
      }),
      { seed: 4 },
    );
    expect(opened.length).toBeGreaterThan(0);
  });

  it('is to ask from a page that is in no window', async () => {
    const elsewhere = new fake.FakeWebContents();
    fake.app.emit('web-contents-created', {}, elsewhere);
    await ask('https://example.org/', elsewhere);
    expect(dialogs.questions).toEqual([]);
  });
});

describe('a question that stands', () => {
  /** Answers as Electron does when a question is called off. */
  const whenCalledOff = (question: Question): Promise<number> =>
    new Promise((resolve) => question.signal.addEventListener('abort', () => resolve(question.cancelId)));

  it('keeps a second one from coming above it, and another may come after it', async () => {
    let answer: (response: number) => void = () => undefined;
    dialogs.press = () => new Promise((resolve) => (answer = resolve));
    await ask('https://first.example/');
    await ask('https://second.example/');
    expect(dialogs.questions).toHaveLength(1);
    answer(0);
    await new Promise(setImmediate);
    dialogs.press = press(/^(?:Open|Write)/u);
    await ask('https://third.example/');
    expect(opened).toEqual(['https://first.example/', 'https://third.example/']);
  });

  it.each([
    ['loaded anew, as after a lock', 'did-start-navigation', { isMainFrame: true, isSameDocument: false }],
    ['gone', 'render-process-gone', { reason: 'crashed' }],
  ])('goes away when its page is %s', async (_why, event, details) => {
    dialogs.press = whenCalledOff;
    await ask('https://example.org/');
    webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true });
    expect(dialogs.questions[0]?.signal.aborted).toBe(false);
    webContents.emit(event, details);
    expect(dialogs.questions[0]?.signal.aborted).toBe(true);
    await new Promise(setImmediate);
    expect(opened).toEqual([]);
    expect(webContents.listenerCount(event)).toBe(0);
  });

  it('opens nothing when a yes comes too late', async () => {
    let answer: (response: number) => void = () => undefined;
    dialogs.press = () => new Promise((resolve) => (answer = resolve));
    await ask('https://example.org/');
    webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
    answer(0);
    await new Promise(setImmediate);
    expect(opened).toEqual([]);
  });
});
