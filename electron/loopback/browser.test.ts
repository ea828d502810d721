import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appWindowArguments, findAppBrowser, hasScreen } from './browser.ts';

const surroundings = { platform: 'linux', environment: {}, isRoot: false } as const;

describe('finding a browser for a window of its own', () => {
  it('takes one of the Chromium family from the path, if it can be run', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trailhead-test-'));
    const environment = { PATH: `/nowhere:${folder}` };
    expect(await findAppBrowser({ ...surroundings, environment })).toBeUndefined();
    await writeFile(join(folder, 'chromium'), '');
    expect(await findAppBrowser({ ...surroundings, environment })).toBeUndefined();
    await chmod(join(folder, 'chromium'), 0o755);
    expect(await findAppBrowser({ ...surroundings, environment })).toBe(join(folder, 'chromium'));
    expect(await findAppBrowser({ ...surroundings, environment, isRoot: true })).toBeUndefined();
  });

  it('needs a screen on Linux', () => {
    expect(hasScreen(surroundings)).toBe(false);
    expect(hasScreen({ ...surroundings, environment: { DISPLAY: ':0' } })).toBe(true);
    expect(hasScreen({ ...surroundings, environment: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true);
    expect(hasScreen({ ...surroundings, platform: 'darwin' })).toBe(true);
  });
});

describe('the window’s browser', () => {
  it('remembers nothing, reaches nobody but this computer and keeps its sandbox', () => {
    const given = appWindowArguments('file:///tmp/trailhead-x/open.html', '/tmp/profile');
    expect(given).toEqual(
      expect.arrayContaining([
        '--app=file:///tmp/trailhead-x/open.html',
        '--user-data-dir=/tmp/profile',
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
        '--disable-background-networking',
        '--disable-sync',
        '--no-first-run',
      ]),
    );
    expect(given.some((argument) => argument.includes('no-sandbox'))).toBe(false);
  });
});
