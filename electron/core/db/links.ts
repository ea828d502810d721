import type Database from 'better-sqlite3';
import { type Column, getTableColumns, getTableName } from 'drizzle-orm';
import { z } from 'zod';
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
  /** Rows this one names in its content, without a key: the evidence of a judgement. */
  namedBy(table: OwnedTableName, row: Record<string, unknown>): Linked[];
  /** Rows that name this one in their content. */
  naming(table: OwnedTableName, id: string): Linked[];
};

/** The part of a judgement's content that names evidence. */
const Naming = z.object({ content: z.object({ evidenceIds: z.array(z.string()) }) });

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
  const judgements = sqlite
    .prepare<[string, string], string>(
      "SELECT id FROM part_assessments WHERE user_id = ? AND EXISTS (SELECT 1 FROM json_each(content, '$.evidenceIds') WHERE value = ?) ORDER BY id",
    )
    .pluck();
  return {
    namedBy(table, row) {
      const naming = table === 'partAssessments' ? Naming.safeParse(row).data : undefined;
      return naming?.content.evidenceIds.map((id) => ({ table: 'partEvidence', id })) ?? [];
    },
    naming: (table, id) =>
      table === 'partEvidence' ? judgements.all(userId, id).map((found) => ({ table: 'partAssessments', id: found })) : [],
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
