import type Database from 'better-sqlite3';
import { guardTriggers, triggersIn } from './guards.ts';
import type { CheckReport } from './maintenance-protocol.ts';
import { schemaVersionOf } from './migrate.ts';

const MANY = 20;

/** Reads the whole database and names what is wrong: structure, references, guards, the search index, kept copies. No content in any sentence. */
export function checkDatabase(sqlite: Database.Database): CheckReport {
  const problems = [...structure(sqlite), ...references(sqlite), ...guards(sqlite), ...searchIndex(sqlite), ...recentEvidence(sqlite)];
  const messages = sqlite.prepare<[], { count: number }>('SELECT count(*) AS count FROM messages').get()?.count ?? 0;
  return { problems, schemaVersion: schemaVersionOf(sqlite), messages };
}

const structure = (sqlite: Database.Database): string[] =>
  sqlite
    .prepare<[], { integrity_check: string }>(`PRAGMA integrity_check(${MANY})`)
    .all()
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok')
    .map((line) => `Structure: ${line}`);

const references = (sqlite: Database.Database): string[] =>
  sqlite
    .prepare<[], { table: string; parent: string; rows: number }>(
      'SELECT "table", parent, count(*) AS rows FROM pragma_foreign_key_check GROUP BY "table", parent',
    )
    .all()
    .map((row) => `References: ${row.rows} rows of ${row.table} point to missing rows of ${row.parent}.`);

const guards = (sqlite: Database.Database): string[] => {
  const found = triggersIn(sqlite);
  return [...guardTriggers(sqlite)]
    .filter(([name, sql]) => found.get(name) !== sql)
    .map(([name]) => `Guards: the trigger ${name} is missing or altered.`);
};

function searchIndex(sqlite: Database.Database): string[] {
  try {
    sqlite.exec(`INSERT INTO messages_fts (messages_fts, rank) VALUES ('integrity-check', 1)`);
    return [];
  } catch {
    return ['Search: the index does not match the messages.'];
  }
}

const recentEvidence = (sqlite: Database.Database): string[] => {
  const wrong =
    sqlite
      .prepare<[], { count: number }>(
        `SELECT count(*) AS count FROM parts
         WHERE (SELECT json_group_array(json_extract(value, '$.id')) FROM json_each(parts.recent_evidence)) IS NOT
               (SELECT json_group_array(id) FROM (
                  SELECT id FROM part_evidence WHERE part_id = parts.id AND user_id = parts.user_id ORDER BY observed_at DESC, id DESC LIMIT 10))`,
      )
      .get()?.count ?? 0;
  return wrong === 0 ? [] : [`Evidence: ${wrong} parts do not hold their newest evidence.`];
};
