import type Database from 'better-sqlite3';
import type { UserId } from '../../../shared/ids.ts';
import { schemaVersionOf } from './migrate.ts';
import { rowDecoder, selectOwnedRows } from './owned-table.ts';
import { type OwnedTableName, ownedTables, secretTables } from './schema.ts';

/** Characters a chunk of the file has at least: few enough to stream, many enough to be quick. */
const CHUNK = 256 * 1024;

/**
 * Every row one person owns but secrets, as the text of one JSON file, read from one consistent snapshot. `docs/export-format.md` describes it.
 * @yields pieces of the file, in order.
 */
export function* exportRows(
  sqlite: Database.Database,
  options: { userId: UserId; label: string; exportedAt: number },
): Generator<string, void, undefined> {
  sqlite.exec('BEGIN');
  try {
    const header = {
      format: 'trailhead-export',
      version: 1,
      schemaVersion: schemaVersionOf(sqlite),
      exportedAt: new Date(options.exportedAt).toISOString(),
      profile: { id: options.userId, label: options.label },
    };
    let text = `${JSON.stringify(header, null, 2).slice(0, -2)},\n  "tables": {`;
    const names = Object.keys(ownedTables).filter(
      (key): key is OwnedTableName => key in ownedTables && !secretTables.some((name) => name === key),
    );
    for (const [at, name] of names.entries()) {
      text += `${at === 0 ? '' : ','}\n    ${JSON.stringify(name)}: [`;
      const decode = rowDecoder(name);
      let first = true;
      for (const values of sqlite
        .prepare<[string], unknown[]>(`${selectOwnedRows(name)} ORDER BY rowid`)
        .raw()
        .iterate(options.userId)) {
        text += `${first ? '' : ','}\n      ${JSON.stringify(decode(values))}`;
        first = false;
        if (text.length >= CHUNK) {
          yield text;
          text = '';
        }
      }
      text += first ? ']' : '\n    ]';
    }
    yield `${text}\n  }\n}\n`;
  } finally {
    sqlite.exec('COMMIT');
  }
}
