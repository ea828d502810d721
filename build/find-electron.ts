import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './node-version.mjs';

type Surroundings = { root?: string; environment?: NodeJS.ProcessEnv; install?: (folder: string) => boolean };

/**
 * Electron's program, fetched once where it can be, or undefined.
 * Asking the package itself would download on every start of a computer that is offline, and say so in a stack trace.
 */
export const findElectron = ({ root = projectRoot, environment = process.env, install = runInstaller }: Surroundings = {}):
  string | undefined => {
  const folder = join(root, 'node_modules', 'electron');
  const override = environment['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined && override !== '') {
    const program = join(override, programName(folder) ?? 'electron');
    return existsSync(program) ? program : undefined;
  }
  return installedProgram(folder) ?? (install(folder) ? installedProgram(folder) : undefined);
};

const programName = (folder: string): string | undefined => {
  const file = join(folder, 'path.txt');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
};

const installedProgram = (folder: string): string | undefined => {
  const name = programName(folder);
  if (name === undefined) return undefined;
  const program = join(folder, 'dist', name);
  return existsSync(program) ? program : undefined;
};

/** Electron's own installer: it checks what it fetched against the checksums in its package. */
const runInstaller = (folder: string): boolean => {
  const installer = join(folder, 'install.js');
  return existsSync(installer) && spawnSync(process.execPath, [installer], { stdio: 'ignore' }).status === 0;
};

/** Can Electron open a window here? On Linux that takes a display. */
export const hasScreen = (platform: NodeJS.Platform = process.platform, environment: NodeJS.ProcessEnv = process.env): boolean =>
  platform === 'win32' || platform === 'darwin' || Boolean(environment['DISPLAY']) || Boolean(environment['WAYLAND_DISPLAY']);
