import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FuseV1Config, FuseV1Options } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { type Packaging, checkFuses, checkPackaging, readPackaging } from './check-packaging.ts';
import { fuses } from './fuses.ts';
import { inspectPackage } from './inspect-package.ts';

const { config, entitlements } = readPackaging();

describe('what packaging is told', () => {
  it('is as it should be', () => {
    expect(checkPackaging(config, entitlements)).toEqual([]);
  });

  const planted: [string, Partial<Packaging>][] = [
    ['sources are packaged', { files: [...config.files, 'electron/**'] }],
    ['the driver’s own sources are packaged', { files: config.files.filter((pattern) => !pattern.includes('deps')) }],
    ['every driver is packaged', { linux: { files: [] } }],
    ['an update server is asked', { publish: { provider: 'github' } }],
    ['code lies open', { asar: false }],
    ['something is compiled', { npmRebuild: true }],
    ['fuses are left as they are', { afterPack: '' }],
    ['a journal goes with the application', { nsis: { deleteAppDataOnUninstall: true } }],
    ['the hardened runtime is off', { mac: { ...config.mac, hardenedRuntime: false } }],
  ];
  it.each(planted)('is refused when %s', (_what, change) => {
    expect(checkPackaging({ ...config, ...change }, entitlements)).toHaveLength(1);
  });

  it('is refused when macOS would entitle it to more', () => {
    const more = entitlements.replace('</dict>', '<key>com.apple.security.cs.disable-library-validation</key><true/></dict>');
    expect(checkPackaging(config, more)).toHaveLength(1);
  });
});

describe('the fuses', () => {
  it('are all decided about, on the side of caution', () => {
    expect(checkFuses(fuses)).toEqual([]);
  });

  it('are refused when one is open or forgotten', () => {
    const open: FuseV1Config = { ...fuses, strictlyRequireAllFuses: false, [FuseV1Options.RunAsNode]: true };
    expect(checkFuses(open)).toEqual(['A fuse nobody decided about must stop packaging.', 'The fuse RunAsNode must be off.']);
    const { [FuseV1Options.WasmTrapHandlers]: _forgotten, ...others } = fuses;
    expect(checkFuses({ ...others, strictlyRequireAllFuses: false })).toContain('Nobody decided about the fuse WasmTrapHandlers.');
  });
});

describe('a package', () => {
  const wanted = [
    'package.json',
    'out/main/index.js',
    'out/main/maintenance-worker.js',
    'out/preload/index.cjs',
    'out/renderer/index.html',
    'node_modules/better-sqlite3/lib/index.js',
    'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    'node_modules/@node-rs/argon2/index.js',
  ];
  const asar = fileURLToPath(new URL('../node_modules/.bin/asar', import.meta.url));

  /** Resources as packaging leaves them, made with the real archiver. */
  const pack = (files: Record<string, string>): string => {
    const folder = mkdtempSync(join(tmpdir(), 'trailhead-test-'));
    const app = join(folder, 'app');
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(app, path)), { recursive: true });
      writeFileSync(join(app, path), content);
    }
    const resources = join(folder, 'resources');
    mkdirSync(join(resources, 'migrations'), { recursive: true });
    writeFileSync(join(resources, 'migrations', '0001.sql'), '');
    execFileSync(process.execPath, [asar, 'pack', app, join(resources, 'app.asar'), '--unpack', '*.node']);
    return resources;
  };
  const sound = Object.fromEntries(wanted.map((path) => [path, '']));

  it('with what is wanted is sound', () => {
    expect(inspectPackage(pack(sound))).toEqual([]);
  });

  it.each([
    ['a source', { 'electron/main/index.ts': '' }],
    ['a source map', { 'out/main/index.js.map': '' }],
    ['the driver’s C source', { 'node_modules/better-sqlite3/deps/sqlite3.c': '' }],
    ['a second driver', { 'node_modules/better-sqlite3/prebuilds/win32-x64.node': '' }],
    ['a package that is in the bundle', { 'node_modules/zod/package.json': '' }],
    ['the browser host', { 'out/main/serve.js': '//#region electron/loopback/serve.ts' }],
  ])('with %s is not', (_what, extra) => {
    expect(inspectPackage(pack({ ...sound, ...extra }))).toHaveLength(1);
  });

  it('without its screen, its migrations or its archive is not', () => {
    const { 'out/renderer/index.html': _page, ...without } = sound;
    expect(inspectPackage(pack(without))).toEqual(['out/renderer/index.html is missing.']);
    const copy = mkdtempSync(join(tmpdir(), 'trailhead-test-'));
    cpSync(join(pack(sound), 'app.asar'), join(copy, 'app.asar'));
    expect(inspectPackage(copy)).toEqual(['The migrations are missing.']);
    expect(inspectPackage(join(copy, 'none'))).toHaveLength(1);
  });
});
