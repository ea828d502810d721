import type Database from 'better-sqlite3';

/** The index of all words, as far as it has to be told how words leave it. Everything else triggers do. */
export type SearchIndex = {
  /**
   * Runs `work`, in which messages leave the index only as far as searching goes: their words stay in its pages until `writeAnew`, which has to follow. To
   * overwrite each word where it stands, as it happens otherwise, takes about a millisecond a message.
   */
  loosely<Value>(work: () => Value): Value;
  /** Merges the whole index into one piece, without what has left it. Takes as long as the index is large: 0.02 ms for each message that stays. */
  writeAnew(): void;
};

/** To be used inside a transaction alone: what a failure leaves behind goes with it. */
export function createSearchIndex(sqlite: Database.Database): SearchIndex {
  const overwriting = (digit: 0 | 1): void => {
    sqlite.exec(`INSERT INTO messages_fts (messages_fts, rank) VALUES ('secure-delete', ${digit})`);
  };
  return {
    loosely(work) {
      overwriting(0);
      const value = work();
      overwriting(1);
      return value;
    },
    writeAnew() {
      sqlite.exec(`INSERT INTO messages_fts (messages_fts) VALUES ('optimize')`);
    },
  };
}
