import { chmod, mkdtemp, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemRandom } from '../core/node-ports.ts';
import { type FakeClock, createFakeClock } from '../hosts/testing/fake-clock.ts';
import { createLauncher } from './launcher.ts';
import { type Opened, openForPerson } from './open-for-person.ts';
import { type SignIn, createSignIn } from './sign-in.ts';

const origin = 'http://127.0.0.1:4000';
let clock: FakeClock;
let signIn: SignIn;
let shown: EventTarget;
let lines: string[];
let opened: Opened | undefined;

beforeEach(() => {
  clock = createFakeClock();
  signIn = createSignIn({ clock, random: systemRandom });
  shown = new EventTarget();
  lines = [];
  opened = undefined;
});
afterEach(() => opened?.remove());

const open = async (environment: NodeJS.ProcessEnv, noOpen = false): Promise<Opened> => {
  const surroundings = { platform: 'linux', environment, isRoot: false } as const;
  opened = await openForPerson({ origin, signIn, shown, clock, noOpen, surroundings, print: (line) => lines.push(line) });
  return opened;
};

/** A browser that notes its arguments and then does as it is told. */
const pretendedBrowser = async (script: string): Promise<{ environment: NodeJS.ProcessEnv; noted: string }> => {
  const folder = await mkdtemp(join(tmpdir(), 'trailhead-test-'));
  const noted = join(folder, 'arguments');
  await writeFile(
    join(folder, 'chromium'),
    `#!/bin/sh\nprintf '%s\\n' "$@" > "${noted}.partial" && mv "${noted}.partial" "${noted}"\n${script}\n`,
  );
  await chmod(join(folder, 'chromium'), 0o755);
  return { environment: { DISPLAY: ':0', PATH: folder }, noted };
};

const argumentsOf = (noted: string): Promise<string[]> => vi.waitFor(async () => (await readFile(noted, 'utf8')).split('\n'));

describe('without a screen, or when no window is wanted', () => {
  it.each([
    ['no screen', {}, false],
    ['no window wanted', { DISPLAY: ':0' }, true],
  ])('prints an address and a code (%s)', async (_why, environment, noOpen) => {
    await open(environment, noOpen);
    expect(lines[0]).toMatch(/^Open http:\/\/127\.0\.0\.1:4000\/ and enter the code [A-Z2-9]{4}-[A-Z2-9]{4} /);
  });

  it('prints a new code when the page is shown and the old one is too old', async () => {
    await open({});
    const before = lines.length;
    shown.dispatchEvent(new Event('page'));
    expect(lines).toHaveLength(before);
    await clock.advance(60_000);
    shown.dispatchEvent(new Event('page'));
    expect(lines).toHaveLength(before + 1);
  });
});

describe('with a browser that can show a window', () => {
  it('hands the token over in a file of this account alone, in no argument, and deletes it once used', async () => {
    const { environment, noted } = await pretendedBrowser('exec sleep 60');
    const { remove } = await open(environment);
    const given = await argumentsOf(noted);
    const address = given.find((argument) => argument.startsWith('--app='))?.slice('--app='.length) ?? '';
    const launcher = fileURLToPath(address);
    const page = await readFile(launcher, 'utf8');
    const token = /name="token" value="([\w-]{43})"/.exec(page)?.[1] ?? '';
    expect(given.join(' ')).not.toContain(token);
    expect((await stat(launcher)).mode & 0o777).toBe(0o600);
    expect((await stat(dirname(launcher))).mode & 0o777).toBe(0o700);
    expect(signIn.redeemToken(token)).toBe(true);
    shown.dispatchEvent(new Event('signed-in'));
    await vi.waitFor(() => expect(stat(dirname(launcher))).rejects.toThrow('ENOENT'));
    await remove();
  });

  it('deletes the launcher page after a minute, and the browser’s files when the window is closed', async () => {
    const { environment, noted } = await pretendedBrowser('exec sleep 60');
    const { remove } = await open(environment);
    const given = await argumentsOf(noted);
    const launcher = fileURLToPath(given.find((argument) => argument.startsWith('--app='))?.slice('--app='.length) ?? '');
    const profile = given.find((argument) => argument.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length) ?? '';
    expect(await readdir(profile)).toEqual([]);
    await clock.advance(60_000);
    await vi.waitFor(() => expect(stat(launcher)).rejects.toThrow('ENOENT'));
    await remove();
    await expect(stat(profile)).rejects.toThrow('ENOENT');
  });

  it('ends with the window its person closed', async () => {
    const { environment } = await pretendedBrowser('read -r line < "$0.gate"');
    shown.dispatchEvent(new Event('page'));
    const { closed } = await open({ ...environment });
    shown.dispatchEvent(new Event('signed-in'));
    await closed;
  });

  it('tells another way in when the window closes before anybody signed in', async () => {
    const { environment } = await pretendedBrowser('exit 1');
    await open(environment);
    await vi.waitFor(() => expect(lines.at(-1)).toContain('in a browser instead'));
  });
});

describe('the launcher page', () => {
  it('posts to this host and may post nowhere else', async () => {
    const launcher = await createLauncher(origin, 'token');
    const page = await readFile(fileURLToPath(launcher.url), 'utf8');
    expect(page).toContain(`<form method="post" action="${origin}/session">`);
    expect(page).toContain(`form-action ${origin}"`);
    await launcher.remove();
  });
});
