import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Failure, notFound } from '../failure.ts';

export const inUseFileName = 'in-use.db';

/** A connection that is collected as garbage is closed, and its lock with it. */
const held = new Set<Database.Database>();

/**
 * Keeps every other Trailhead, and a second window of this one, out of a profile. The lock is SQLite's own on an empty file, so
 * the operating system frees it when the process ends, however it ends.
 *
 * The file must never be opened with `fs`: on POSIX systems, closing any descriptor of a file drops all locks of the process
 * on it (https://www.sqlite.org/howtocorrupt.html, section 2.2).
 * @throws Failure `ALREADY_OPEN`; `NOT_FOUND` without such a folder; `READ_ONLY`; `DISK_FULL`; `DATABASE_DAMAGED`
 */
export function holdProfile(folder: string): { release: () => void } {
  const path = join(folder, inUseFileName);
  const connection = open(path);
  try {
    // Nothing is ever written, so no journal file is needed beside it.
    connection.pragma('journal_mode = MEMORY');
    connection.exec('BEGIN EXCLUSIVE');
    // SQLite creates files readable by everyone. `chmod` takes a path and opens nothing.
    chmodSync(path, 0o600);
  } catch (error) {
    connection.close();
    throw asFailure(error);
  }
  held.add(connection);
  return {
    release() {
      // Closing rolls back; nothing was written. A second release changes nothing.
      if (held.delete(connection)) connection.close();
    },
  };
}

function open(path: string): Database.Database {
  try {
    return new Database(path, { timeout: 0 });
  } catch (error) {
    throw asFailure(error);
  }
}

function asFailure(error: unknown): unknown {
  // The driver refuses a folder that isn't there with a plain TypeError, before SQLite is asked.
  if (error instanceof TypeError) return notFound('This profile');
  if (!(error instanceof Database.SqliteError)) return error;
  const primary = error.code.split('_').slice(0, 2).join('_');
  switch (primary) {
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return new Failure(
        'ALREADY_OPEN',
        'This profile is already open in another Trailhead window. Please go on there, or close that window first.',
        {
          cause: error,
        },
      );
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
      return new Failure('READ_ONLY', 'Trailhead isn’t allowed to write in this profile’s folder. Please check its permissions.', {
        cause: error,
      });
    case 'SQLITE_FULL':
      return new Failure('DISK_FULL', 'The disk is full, so the profile couldn’t be opened. Please free some space and try again.', {
        cause: error,
      });
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return new Failure(
        'DATABASE_DAMAGED',
        'The file in-use.db in this profile’s folder is damaged. It holds nothing of yours: please close Trailhead everywhere, delete that file and try again.',
        { cause: error },
      );
    default:
      return error;
  }
}
