import type { OwnedTableName, Row } from '../db/schema.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import type { Ledger } from './ledger.ts';

/**
 * What a table's rows owe to others. Fields that follow from other rows: nobody sets them by hand, so an undo computes them anew instead of comparing them.
 * `updatedAt` is one in every table: the time of the newest action, still in force, that touched the row.
 */
export type Derivation = {
  readonly table: OwnedTableName;
  readonly fields: readonly string[];
  /** The fields by which rivals are rivals; a refusal names the first. */
  readonly rivalFields: readonly string[];
  /** The rows of this table that follow from a row of any table. */
  affectedBy(table: OwnedTableName, row: Partial<Row<OwnedTableName>>): readonly string[];
  /** What only one row of the table can have at a time, as text: a part's name, a relationship's pair and type. Null when the row has no such thing. */
  claimOf(row: Record<string, unknown>): string | null;
  /** Rows that can't be there beside this one, because they have what it claims. */
  rivalsOf(scope: OwnerScope, row: Record<string, unknown>): readonly string[];
  /**
   * Brings the fields of one row up to date, if the row is there.
   */
  settle(work: { scope: OwnerScope; ledger: Ledger }, id: string): void;
};

export const isDerived = (derivations: readonly Derivation[], table: string, field: string): boolean =>
  field === 'updatedAt' || derivations.some((derivation) => derivation.table === table && derivation.fields.includes(field));

/** What a row claims, as text; null when rows of this table claim nothing. */
export const claimOf = (derivations: readonly Derivation[], table: OwnedTableName, row: Record<string, unknown>): string | null =>
  derivations.find((derivation) => derivation.table === table)?.claimOf(row) ?? null;
