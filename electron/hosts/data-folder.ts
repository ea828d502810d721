import { constants } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, posix, resolve, win32 } from 'node:path';
import { type Outcome, refused, succeeded, systemErrorCode } from './outcome.ts';

/**
 * The folder of all profiles when nobody names another one: the one every host uses, so that the window, the browser and the
 * command line see the same people. It is where each system keeps an application's data for one user.
 */
export const defaultDataDir = (
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string => {
  if (platform === 'win32') return win32.join(environment['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), 'Trailhead');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Trailhead');
  const configured = environment['XDG_CONFIG_HOME'];
  // The XDG Base Directory Specification: a relative path here is invalid and must be ignored.
  const base = configured !== undefined && posix.isAbsolute(configured) ? configured : posix.join(home, '.config');
  return posix.join(base, 'Trailhead');
};

/** Makes the data folder if need be, readable by its owner alone, and answers its absolute path once it can be written to. */
export const prepareDataDir = async (dataDir: string): Promise<Outcome<string>> => {
  const folder = resolve(dataDir);
  try {
    await makeFolder(folder);
    if (!(await stat(folder)).isDirectory()) return refused(notAFolder(folder));
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return succeeded(folder);
  } catch (error) {
    return refused(explain(folder, systemErrorCode(error)));
  }
};

/** Node's own recursive way never comes back where a file system refuses a new folder as if its parent were missing, as `/proc` does. */
const makeFolder = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await mkdir(folder, { mode: 0o700 });
  }
};

const notAFolder = (folder: string): string =>
  `The data folder ${folder} can’t be used because a file stands in its way; choose another with --data-dir.`;

const explain = (folder: string, code: string | undefined): string => {
  if (code === 'EEXIST' || code === 'ENOTDIR') return notAFolder(folder);
  if (code === 'ENOSPC') return `The disk is full, so the data folder ${folder} can’t be made; free some space and try again.`;
  return `Trailhead can’t write to its data folder ${folder}; make it writable or choose another with --data-dir.`;
};
