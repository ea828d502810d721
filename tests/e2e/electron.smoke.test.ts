import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, type Page, _electron } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIfNeeded } from '../../build/built-files.ts';
import { findElectron, hasScreen } from '../../build/find-electron.ts';
import { projectRoot } from '../../build/node-version.mjs';

// A test looks whether Electron is there; it fetches nothing.
const executablePath = hasScreen() ? findElectron({ install: () => false }) : undefined;
if (executablePath === undefined)
  process.stderr.write('Skipped: Electron’s program or a screen is not here, so its window was not tried.\n');

describe.skipIf(executablePath === undefined)('Trailhead in Electron', () => {
  let application: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    expect(buildIfNeeded(['renderer', 'main', 'preload'])).toBe(true);
    const dataDir = join(await mkdtemp(join(tmpdir(), 'trailhead-test-')), 'data');
    const args = [projectRoot, `--data-dir=${dataDir}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
    application = await _electron.launch({ executablePath: executablePath ?? '', args });
    page = await application.firstWindow();
  });
  afterAll(() => application.close());

  it('opens its own page, which sees the bridge and nothing of Node', async () => {
    expect(page.url()).toMatch(/^app:\/\/trailhead\//);
    const seen = await page.evaluate(() => [
      typeof window.trailhead?.call,
      typeof Reflect.get(window, 'require'),
      typeof Reflect.get(window, 'process'),
    ]);
    expect(seen).toEqual(['function', 'undefined', 'undefined']);
  });

  it('answers calls', async () => {
    const answer = await page.evaluate(() => window.trailhead?.call('application.info', {}));
    expect(answer).toMatchObject({ ok: true, value: { host: 'electron' } });
  });

  it('leaves its page for nowhere and opens no window', async () => {
    await page.evaluate(() => {
      window.open('https://example.com/');
      window.location.href = 'https://example.com/';
    });
    expect(page.url()).toMatch(/^app:\/\/trailhead\//);
    expect(application.windows()).toHaveLength(1);
  });

  it('reaches nobody', async () => {
    const outcome = await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'reached',
        () => 'refused',
      ),
    );
    expect(outcome).toBe('refused');
  });

  it('keeps its title', async () => {
    await page.evaluate(() => (document.title = 'Ana'));
    const title = await application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
    expect(title).toBe('Trailhead');
  });
});
