// Checks what packaging is told to do, without packaging: `node build/check-packaging.ts`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FuseV1Config, FuseV1Options } from '@electron/fuses';
import { parse } from 'yaml';
import { z } from 'zod';
import { fuses } from './fuses.ts';
import { projectRoot } from './node-version.mjs';

/** What of electron-builder's configuration matters here. */
export const Packaging = z.object({
  appId: z.string(),
  asar: z.boolean(),
  asarUnpack: z.array(z.string()),
  npmRebuild: z.boolean(),
  publish: z.unknown(),
  afterPack: z.string(),
  files: z.array(z.string()),
  extraResources: z.array(z.object({ from: z.string() })),
  linux: z.object({ files: z.array(z.string()) }),
  mac: z.object({ files: z.array(z.string()), hardenedRuntime: z.boolean(), entitlements: z.string(), entitlementsInherit: z.string() }),
  win: z.object({ files: z.array(z.string()) }),
  nsis: z.object({ deleteAppDataOnUninstall: z.boolean() }),
});
export type Packaging = z.infer<typeof Packaging>;

/** The states that keep the installed program from running, debugging or loading anything but itself. */
const wantedFuses = new Map<FuseV1Options, boolean>([
  [FuseV1Options.RunAsNode, false],
  [FuseV1Options.EnableCookieEncryption, true],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
  [FuseV1Options.EnableNodeCliInspectArguments, false],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
  [FuseV1Options.OnlyLoadAppFromAsar, true],
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, false],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
]);

const everyFuse = Object.values(FuseV1Options).filter((fuse) => typeof fuse === 'number');

/** Answers what is wrong with the configuration, one sentence each. */
export const checkPackaging = (config: Packaging, entitlements: string): string[] => {
  const isBuilt = (pattern: string): boolean =>
    pattern.startsWith('!') || /^(package\.json|out\/(main|preload|renderer)\/\*\*)$/.test(pattern);
  const keepsDriver = (platform: string, files: readonly string[]): boolean =>
    files.includes(`!node_modules/better-sqlite3/prebuilds/!(${platform}-\${arch}).node`);
  const entitled = [...entitlements.matchAll(/<key>([^<]+)<\/key>/g)].map(([, key]) => key);
  const checks: [boolean, string][] = [
    [config.appId === 'app.trailhead.desktop', 'appId is the name the systems know Trailhead by and must stay the same.'],
    [config.asar, 'The code must be in an archive, whose integrity can be checked.'],
    [config.asarUnpack.includes('**/*.node'), 'Native modules must lie outside the archive.'],
    [!config.npmRebuild, 'Nothing may be compiled while packaging.'],
    [config.publish === null, 'No update server may be configured.'],
    [config.afterPack === 'build/after-pack.mjs', 'The fuses are set, and the package inspected, by build/after-pack.mjs.'],
    [!config.nsis.deleteAppDataOnUninstall, 'Uninstalling must not delete what a person wrote.'],
    [config.extraResources.some(({ from }) => from === 'migrations'), 'The migrations must be packaged.'],
    [
      [...config.files, ...config.linux.files, ...config.mac.files, ...config.win.files].every(isBuilt),
      'Only what is built may be packaged: no sources.',
    ],
    [
      config.files.some((pattern) => pattern.includes('better-sqlite3/{deps,src}')),
      'The database driver must be packaged without its sources.',
    ],
    [keepsDriver('linux', config.linux.files), 'For Linux, only its own database driver may be packaged.'],
    [keepsDriver('darwin', config.mac.files), 'For macOS, only its own database driver may be packaged.'],
    [keepsDriver('win32', config.win.files), 'For Windows, only its own database driver may be packaged.'],
    [config.mac.hardenedRuntime, 'On macOS the hardened runtime must be on.'],
    [config.mac.entitlements === config.mac.entitlementsInherit, 'On macOS no process may be entitled to more than the others.'],
    [entitled.join() === 'com.apple.security.cs.allow-jit', 'On macOS only compiling at run time may be entitled.'],
  ];
  return checks.filter(([isRight]) => !isRight).map(([, sentence]) => sentence);
};

/** Answers what is wrong with the fuses, one sentence each. */
export const checkFuses = (states: FuseV1Config): string[] => [
  ...(states.strictlyRequireAllFuses === true ? [] : ['A fuse nobody decided about must stop packaging.']),
  ...everyFuse.filter((fuse) => typeof states[fuse] !== 'boolean').map((fuse) => `Nobody decided about the fuse ${FuseV1Options[fuse]}.`),
  ...[...wantedFuses]
    .filter(([fuse, wanted]) => states[fuse] !== wanted)
    .map(([fuse, wanted]) => `The fuse ${FuseV1Options[fuse]} must be ${wanted ? 'on' : 'off'}.`),
];

/** The project's own configuration and the entitlements it names. */
export const readPackaging = (root: string = projectRoot): { config: Packaging; entitlements: string } => {
  const config = Packaging.parse(parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')));
  return { config, entitlements: readFileSync(join(root, config.mac.entitlements), 'utf8') };
};

if (import.meta.filename === process.argv[1]) {
  const { config, entitlements } = readPackaging();
  const problems = [...checkPackaging(config, entitlements), ...checkFuses(fuses)];
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length === 0) process.stdout.write('Packaging is set up as it should be.\n');
  process.exitCode = problems.length === 0 ? 0 : 1;
}
