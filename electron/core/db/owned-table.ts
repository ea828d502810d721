import type Database from 'better-sqlite3';
import { Column, getTableColumns, getTableName } from 'drizzle-orm';
import type { UserId } from '../../../shared/ids.ts';
import { notFound } from '../failure.ts';
import { ownerColumnOf } from './guards.ts';
import { type OwnedTableName, type Row, ownedTables } from './schema.ts';

/**
 * One table, seen and changed as one owner: every statement names the owner, so none can be written that forgets to.
 * Statements are prepared once. Writing works only inside the owner scope's write transaction; elsewhere the triggers refuse it.
 */
export type OwnedTable<Name extends OwnedTableName> = {
  get(id: string): Row<Name> | undefined;
  insert(row: Row<Name>): void;
  /** @throws Failure NOT_FOUND when the row is not there, or not this owner's. */
  update(id: string, changes: Partial<Row<Name>>): void;
  /** @throws Failure NOT_FOUND when the row is not there, or not this owner's. */
  remove(id: string): void;
  /** All in one statement, which is much quicker for rows that are in the search index. @throws Failure NOT_FOUND when one is not there, or not this owner's. */
  removeAll(ids: readonly string[]): void;
};

/** Turns the values of one row, in the schema's column order, into the row the schema declares. */
export function rowDecoder<Name extends OwnedTableName>(name: Name): (values: unknown[]) => Row<Name> {
  const columns = Object.entries<Column>(getTableColumns(ownedTables[name]));
  return (values) => {
    const row: Record<string, unknown> = {};
    columns.forEach(([key, column], at) => {
      const value = values[at];
      row[key] = value === null ? null : column.mapFromDriverValue(value);
    });
    // The driver knows no types: drizzle's own column mappers made each value, so this is the declared row.
    return row as Row<Name>;
  };
}

/** All of one owner's rows of a table, one parameter: the owner. */
export const selectOwnedRows = (name: OwnedTableName): string => {
  const columns = Object.values<Column>(getTableColumns(ownedTables[name]));
  return `SELECT ${columns.map((column) => `"${column.name}"`).join(', ')} FROM "${getTableName(ownedTables[name])}" WHERE ${ownerColumnOf(name)} = ?`;
};

/** An object with its own keys in order: the same object is the same text on the disk, whichever way its keys came about. */
const inOrder = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const keys = Object.keys(value);
  if (keys.every((key, at) => at === 0 || (keys[at - 1] ?? '') < key)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
};

export function ownedTable<Name extends OwnedTableName>(sqlite: Database.Database, userId: UserId, name: Name): OwnedTable<Name> {
  const table = `"${getTableName(ownedTables[name])}"`;
  const owner = ownerColumnOf(name);
  const columns = new Map<string, Column>(Object.entries(getTableColumns(ownedTables[name])));
  const statements = new Map<string, Database.Statement>();

  /** The statement of this name, made when it is first asked for: to put SQL together costs more than to look for it. */
  const prepared = (called: string, sqlOf: () => string): Database.Statement => {
    const known = statements.get(called);
    if (known) return known;
    const statement = sqlite.prepare(sqlOf());
    statements.set(called, statement);
    return statement;
  };

  const columnOf = (key: string): Column => {
    const column = columns.get(key);
    if (!column) throw new Error(`${name} has no column ${key}.`);
    return column;
  };
  const encode = (key: string, value: unknown): unknown => {
    if (value === null || value === undefined) return null;
    const column = columnOf(key);
    // Most columns hold what the driver takes; only those that do not are called for.
    return column.mapToDriverValue === Column.prototype.mapToDriverValue ? value : column.mapToDriverValue(inOrder(value));
  };
  const keys = [...columns.keys()];
  const names = keys.map((key) => `"${columnOf(key).name}"`);
  const selectSql = () => `${selectOwnedRows(name)} AND id = ?`;
  const insertSql = () => `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  const updateSql = (changed: readonly string[]) => () =>
    `UPDATE ${table} SET ${changed.map((key) => `"${columnOf(key).name}" = ?`).join(', ')} WHERE id = ? AND ${owner} = ?`;
  const removeSql = () => `DELETE FROM ${table} WHERE id = ? AND ${owner} = ?`;

  const removeAllSql = () => `DELETE FROM ${table} WHERE id IN (SELECT value FROM json_each(?)) AND ${owner} = ?`;

  const decode = rowDecoder(name);

  return {
    get(id) {
      const values = prepared('select', selectSql).raw().get(userId, id);
      return Array.isArray(values) ? decode(values) : undefined;
    },
    insert(row) {
      prepared('insert', insertSql).run(keys.map((key) => encode(key, Reflect.get(row, key))));
    },
    update(id, changes) {
      const entries = Object.entries(changes);
      if (entries.length === 0) return;
      const changed = entries.map(([key]) => key);
      const statement = prepared(`update ${changed.join()}`, updateSql(changed));
      const outcome = statement.run(...entries.map(([key, value]) => encode(key, value)), id, userId);
      if (outcome.changes !== 1) throw notFound('What should be changed');
    },
    remove(id) {
      const outcome = prepared('remove', removeSql).run(id, userId);
      if (outcome.changes !== 1) throw notFound('What should be deleted');
    },
    removeAll(ids) {
      const outcome = prepared('remove all', removeAllSql).run(JSON.stringify(ids), userId);
      if (outcome.changes !== new Set(ids).size) throw notFound('What should be deleted');
    },
  };
}
