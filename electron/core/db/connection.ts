import { chmodSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import type { UserId } from '../../../shared/ids.ts';
import { Failure } from '../failure.ts';
import { orderText, plainText } from './plain-text.ts';
import { failureFromSqlite } from './sqlite-failure.ts';

/** `key` is missing from the published types of the plain driver; the encrypting build has it. */
type EncryptedDatabase = Database.Database & { key(key: Buffer): number };
const isEncrypted = (database: Database.Database): database is EncryptedDatabase => 'key' in database && typeof database.key === 'function';

export type Connection = {
  readonly sqlite: Database.Database;
  readonly file: string;
  /**
   * Runs `work` while `auth_uid()` answers `userId`, and puts the earlier answer back whatever happens.
   * This is the one piece of connection state; only the owner scope's transaction sets it.
   */
  actingAs<Value>(userId: UserId, work: () => Value): Value;
  close(): void;
};

/** How long a connection waits for another one that has the file, in milliseconds. */
export const BUSY_MS = 2000;

/** 64 MiB: a large journal stays cached, which hides the cost of decrypting pages. */
const CACHE_KIB = 64 * 1024;

/**
 * Opens an SQLCipher 4 database with a raw 256-bit key. The one way any connection is opened, the worker's too.
 * @param key 32 bytes; not kept and not changed.
 * @throws Failure DATABASE_DAMAGED (also when `create` is false and there is no file), READ_ONLY or ALREADY_OPEN.
 */
export function openConnection(file: string, key: Buffer, options: { create: boolean }): Connection {
  if (key.length !== 32) throw new Error('A database key has 32 bytes.');
  // The path is looked at, never opened: closing a descriptor would drop SQLite's locks.
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  const isNew = size === undefined;
  if (isNew && !options.create) {
    throw new Failure(
      'DATABASE_DAMAGED',
      `The database file ${basename(file)} is missing from the profile’s folder. Restore it from a backup.`,
    );
  }
  // SQLite takes an empty file for a new database and deletes the write-ahead log beside it, which may hold everything.
  if (size === 0) {
    throw new Failure(
      'DATABASE_DAMAGED',
      `The database file ${basename(file)} is empty and was left untouched. Copy the profile’s folder somewhere safe, then restore a backup.`,
    );
  }
  let sqlite: Database.Database;
  try {
    sqlite = new Database(file, { timeout: BUSY_MS });
  } catch (error) {
    throw failureFromSqlite(error, file);
  }
  try {
    if (isNew) chmodSync(file, 0o600);
    applyKey(sqlite, key);
    configure(sqlite);
  } catch (error) {
    sqlite.close();
    throw failureFromSqlite(error, file);
  }

  let authenticatedUser: UserId | null = null;
  // Usable in triggers, hence not directOnly; not deterministic, because its answer changes between transactions.
  sqlite.function('auth_uid', { deterministic: false, directOnly: false }, () => authenticatedUser);

  for (const [name, tell] of [
    ['plain_text', plainText],
    ['order_text', orderText],
  ] as const)
    sqlite.function(name, { deterministic: true, directOnly: true }, (text: unknown) => (typeof text === 'string' ? tell(text) : null));

  return {
    sqlite,
    file,
    actingAs(userId, work) {
      const before = authenticatedUser;
      authenticatedUser = userId;
      try {
        return work();
      } finally {
        authenticatedUser = before;
      }
    },
    close: () => sqlite.close(),
  };
}

function applyKey(sqlite: Database.Database, key: Buffer): void {
  if (!isEncrypted(sqlite)) throw new Error('The SQLite driver can’t encrypt.');
  sqlite.pragma(`cipher = 'sqlcipher'`);
  // The file format of SQLCipher 4 itself, so that other SQLCipher tools can read the file without us.
  sqlite.pragma('legacy = 4');
  const raw = Buffer.from(`x'${key.toString('hex')}'`, 'latin1');
  try {
    sqlite.key(raw);
  } finally {
    raw.fill(0);
  }
}

function configure(sqlite: Database.Database): void {
  // The first statement that reads the file: a wrong key or a damaged header shows here.
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  if (process.platform === 'darwin') {
    sqlite.pragma('fullfsync = ON');
    sqlite.pragma('checkpoint_fullfsync = ON');
  }
  sqlite.pragma('foreign_keys = ON');
  // REPLACE deletes rows; only with this do the ownership triggers see it.
  sqlite.pragma('recursive_triggers = ON');
  sqlite.pragma('trusted_schema = ON');
  sqlite.pragma('secure_delete = ON');
  sqlite.pragma('temp_store = MEMORY');
  sqlite.pragma(`cache_size = -${CACHE_KIB}`);
}
