import { basename } from 'node:path';
import { Failure } from '../failure.ts';

/** SQLite's own code, also when a query builder has wrapped the driver's error. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_')) return error.code;
  return error instanceof Failure ? null : codeOf(error.cause);
}

/**
 * Sorts the driver's errors into those a person can do something about (damaged, full, read-only, in use);
 * anything else is ours and comes back unchanged.
 * @param file the database's path; only its name reaches the message.
 */
export function failureFromSqlite(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (code === null) return error;
  const name = basename(file);
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return new Failure(
      'DATABASE_DAMAGED',
      `The database file ${name} is damaged and was left untouched. Copy the profile’s folder somewhere safe before anything else, then restore a backup.`,
      { cause: error },
    );
  }
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE' || code === 'SQLITE_IOERR_FSYNC') {
    return new Failure('DISK_FULL', 'The disk is full, so nothing was changed. Free some space and try again.', { cause: error });
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM' || code.startsWith('SQLITE_CANTOPEN')) {
    return new Failure('READ_ONLY', `${name} can’t be written. Check the permissions of the data folder.`, { cause: error });
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new Failure('ALREADY_OPEN', 'This profile is in use by another Trailhead. Close it there first.', { cause: error });
  }
  return error;
}

/** Runs `work` and sorts what it throws. */
export function sortingSqliteErrors<Value>(file: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw failureFromSqlite(error, file);
  }
}
