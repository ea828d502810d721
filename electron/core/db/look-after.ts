import type Database from 'better-sqlite3';

/** Pages of the search index that are merged in one transaction, so that whoever wants to write waits a moment at most. */
const PAGES_AT_ONCE = 64;

/**
 * Keeps a database quick that has been written to for a while: counts anew what the query planner goes by, and merges the pieces of the search
 * index. Both change nothing that anybody can read.
 */
export function lookAfterDatabase(sqlite: Database.Database): void {
  sqlite
    .transaction(() => {
      // All tables, and not only those this connection has read from (https://www.sqlite.org/pragma.html#pragma_optimize).
      sqlite.pragma('optimize = 0x10002');
      // Samples of what stands in the indexes, which would outlive the rows they were taken from. Counts are enough.
      if (hasTable(sqlite, 'sqlite_stat4')) sqlite.exec('DELETE FROM sqlite_stat4');
    })
    .immediate();
  // Negative once, to begin merging everything; then as often as there is something to do (https://www.sqlite.org/fts5.html#the_merge_command).
  const merge = sqlite.prepare<[number]>(`INSERT INTO messages_fts (messages_fts, rank) VALUES ('merge', ?)`);
  merge.run(-PAGES_AT_ONCE);
  for (let before = totalChanges(sqlite) - 2; totalChanges(sqlite) - before >= 2;) {
    before = totalChanges(sqlite);
    merge.run(PAGES_AT_ONCE);
  }
}

const hasTable = (sqlite: Database.Database, name: string): boolean =>
  sqlite.prepare<[string]>('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name) !== undefined;

const totalChanges = (sqlite: Database.Database): number =>
  sqlite.prepare<[], { changes: number }>('SELECT total_changes() AS changes').get()?.changes ?? 0;
