import { type SQL, eq } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import type { UserId } from '../../../shared/ids.ts';
import type { Connection } from './connection.ts';
import { type Links, createLinks } from './links.ts';
import { type OwnedTable, ownedTable } from './owned-table.ts';
import { type PreparedRows, type SelectQuery, type SelectedColumns, prepareRows } from './prepared-rows.ts';
import { type OwnedTableName, type OwnedTables, ownedTables } from './schema.ts';
import { type SearchIndex, createSearchIndex } from './search-index.ts';
import { failureFromSqlite } from './sqlite-failure.ts';

/**
 * Why somebody writes. Every change of domain data is an `action`, recorded with its inverse.
 * The rest is the short, checked list of what is exempt; a provider’s key is, because no record may ever hold it. `upkeep` is for what says nothing
 * about anybody: leases, attempts, what ran in the background, and the repair of damaged versions of the memory.
 */
export const writeReasons = ['action', 'stream_flush', 'view_state', 'forget', 'provider_key', 'upkeep'] as const;
export type WriteReason = (typeof writeReasons)[number];

/** Tables by name, for writing. Exists only inside `OwnerScope.write`. */
export type TableWriter = <Name extends OwnedTableName>(name: Name) => OwnedTable<Name>;

/** Reading with drizzle's query builder, without its ways to write or to reach the raw handle. */
export type Reader = Pick<BetterSQLite3Database, 'select' | 'selectDistinct'>;

/** A repository is made from a scope and from nothing else. */
export type RepositoryFactory<Repository> = (scope: OwnerScope) => Repository;

/** Everything that may be done to one owner's rows. Repositories can only be built from one of these. */
export type OwnerScope = {
  readonly userId: UserId;
  readonly reader: Reader;
  /** The condition every query of an owned table carries. */
  owns(table: OwnedTables[OwnedTableName]): SQL;
  /** Makes a query that is run often: built once, with placeholders for what changes. `columns` is what it selects. */
  prepare<Row>(columns: SelectedColumns, query: SelectQuery<Row>): PreparedRows<Row>;
  /** One row by id, or undefined when it is not there or not this owner's. */
  find<Name extends OwnedTableName>(name: Name, id: string): ReturnType<OwnedTable<Name>['get']>;
  /** Which of this owner's rows hold which. */
  readonly links: Links;
  /** How many rows this connection has changed so far. The same number twice: nothing was written in between, by anybody. */
  changes(): number;
  /** For whoever takes many messages out, inside `write`. */
  readonly searchIndex: SearchIndex;
  /**
   * One transaction: all of `work` or none of it. A write inside a write joins the outer transaction.
   * Synchronous on purpose: nothing else of this process can come between a check and the write that rests on it.
   * @throws Failure DISK_FULL, READ_ONLY, DATABASE_DAMAGED; whatever `work` throws.
   */
  write<Value>(reason: WriteReason, work: (table: TableWriter) => Value): Value;
  /** The repository of this scope, made once. */
  use<Repository>(factory: RepositoryFactory<Repository>): Repository;
};

/** The scopes of one connection, one an owner, each made once so that its prepared statements stay prepared. */
export function createOwnerScopes(connection: Connection): (userId: UserId) => OwnerScope {
  const scopes = new Map<UserId, OwnerScope>();
  return (userId) => {
    const known = scopes.get(userId);
    if (known) return known;
    const scope = createOwnerScope(connection, userId);
    scopes.set(userId, scope);
    return scope;
  };
}

function createOwnerScope(connection: Connection, userId: UserId): OwnerScope {
  const { sqlite, file } = connection;
  const tables = new Map<OwnedTableName, unknown>();
  const repositories = new Map<unknown, unknown>();
  const reader = readerOf(connection);

  const remembered = <Key, Value>(store: Map<Key, unknown>, key: Key, make: () => Value): Value => {
    if (!store.has(key)) store.set(key, make());
    // A key is only ever stored with what its own `make` answered.
    return store.get(key) as Value;
  };
  const table: TableWriter = (name) => remembered(tables, name, () => ownedTable(sqlite, userId, name));

  // Made once: wrapping a function is not free, and every change goes through here. The wrapper answers what its work answered, which its types lose.
  const inTransaction = sqlite.transaction((work: () => unknown) => work()).immediate as <Value>(work: () => Value) => Value;

  const changes = sqlite.prepare<[], number>('SELECT total_changes()').pluck();

  const scope: OwnerScope = {
    userId,
    reader,
    owns: (owned) => eq('userId' in owned ? owned.userId : ownedTables.users.id, userId),
    links: createLinks(sqlite, userId),
    changes: () => changes.get() ?? 0,
    searchIndex: createSearchIndex(sqlite),
    prepare: (columns, query) => prepareRows(sqlite, columns, query),
    find: (name, id) => table(name).get(id),
    write: (_reason, work) => {
      try {
        return connection.actingAs(userId, () => inTransaction(() => work(table)));
      } catch (error) {
        throw failureFromSqlite(error, file);
      }
    },
    use: (factory) => remembered(repositories, factory, () => factory(scope)),
  };
  return scope;
}

function readerOf(connection: Connection): Reader {
  const database = drizzle(connection.sqlite);
  return { select: database.select.bind(database), selectDistinct: database.selectDistinct.bind(database) };
}
