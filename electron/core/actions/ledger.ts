import type { Operation } from 'fast-json-patch';
import { notFound } from '../failure.ts';
import type { Links } from '../db/links.ts';
import type { TableWriter } from '../db/owner-scope.ts';
import type { OwnedTableName, Row } from '../db/schema.ts';
import { claimPath } from './claim-path.ts';
import { type Change, difference, insertion, removal } from './patches.ts';

/**
 * Changes rows and keeps book: whatever is written through it is in the forward and the inverse patch, because there is no other way to write.
 * Lives for one action.
 */
export type Ledger = {
  get<Name extends OwnedTableName>(table: Name, id: string): Row<Name> | undefined;
  insert<Name extends OwnedTableName>(table: Name, row: Row<Name>): void;
  /**
   * Adds a row of a table that is a book of its own, as the versions of the memory are. On record is that it came: what stands in it stands there.
   * No action may undo that.
   */
  append<Name extends OwnedTableName>(table: Name, row: Row<Name>): void;
  /** @throws Failure NOT_FOUND, with `called` for what is missing. @returns the row as it is now. */
  update<Name extends OwnedTableName>(table: Name, id: string, changes: Partial<Row<Name>>, called?: string): Row<Name>;
  /** @throws Failure NOT_FOUND. */
  remove(table: OwnedTableName, id: string): void;
  readonly forward: readonly Operation[];
  readonly inverse: readonly Operation[];
  readonly touched: ReadonlySet<OwnedTableName>;
  /** Rows (`/<table>/<id>`) that inserted, moved and removed rows are linked to, and what rows came to claim (`=<table>/<digest>`). */
  readonly linked: ReadonlySet<string>;
};

/** What a row claims (see derivation.ts), or null. */
type ClaimOf = (table: OwnedTableName, row: Record<string, unknown>) => string | null;

export function createLedger(table: TableWriter, links: Links, claimOf: ClaimOf): Ledger {
  const forward: Operation[] = [];
  const inverse: Operation[] = [];
  const touched = new Set<OwnedTableName>();
  const linked = new Set<string>();
  const link = (name: OwnedTableName, row: Record<string, unknown>): void => {
    for (const parent of [...links.parentsOf(name, row), ...links.namedBy(name, row)]) linked.add(`/${parent.table}/${parent.id}`);
  };
  /** What a row comes to claim, unless it did before. */
  const claim = (name: OwnedTableName, row: Record<string, unknown>, before: Record<string, unknown> | null): void => {
    const claimed = claimOf(name, row);
    if (claimed !== null && (before === null || claimOf(name, before) !== claimed)) linked.add(claimPath(name, claimed));
  };
  const record = (name: OwnedTableName, change: Change): void => {
    forward.push(...change.forward);
    inverse.unshift(...change.inverse);
    touched.add(name);
  };

  return {
    forward,
    inverse,
    touched,
    linked,
    get: (name, id) => table(name).get(id),
    insert(name, row) {
      table(name).insert(row);
      record(name, insertion(name, row.id, row));
      link(name, row);
      claim(name, row, null);
    },
    append(name, row) {
      table(name).insert(row);
      record(name, { forward: insertion(name, row.id, {}).forward, inverse: [] });
    },
    update(name, id, changes, called = 'What should be changed') {
      const before = table(name).get(id);
      if (!before) throw notFound(called);
      const after = { ...before, ...changes };
      const change = difference(name, id, before, after);
      if (change.forward.length === 0) return after;
      // A row that goes over to another parent rests on both.
      link(name, before);
      link(name, after);
      claim(name, after, before);
      table(name).update(id, changes);
      record(name, change);
      return after;
    },
    remove(name, id) {
      const before = table(name).get(id);
      if (!before) throw notFound('What should be deleted');
      table(name).remove(id);
      record(name, removal(name, id, before));
      link(name, before);
    },
  };
}
