import { randomUUID } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../failure.ts';

/** The steps of a safe write, one by one, so that a test can fill the disk or end the process between any two of them. */
export type FileOperations = {
  /** Creates a file that must not exist yet, readable by its owner alone, and returns when its bytes are on the disk. */
  writeNew: (path: string, bytes: string | Buffer) => Promise<void>;
  rename: (from: string, to: string) => Promise<void>;
  /** Returns when the folder's list of names is on the disk. */
  syncFolder: (folder: string) => Promise<void>;
  /** Removes a file; no error when there is none. */
  remove: (path: string) => Promise<void>;
};

export const nodeFileOperations: FileOperations = {
  async writeNew(path, bytes) {
    const handle = await open(path, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  rename,
  async syncFolder(folder) {
    // Windows can't open a folder for syncing; NTFS writes renames through its own journal.
    if (process.platform === 'win32') return;
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } catch (error) {
      // Some network and FUSE file systems have no sync for folders. The file itself is on the disk by now.
      if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(errorCode(error))) throw error;
    } finally {
      await handle.close();
    }
  },
  remove: (path) => rm(path, { force: true }),
};

/**
 * Replaces a file as a whole: whoever reads it finds the old bytes or the new ones, never a mixture, also after a
 * power cut. The new file has mode 0600 and lies in the same folder under a temporary name until it is complete.
 * @throws Failure `DISK_FULL` or `READ_ONLY`; the old file is then as it was and no temporary file stays behind
 */
export const writeFileAtomically = (path: string, bytes: string | Buffer, files: FileOperations = nodeFileOperations): Promise<void> =>
  writeFilesAtomically([{ path, bytes }], files);

/**
 * Writes several files of one folder. All bytes are on the disk before the first name is replaced, so that a full disk
 * changes none of them. Only a crash between two renames leaves the first file new and the second one old.
 */
export async function writeFilesAtomically(
  targets: readonly { path: string; bytes: string | Buffer }[],
  files: FileOperations = nodeFileOperations,
): Promise<void> {
  const staged = targets.map(({ path, bytes }) => ({ path, bytes, temporary: temporaryPath(path) }));
  try {
    for (const { temporary, bytes } of staged) await files.writeNew(temporary, bytes);
    for (const { temporary, path } of staged) {
      await files.rename(temporary, path);
      await files.syncFolder(dirname(path));
    }
  } catch (error) {
    // Tidying up is an attempt: what went wrong first is what the person has to hear about.
    await Promise.allSettled(staged.map(({ temporary }) => files.remove(temporary)));
    throw asFailure(error);
  }
}

/** Removes what a killed process left of unfinished writes to `path`. Only for a file that nobody else is writing now. */
export async function removeLeftovers(path: string): Promise<void> {
  const prefix = temporaryPrefix(path);
  const names = await readdir(dirname(path));
  const leftovers = names.filter((name) => name.startsWith(prefix) && name.endsWith('.tmp'));
  await Promise.all(leftovers.map((name) => rm(join(dirname(path), name), { force: true })));
}

/** The system's error code, such as `ENOENT`, or an empty string. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

// A file name may have 255 bytes at most: 40 code points of the original name leave room for the rest.
const temporaryPrefix = (path: string): string => `.${Array.from(basename(path)).slice(0, 40).join('')}.`;
const temporaryPath = (path: string): string => join(dirname(path), `${temporaryPrefix(path)}${randomUUID()}.tmp`);

function asFailure(error: unknown): unknown {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Failure('DISK_FULL', 'The disk is full, so nothing was saved. Please free some space and try again.', { cause: error });
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new Failure(
        'READ_ONLY',
        'Trailhead isn’t allowed to write here. Please check the folder’s permissions, or choose another one.',
        {
          cause: error,
        },
      );
    default:
      return error;
  }
}
