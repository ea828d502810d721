import type Database from 'better-sqlite3';
import { type Column, getTableColumns, getTableName } from 'drizzle-orm';
import type { UserId } from '../../../shared/ids.ts';
import { type OwnedTableName, ownedTables } from './schema.ts';

/** A row of a table, by its id. */
export type Linked = { table: OwnedTableName; id: string };

/** Which rows hold which: read from the database's own foreign keys, so that a new table is known by itself. */
export type Links = {
  /** Rows that name this one as their parent. */
  childrenOf(table: OwnedTableName, id: string): Linked[];
  /** The rows this one names as its parents, whether they are there or not. The owner is not counted. */
  parentsOf(table: OwnedTableName, row: Record<string, unknown>): Linked[];
};

type Link = { child: OwnedTableName; key: string; column: string; parent: OwnedTableName };

export function createLinks(sqlite: Database.Database, userId: UserId): Links {
  const links = readLinks(sqlite);
  const children = links.map((link) => ({
    ...link,
    statement: sqlite
      .prepare<[string, string], string>(
        `SELECT id FROM "${getTableName(ownedTables[link.child])}" WHERE user_id = ? AND "${link.column}" = ? ORDER BY id`,
      )
      .pluck(),
  }));
  return {
    childrenOf: (table, id) =>
      children
        .filter(({ parent }) => parent === table)
        .flatMap(({ child, statement }) => statement.all(userId, id).map((found) => ({ table: child, id: found }))),
    parentsOf: (table, row) =>
      links
        .filter(({ child }) => child === table)
        .flatMap(({ key, parent }) => {
          const id = row[key];
          return typeof id === 'string' ? [{ table: parent, id }] : [];
        }),
  };
}

function readLinks(sqlite: Database.Database): Link[] {
  const names = Object.keys(ownedTables).filter((name): name is OwnedTableName => name in ownedTables);
  const byTable = new Map<string, OwnedTableName>(names.map((name) => [getTableName(ownedTables[name]), name]));
  return names.flatMap((child) => {
    const columns = Object.entries<Column>(getTableColumns(ownedTables[child]));
    return sqlite
      .prepare<[], { table: string; from: string }>(`PRAGMA foreign_key_list("${getTableName(ownedTables[child])}")`)
      .all()
      .flatMap(({ table, from }) => {
        const parent = byTable.get(table);
        const key = columns.find(([, column]) => column.name === from)?.[0];
        // Every key names the owner too; what is left is the link itself.
        return parent === undefined || key === undefined || from === 'user_id' ? [] : [{ child, key, column: from, parent }];
      });
  });
}
