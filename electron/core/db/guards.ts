import type Database from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import { type OwnedTableName, ownedTables } from './schema.ts';

/** Tables without an owner of their own: what SQLite keeps for the full-text index, and the index of rows each action touched, kept by triggers. */
export const tablesWithoutOwner: readonly string[] = [
  'agent_action_rows',
  'messages_fts',
  'messages_fts_config',
  'messages_fts_data',
  'messages_fts_docsize',
  'messages_fts_idx',
];

/** The SQL column that names a row's owner: `user_id`, and in `users` the row's own id. */
export const ownerColumnOf = (name: OwnedTableName): 'id' | 'user_id' =>
  'userId' in getTableColumns(ownedTables[name]) ? 'user_id' : 'id';

/**
 * The last line of defence: a row of somebody else can't be inserted, changed, taken over or deleted, whatever the code above forgets.
 * `IS NOT` rather than `<>`, which lets NULL through; OLD as well as NEW, or a row could be stolen or deleted.
 */
const ownershipTriggers = (): Map<string, string> => {
  const triggers = new Map<string, string>();
  for (const name of Object.keys(ownedTables).filter((key): key is OwnedTableName => key in ownedTables)) {
    const table = getTableName(ownedTables[name]);
    const column = ownerColumnOf(name);
    const foreign = (row: 'NEW' | 'OLD') => `${row}.${column} IS NOT auth_uid()`;
    const events = {
      insert: foreign('NEW'),
      update: `${foreign('OLD')} OR ${foreign('NEW')}`,
      delete: foreign('OLD'),
    };
    for (const [event, condition] of Object.entries(events)) {
      const trigger = `owner_${table}_${event}`;
      triggers.set(
        trigger,
        `CREATE TRIGGER ${trigger} BEFORE ${event.toUpperCase()} ON ${table} WHEN ${condition} BEGIN SELECT RAISE(ABORT, 'not the owner of this row'); END`,
      );
    }
  }
  return triggers;
};

/** Keeps the full-text index in step with the messages, whoever writes them. */
const searchIndexTriggers = new Map<string, string>([
  [
    'search_messages_insert',
    `CREATE TRIGGER search_messages_insert AFTER INSERT ON messages BEGIN
       INSERT INTO messages_fts (rowid, content) VALUES (NEW.sequence, NEW.content);
     END`,
  ],
  [
    'search_messages_update',
    `CREATE TRIGGER search_messages_update AFTER UPDATE OF content, sequence ON messages BEGIN
       INSERT INTO messages_fts (messages_fts, rowid, content) VALUES ('delete', OLD.sequence, OLD.content);
       INSERT INTO messages_fts (rowid, content) VALUES (NEW.sequence, NEW.content);
     END`,
  ],
  [
    'search_messages_delete',
    `CREATE TRIGGER search_messages_delete AFTER DELETE ON messages BEGIN
       INSERT INTO messages_fts (messages_fts, rowid, content) VALUES ('delete', OLD.sequence, OLD.content);
     END`,
  ],
]);

/**
 * Keeps the index of touched rows in step with the actions. A path is `/<table>/<36 characters of id>/…`. A line is found through the payload that
 * made it, so that the index needs no second one. Rows that were appended to a book of their own have none: no action takes one back, so nothing is
 * looked for that came after it.
 */
const actionIndexTriggers = new Map<string, string>([
  ['actions_index_insert', `CREATE TRIGGER actions_index_insert AFTER INSERT ON agent_actions BEGIN ${indexTouchedRows()} END`],
  [
    'actions_index_update',
    `CREATE TRIGGER actions_index_update AFTER UPDATE OF payload ON agent_actions BEGIN ${forgetTouchedRows()} ${indexTouchedRows()} END`,
  ],
  ['actions_index_delete', `CREATE TRIGGER actions_index_delete AFTER DELETE ON agent_actions BEGIN ${forgetTouchedRows()} END`],
]);

/** The rows that stand in the patch of an action (NEW or OLD): one SELECT of their paths. */
function touchedRowsOf(row: 'NEW' | 'OLD'): string {
  return `substr(operation.value ->> '$.path', 1, instr(substr(operation.value ->> '$.path', 2), '/') + 1 + 36)
    FROM json_each(${row}.payload, '$.patch') AS operation`;
}

function indexTouchedRows(): string {
  const columns = 'agent_action_rows (revision, touched, row_path)';
  return `INSERT OR IGNORE INTO ${columns} SELECT NEW.revision, NEW.action_type NOT IN ('undo', 'redo'), ${touchedRowsOf('NEW')}
      WHERE json_array_length(NEW.result, '$.patch') > 0;
    INSERT OR IGNORE INTO ${columns} SELECT NEW.revision, 0, linked.value FROM json_each(NEW.payload, '$.linked') AS linked;`;
}

function forgetTouchedRows(): string {
  return `DELETE FROM agent_action_rows WHERE revision = OLD.revision AND row_path IN (
      SELECT ${touchedRowsOf('OLD')} UNION SELECT linked.value FROM json_each(OLD.payload, '$.linked') AS linked
    );`;
}

/** Every trigger a database must have, by name: those of the tables it has. An older schema lacks some until its migration is done. */
export function guardTriggers(sqlite: Database.Database): Map<string, string> {
  const tables = new Set(sqlite.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all());
  const ownership = [...ownershipTriggers()].filter(([name]) => tables.has(name.replace(/^owner_(.*)_(?:insert|update|delete)$/u, '$1')));
  return new Map([...ownership, ...searchIndexTriggers, ...(tables.has('agent_action_rows') ? actionIndexTriggers : [])]);
}

export const triggersIn = (sqlite: Database.Database): Map<string, string> =>
  new Map(
    sqlite
      .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name`)
      .all()
      .map(({ name, sql }) => [name, sql]),
  );

/** Drops every trigger. Data migrations run while they are off: a rebuilt table would lose its own, and no user is acting. */
export function removeGuards(sqlite: Database.Database): void {
  for (const name of triggersIn(sqlite).keys()) sqlite.exec(`DROP TRIGGER "${name}"`);
}

/** Makes all triggers anew and rebuilds and checks the search index. */
export function installGuards(sqlite: Database.Database): void {
  removeGuards(sqlite);
  sqlite.exec(`INSERT INTO messages_fts (messages_fts) VALUES ('rebuild')`);
  sqlite.exec(`INSERT INTO messages_fts (messages_fts, rank) VALUES ('integrity-check', 1)`);
  for (const sql of guardTriggers(sqlite).values()) sqlite.exec(sql);
}
