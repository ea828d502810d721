import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../failure.ts';
import { type Connection, openConnection } from './connection.ts';

/**
 * Writes a complete copy of an open database, encrypted with the same key, and proves that it opens and is sound before it gets its name.
 * A plain file copy would miss what is still in the write-ahead log.
 * @throws Failure DISK_FULL or READ_ONLY; DATABASE_DAMAGED when the copy does not check out. The target is then not there.
 */
export function copyDatabase(connection: Connection, key: Buffer, target: string): void {
  const temporary = `${target}.partial`;
  removeCopy(temporary);
  try {
    connection.sqlite.prepare('VACUUM INTO ?').run(temporary);
    // SQLite makes files that everybody may read.
    chmodSync(temporary, 0o600);
    verify(temporary, key);
    flush(temporary, 'r+');
    renameSync(temporary, target);
    // Windows can't open a folder to flush it; NTFS writes renames through its own journal.
    if (process.platform !== 'win32') flush(dirname(target), 'r');
  } finally {
    removeCopy(temporary);
  }
}

function verify(file: string, key: Buffer): void {
  const copy = openConnection(file, key, { create: false });
  try {
    const outcome = copy.sqlite.pragma('quick_check', { simple: true });
    if (outcome !== 'ok') throw new Failure('DATABASE_DAMAGED', 'A copy of the database did not check out, so nothing was changed.');
    // Leaves one file, not three.
    copy.sqlite.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

/** Windows flushes only what is open for writing. */
function flush(path: string, mode: 'r' | 'r+'): void {
  const descriptor = openSync(path, mode);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function removeCopy(file: string): void {
  for (const path of [file, `${file}-wal`, `${file}-shm`, `${file}-journal`]) if (existsSync(path)) rmSync(path);
}
