import type Database from 'better-sqlite3';
import { type Column, getTableColumns, getTableName } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/test-database.ts';
import { ownedTableNames } from '../../../tests/support/rows-of-every-kind.ts';
import { tablesWithoutOwner } from './guards.ts';
import { cloudIndexes, cloudTables } from '../../../tests/support/cloud-data-model.ts';
import { ownedTables } from './schema.ts';

type ColumnInfo = { name: string; type: string; notnull: number; pk: number; hidden: number };

const columnsOf = (sqlite: Database.Database, table: string): ColumnInfo[] =>
  sqlite.prepare<[string], ColumnInfo>('SELECT name, type, "notnull", pk, hidden FROM pragma_table_xinfo(?)').all(table);

const tablesIn = (sqlite: Database.Database): string[] =>
  sqlite
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .all()
    .map(({ name }) => name);

describe('the data model', () => {
  let database: TestDatabase;
  let sqlite: Database.Database;
  beforeAll(async () => {
    database = await testDatabase();
    sqlite = database.connection.sqlite;
  });

  it.each(Object.entries(cloudTables))('has the cloud product’s table %s with every column', (table, columns) => {
    expect(columnsOf(sqlite, table).map(({ name }) => name)).toEqual(expect.arrayContaining([...columns]));
  });

  it.each(Object.entries(cloudIndexes))('has the cloud product’s index %s', (name, { table, columns }) => {
    const found = sqlite
      .prepare<[string], { name: string; desc: number }>('SELECT name, "desc" FROM pragma_index_xinfo(?) WHERE key = 1 ORDER BY seqno')
      .all(name)
      .map((column) => (column.desc ? `${column.name} DESC` : column.name));
    expect(found).toEqual(columns);
    const owner = sqlite.prepare<[string], { tbl_name: string }>('SELECT tbl_name FROM sqlite_schema WHERE name = ?').get(name);
    expect(owner?.tbl_name).toBe(table);
  });

  it('has no table that is neither owned nor on the short list of tables without an owner', () => {
    const owned = ownedTableNames.map((name) => getTableName(ownedTables[name]));
    expect(tablesIn(sqlite)).toEqual([...owned, ...tablesWithoutOwner].toSorted());
  });

  it.each(ownedTableNames)('is told to drizzle as the SQL makes it: %s', (name) => {
    const inSql = columnsOf(sqlite, getTableName(ownedTables[name]));
    const stored = inSql
      .filter(({ hidden }) => hidden === 0)
      .map(({ name: column, type, notnull, pk }) => ({ column, type, required: notnull === 1 || pk === 1 }));
    const known = Object.values<Column>(getTableColumns(ownedTables[name])).map((column) => ({
      column: column.name,
      type: column.getSQLType().toUpperCase(),
      required: column.notNull,
    }));
    const byName = (a: { column: string }, b: { column: string }) => (a.column < b.column ? -1 : 1);
    expect(known.toSorted(byName)).toEqual(stored.toSorted(byName));
    const generated = inSql.filter(({ hidden }) => hidden !== 0).map(({ name: column }) => column);
    expect(generated).toEqual(name === 'agentActions' ? ['actor'] : []);
  });

  it('is strict about types in every table', () => {
    const loose = sqlite
      .prepare<[], { name: string }>(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .all();
    expect(loose).toEqual([]);
  });

  it('never lets a foreign key delete or empty anything by itself', () => {
    const actions = tablesIn(sqlite).flatMap((table) =>
      sqlite
        .prepare<[string], { on_delete: string; on_update: string }>('SELECT on_delete, on_update FROM pragma_foreign_key_list(?)')
        .all(table),
    );
    expect(actions.length).toBeGreaterThan(0);
    expect(new Set(actions.flatMap(({ on_delete, on_update }) => [on_delete, on_update]))).toEqual(new Set(['NO ACTION']));
  });

  it('has an index for every foreign key of a child table, so that no deletion reads a whole table', () => {
    const keys = sqlite
      .prepare<[], { child: string; columns: string }>(
        `SELECT list.name AS child, group_concat(key."from", ',') AS columns
         FROM pragma_table_list AS list, pragma_foreign_key_list(list.name) AS key
         WHERE list.schema = 'main' AND key."table" <> 'users' GROUP BY list.name, key.id`,
      )
      .all();
    expect(keys.length).toBeGreaterThan(5);
    for (const { child, columns } of keys) {
      const where = columns.split(',').map((column) => `${column} = ''`);
      const plan = sqlite.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN SELECT 1 FROM ${child} WHERE ${where.join(' AND ')}`).all();
      expect(plan.map(({ detail }) => detail).join('; '), `${child} (${columns})`).toMatch(/^SEARCH/u);
    }
  });
});
