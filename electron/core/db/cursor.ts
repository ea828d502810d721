import { type Column, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { Failure } from '../failure.ts';

/** Where a list was left off: the last row's sort value and id. Opaque to callers, and harmless if made up, for every query names its owner. */
const Cursor = z.tuple([z.union([z.number(), z.string().max(500)]), z.uuid()]);
export type Cursor = z.infer<typeof Cursor>;

export const encodeCursor = (at: number | string, id: string): string => Buffer.from(JSON.stringify([at, id])).toString('base64url');

/** @throws Failure INVALID_INPUT when the text is no cursor of ours. */
export function decodeCursor(text: string): Cursor {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch (error) {
    throw new Failure('INVALID_INPUT', 'This list can’t be continued from here. Please load it again.', { cause: error });
  }
}

/** Cuts a list that was read with one row more than asked for, and tells where the next page begins. */
export function pageOf<Row, Item>(
  rows: Row[],
  limit: number,
  position: (row: Row) => [at: number | string, id: string],
  toItem: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { items: kept.map(toItem), nextCursor: rows.length > limit && last !== undefined ? encodeCursor(...position(last)) : null };
}

/** Rows beyond a place in an order by `key`, and by id where keys are equal. */
export const beyond = (key: Column | SQL, id: Column, descending: boolean, [at, last]: Cursor): SQL =>
  descending ? sql`(${key}, ${id}) < (${at}, ${last})` : sql`(${key}, ${id}) > (${at}, ${last})`;
