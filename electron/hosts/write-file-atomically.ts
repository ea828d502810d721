import { randomUUID } from 'node:crypto';
import { lstat, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type Outcome, refused, succeeded, systemErrorCode } from './outcome.ts';

/**
 * Writes a file that is either complete or not there: into a new file of its owner's alone beside it, flushed to the disk, then renamed.
 * Without `overwrite`, a file that is there already stays as it is.
 */
export const writeFileAtomically = async (
  path: string,
  content: AsyncIterable<string | Uint8Array>,
  { overwrite }: { overwrite: boolean },
): Promise<Outcome<string>> => {
  const target = resolve(path);
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.partial`);
  if (!overwrite && (await isTaken(target))) return refused(explain(target, 'EEXIST'));
  try {
    await writeAndFlush(temporary, content);
    if (overwrite) await rename(temporary, target);
    else await renameUnlessTaken(temporary, target);
    await flushFolder(dirname(target));
    return succeeded(target);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    return refused(explain(target, systemErrorCode(error)));
  }
};

const writeAndFlush = async (path: string, content: AsyncIterable<string | Uint8Array>): Promise<void> => {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const piece of content) await file.writeFile(piece, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
};

const isTaken = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/** Takes the name first, which fails when somebody else did meanwhile: nobody’s file is lost between looking and writing. */
const renameUnlessTaken = async (temporary: string, target: string): Promise<void> => {
  await (await open(target, 'wx', 0o600)).close();
  await rename(temporary, target);
};

/** Makes the new name itself survive a power cut. Windows can’t open folders and needs no such thing. */
const flushFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const explain = (path: string, code: string | undefined): string => {
  if (code === 'EEXIST') return `The file ${path} is already there; choose another name or allow it to be replaced.`;
  if (code === 'ENOSPC' || code === 'EDQUOT') return `The disk is full, so ${path} was not written; free some space and try again.`;
  if (code === 'ENOENT' || code === 'ENOTDIR') return `The folder of ${path} does not exist; choose another place.`;
  if (code === undefined) return `The content of ${path} could not be read to its end, so the file was not written.`;
  return `Trailhead can’t write ${path}; choose a place you may write to.`;
};
