import jsonPatch, { type Operation } from 'fast-json-patch';
import type { OwnedTableName } from '../db/schema.ts';
import { ownedTables } from '../db/schema.ts';

/** Some rows, as patches see them. A row that is not there has no key. */
export type Rows = { [Table in string]: { [id: string]: Record<string, unknown> } };

export type RowAddress = { table: OwnedTableName; id: string };

const isTable = (name: string): name is OwnedTableName => Object.hasOwn(ownedTables, name);

/** The row an operation is about. @throws Error when the path names no table: a patch nobody here wrote. */
export function addressOf({ path }: Operation): RowAddress {
  const [, table = '', id = ''] = path.split('/');
  if (!isTable(table) || id === '') throw new Error('A patch addresses no row.');
  return { table, id };
}

/** Every row a patch touches, each once, in the order of first touch. */
export function rowsOf(patch: readonly Operation[]): RowAddress[] {
  const found = new Map<string, RowAddress>();
  for (const operation of patch) {
    const address = addressOf(operation);
    found.set(`/${address.table}/${address.id}`, address);
  }
  return [...found.values()];
}

/**
 * The rows after a patch. What is given stays as it is: fast-json-patch changes in place and stops half-way at an operation that fails.
 * @returns null when an operation does not fit, such as a change to a row that is not there.
 */
export function patched(rows: Rows, patch: readonly Operation[]): Rows | null {
  const copy: Rows = structuredClone(rows);
  for (const { table } of rowsOf(patch)) copy[table] ??= {};
  try {
    return jsonPatch.applyPatch(copy, structuredClone([...patch]), true).newDocument;
  } catch {
    return null;
  }
}
