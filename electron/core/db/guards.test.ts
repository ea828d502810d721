import type Database from 'better-sqlite3';
import { getTableName } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/test-database.ts';
import { ownedTableNames } from '../../../tests/support/rows-of-every-kind.ts';
import { type UserId } from '../../../shared/ids.ts';
import { guardTriggers, ownerColumnOf, triggersIn } from './guards.ts';
import { ownedTables } from './schema.ts';

const NOT_THE_OWNER = 'not the owner of this row';

type RawRow = { columns: string[]; values: unknown[] };

/** One row as the file holds it, without what SQLite computes itself. */
function rawRow(sqlite: Database.Database, table: string, owner: string, userId: UserId): RawRow {
  const columns = sqlite
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0')
    .all(table)
    .map(({ name }) => name);
  const values = sqlite
    .prepare<[string], unknown[]>(`SELECT ${columns.join(', ')} FROM ${table} WHERE ${owner} = ?`)
    .raw()
    .get(userId);
  if (!values) throw new Error(`${table} has no row`);
  return { columns, values };
}

describe.each(ownedTableNames)('the guards of %s', (name) => {
  const table = getTableName(ownedTables[name]);
  const owner = ownerColumnOf(name);
  let database: TestDatabase;
  let sqlite: Database.Database;
  let contents: unknown;
  const everything = () => sqlite.prepare(`SELECT * FROM ${table} ORDER BY rowid`).all();

  /** Runs SQL while somebody, or nobody, acts. Foreign keys are off, so that only the guards are asked. */
  const as = (who: UserId | null, sql: string, ...values: unknown[]) => {
    const run = () => sqlite.prepare(sql).run(...values);
    return () => (who === null ? run() : database.connection.actingAs(who, run));
  };
  const insertSql = ({ columns }: RawRow, verb = 'INSERT') =>
    `${verb} INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  const withColumn = ({ columns, values }: RawRow, column: string, value: unknown) =>
    values.map((old, at) => (columns[at] === column ? value : old));

  beforeAll(async () => {
    database = await testDatabase();
    sqlite = database.connection.sqlite;
    database.fill(database.alice);
    database.fill(database.bob);
    sqlite.pragma('foreign_keys = OFF');
    contents = everything();
  });

  it('refuse to add a row for somebody else, or while nobody acts', () => {
    const row = rawRow(sqlite, table, owner, database.alice);
    for (const who of [database.bob, null]) expect(as(who, insertSql(row), ...row.values)).toThrow(NOT_THE_OWNER);
    expect(everything()).toEqual(contents);
  });

  it('refuse a row without an owner, also while nobody acts', () => {
    const row = rawRow(sqlite, table, owner, database.alice);
    const values = withColumn(row, owner, null);
    expect(as(database.alice, insertSql(row), ...values)).toThrow(/not the owner|NOT NULL/u);
    expect(as(null, insertSql(row), ...values)).toThrow(/not the owner|NOT NULL/u);
    expect(everything()).toEqual(contents);
  });

  it('refuse to replace somebody else’s row with one of one’s own', () => {
    const row = rawRow(sqlite, table, owner, database.alice);
    // `users` is its own owner, so there a foreign id is refused at the door.
    const mine = name === 'users' ? row.values : withColumn(row, owner, database.bob);
    for (const verb of ['INSERT OR REPLACE', 'REPLACE']) {
      expect(as(database.bob, insertSql(row, verb), ...mine), verb).toThrow(NOT_THE_OWNER);
    }
    expect(everything()).toEqual(contents);
  });

  it('refuse to change, steal, give away or orphan a row', () => {
    const { alice, bob } = database;
    const change = `UPDATE ${table} SET ${owner} = ${owner}`;
    expect(as(bob, `${change} WHERE ${owner} = ?`, alice), 'change').toThrow(NOT_THE_OWNER);
    expect(as(null, `${change} WHERE ${owner} = ?`, alice), 'nobody').toThrow(NOT_THE_OWNER);
    expect(as(bob, change), 'everybody’s').toThrow(NOT_THE_OWNER);
    expect(as(bob, `UPDATE ${table} SET ${owner} = ? WHERE ${owner} = ?`, bob, alice), 'steal').toThrow(NOT_THE_OWNER);
    expect(as(alice, `UPDATE ${table} SET ${owner} = ? WHERE ${owner} = ?`, bob, alice), 'give away').toThrow(NOT_THE_OWNER);
    expect(as(alice, `UPDATE ${table} SET ${owner} = NULL WHERE ${owner} = ?`, alice), 'orphan').toThrow(/not the owner|NOT NULL/u);
    expect(everything()).toEqual(contents);
  });

  it('refuse to delete somebody else’s row, or while nobody acts', () => {
    const { alice, bob } = database;
    expect(as(bob, `DELETE FROM ${table} WHERE ${owner} = ?`, alice)).toThrow(NOT_THE_OWNER);
    expect(as(bob, `DELETE FROM ${table}`)).toThrow(NOT_THE_OWNER);
    expect(as(null, `DELETE FROM ${table}`)).toThrow(NOT_THE_OWNER);
    expect(everything()).toEqual(contents);
  });
});

describe('the guards', () => {
  it('are exactly those every table is meant to have', async () => {
    const { connection } = await testDatabase();
    expect(triggersIn(connection.sqlite)).toEqual(new Map([...guardTriggers(connection.sqlite)].toSorted(([a], [b]) => (a < b ? -1 : 1))));
    expect(guardTriggers(connection.sqlite).size).toBe(ownedTableNames.length * 3 + 3 + 3);
  });
});
