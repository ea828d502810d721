import { z } from 'zod';
import { type Connection, BUSY_MS } from './connection.ts';

/** What `PRAGMA wal_checkpoint` answers (https://www.sqlite.org/pragma.html#pragma_wal_checkpoint). */
const Checkpoint = z.tuple([z.object({ busy: z.int() })]);

/**
 * Brings the write-ahead log into the database file and empties it, so that what was overwritten and deleted does not stand in the log any more.
 * Does not wait: somebody who reads an earlier state still needs it.
 * @returns whether it is empty now.
 */
export function truncateLog({ sqlite }: Connection): boolean {
  sqlite.pragma('busy_timeout = 0');
  try {
    return Checkpoint.parse(sqlite.pragma('wal_checkpoint(TRUNCATE)'))[0].busy === 0;
  } finally {
    sqlite.pragma(`busy_timeout = ${BUSY_MS}`);
  }
}
