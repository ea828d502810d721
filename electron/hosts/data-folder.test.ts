import { mkdtemp, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultDataDir, prepareDataDir } from './data-folder.ts';

describe('the default data folder', () => {
  it('is where each system keeps an application’s data for one user', () => {
    expect(defaultDataDir('linux', {}, '/home/ana')).toBe('/home/ana/.config/Trailhead');
    expect(defaultDataDir('linux', { XDG_CONFIG_HOME: '/config' }, '/home/ana')).toBe('/config/Trailhead');
    expect(defaultDataDir('darwin', {}, '/Users/ana')).toBe('/Users/ana/Library/Application Support/Trailhead');
    expect(defaultDataDir('win32', { APPDATA: 'C:\\Users\\ana\\AppData\\Roaming' }, 'C:\\Users\\ana')).toBe(
      'C:\\Users\\ana\\AppData\\Roaming\\Trailhead',
    );
    expect(defaultDataDir('win32', {}, 'C:\\Users\\ana')).toBe('C:\\Users\\ana\\AppData\\Roaming\\Trailhead');
  });

  it('ignores a configured place that is not absolute, as the standard asks', () => {
    expect(defaultDataDir('linux', { XDG_CONFIG_HOME: 'relative' }, '/home/ana')).toBe('/home/ana/.config/Trailhead');
  });
});

describe('preparing the data folder', () => {
  it('makes it for its owner alone', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'trailhead-test-')), 'a', 'b');
    expect(await prepareDataDir(folder)).toEqual({ ok: true, value: folder });
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, '..'))).mode & 0o777).toBe(0o700);
  });

  it('says in one sentence what stands in its way', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'trailhead-test-')), 'file');
    await writeFile(file, '');
    for (const folder of [file, join(file, 'below')]) {
      expect(await prepareDataDir(folder)).toEqual({ ok: false, message: expect.stringMatching(/^The data folder .+ with --data-dir\.$/) });
    }
  });

  it.skipIf(process.platform !== 'linux')('says so when nothing can be written there', async () => {
    expect(await prepareDataDir('/proc/trailhead')).toEqual({
      ok: false,
      message: expect.stringMatching(/can’t write to its data folder \/proc\/trailhead/),
    });
  });
});
