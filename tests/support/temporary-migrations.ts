import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './test-core.ts';
import { migrationsDir, newestSchema } from './test-database.ts';

/** A folder with the real migrations and, after them, one more. */
export function withNextMigration(sql: string): string {
  const folder = temporaryFolder();
  cpSync(migrationsDir, folder, { recursive: true });
  writeFileSync(join(folder, `${String(newestSchema + 1).padStart(4, '0')}_next.sql`), sql);
  return folder;
}

/** The usual way SQLite changes a table: make another, copy, drop, rename. `columns` leaves out what SQLite computes itself. */
export const rebuildOf = (table: string, createSql: string, columns: string): string => `
  ${createSql.replace(/^CREATE TABLE "?\w+"?/u, `CREATE TABLE next_${table}`)};
  INSERT INTO next_${table} (${columns}) SELECT ${columns} FROM ${table} ORDER BY rowid DESC;
  DROP TABLE ${table};
  ALTER TABLE next_${table} RENAME TO ${table};
`;
