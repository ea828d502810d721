import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { Failure } from '../failure.ts';
import type { Connection } from './connection.ts';
import { guardTriggers, installGuards, removeGuards, triggersIn } from './guards.ts';
import { sortingSqliteErrors } from './sqlite-failure.ts';

export type Migration = { version: number; sql: string };

/**
 * The numbered SQL files of a folder (`0001_foundation.sql`, …), in order and without a gap.
 * @throws Error when the folder is incomplete: a broken installation, nothing a person did.
 */
export function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name));
  const migrations = files.toSorted().map((name) => ({ version: Number(name.slice(0, 4)), sql: readFileSync(join(folder, name), 'utf8') }));
  if (migrations.length === 0 || migrations.some((migration, at) => migration.version !== at + 1)) {
    throw new Error('The migrations of this installation are not complete.');
  }
  return migrations;
}

export const schemaVersionOf = (sqlite: Database.Database): number => Number(sqlite.pragma('user_version', { simple: true }));

/**
 * Brings an open database to the newest schema, in one transaction: all of it or none.
 * @param makeCopy awaited before anything is changed in a database that already has data; if it rejects, nothing is migrated.
 * @throws Failure DATABASE_TOO_NEW when a newer Trailhead made this database; DATABASE_DAMAGED when references don't hold afterwards.
 */
export async function migrate(
  connection: Connection,
  migrations: Migration[],
  makeCopy: (fromVersion: number) => Promise<void>,
): Promise<void> {
  const { sqlite, file } = connection;
  const current = sortingSqliteErrors(file, () => schemaVersionOf(sqlite));
  const newest = migrations.length;
  if (current > newest) {
    throw new Failure(
      'DATABASE_TOO_NEW',
      'A newer Trailhead has opened this profile, and this one can’t read it safely. Nothing was changed. Please update Trailhead.',
    );
  }
  const pending = migrations.filter((migration) => migration.version > current);
  if (pending.length === 0 && guardsAreInPlace(sqlite)) return;
  if (current > 0 && pending.length > 0) await makeCopy(current);
  sortingSqliteErrors(file, () => applyAll(sqlite, pending, newest));
}

function applyAll(sqlite: Database.Database, pending: Migration[], newest: number): void {
  // Inside a transaction this pragma does nothing, and a rebuilt table would take its children with it.
  sqlite.pragma('foreign_keys = OFF');
  try {
    sqlite
      .transaction(() => {
        removeGuards(sqlite);
        for (const migration of pending) sqlite.exec(migration.sql);
        installGuards(sqlite);
        refuseBrokenReferences(sqlite);
        sqlite.pragma(`user_version = ${newest}`);
      })
      .exclusive();
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
}

function refuseBrokenReferences(sqlite: Database.Database): void {
  const broken = sqlite.prepare('PRAGMA foreign_key_check').all();
  if (broken.length > 0) {
    throw new Failure(
      'DATABASE_DAMAGED',
      'The update of trailhead.db was taken back, because some rows would have lost what they refer to. Your data is as it was.',
    );
  }
}

const guardsAreInPlace = (sqlite: Database.Database): boolean => {
  const expected = guardTriggers(sqlite);
  const found = triggersIn(sqlite);
  return expected.size === found.size && [...expected].every(([name, sql]) => found.get(name) === sql);
};
