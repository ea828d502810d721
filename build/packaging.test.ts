import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

type Entry = { files: Record<string, Entry> } | { size: number; offset: string } | { size: number; unpacked: true };

/** The archive format: four 32-bit numbers, the header's JSON padded to four bytes, then the files one after the other. */
const archive = (files: Record<string, string>): Buffer => {
  const root: Record<string, Entry> = {};
  let content = '';
  for (const [path, text] of Object.entries(files)) {
    const names = path.split('/');
    let folder = root;
    for (const name of names.slice(0, -1)) {
      const inner: Entry = folder[name] ?? { files: {} };
      folder[name] = inner;
      folder = 'files' in inner ? inner.files : folder;
    }
    const size = text.length;
    folder[names.at(-1) ?? ''] = path.endsWith('.node') ? { size, unpacked: true } : { size, offset: String(content.length) };
    content += path.endsWith('.node') ? '' : text;
  }
  const json = JSON.stringify({ files: root });
  const padded = Math.ceil(json.length / 4) * 4;
  const sizes = Buffer.alloc(16);
  for (const [index, size] of [4, padded + 8, padded + 4, json.length].entries()) sizes.writeUInt32LE(size, index * 4);
  return Buffer.concat([sizes, Buffer.from(json.padEnd(padded, '\0')), Buffer.from(content)]);
};

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

  /** Resources as packaging leaves them: an archive with these files, native ones beside it. */
  const pack = (files: Record<string, string>): string => {
    const resources = mkdtempSync(join(tmpdir(), 'trailhead-test-'));
    mkdirSync(join(resources, 'migrations'));
    writeFileSync(join(resources, 'migrations', '0001.sql'), '');
    writeFileSync(join(resources, 'app.asar'), archive(files));
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
