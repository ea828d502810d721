import type { Operation } from 'fast-json-patch';
import type { OwnedTableName } from '../db/schema.ts';

/**
 * Patches speak of one document, `{ <table>: { <row id>: <row> } }`: rows are addressed by id, never by their place in a list,
 * so that a patch still means the same row at any age. Paths are JSON Pointers (RFC 6901), operations those of RFC 6902.
 *
 * An inverse holds no `test` operations of its own: what must still be true before it may be applied is what the forward patch
 * made, and that stands in the same audit row. Keeping it twice would store every long message once more.
 */
export type Change = { forward: Operation[]; inverse: Operation[] };

type Plain = Record<string, unknown>;

/** One step of a JSON Pointer. Hardly a name needs escaping, so it is looked for first. */
const stepTo = (name: string): string => `/${/[~/]/u.test(name) ? name.replaceAll('~', '~0').replaceAll('/', '~1') : name}`;

/** A JSON Pointer to the given steps. */
export const pointer = (...steps: string[]): string => steps.map(stepTo).join('');

export const insertion = (table: OwnedTableName, id: string, row: Plain): Change => ({
  forward: [{ op: 'add', path: pointer(table, id), value: row }],
  inverse: [{ op: 'remove', path: pointer(table, id) }],
});

export const removal = (table: OwnedTableName, id: string, row: Plain): Change => ({
  forward: [{ op: 'remove', path: pointer(table, id) }],
  inverse: [{ op: 'add', path: pointer(table, id), value: row }],
});

/** Only what differs, as deep as objects go; a list is one value, so that no path ever counts places. */
export function difference(table: OwnedTableName, id: string, before: Plain, after: Plain): Change {
  const change: Change = { forward: [], inverse: [] };
  collect(change, pointer(table, id), before, after);
  change.inverse.reverse();
  return change;
}

/** fast-json-patch refuses paths through these names, so an object that has one is a value like a list is. */
const isUnwalkable = (value: object): boolean => Object.hasOwn(value, '__proto__') || Object.hasOwn(value, 'prototype');
const isWalkable = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isUnwalkable(value);
/** Own keys only: every object answers to `toString`. JSON has no undefined, so it means that there is nothing. */
const has = (object: Plain, key: string): boolean => Object.hasOwn(object, key) && object[key] !== undefined;
const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

function collect(change: Change, path: string, was: unknown, is: unknown): void {
  const { forward, inverse } = change;
  if (!isWalkable(was) || !isWalkable(is)) {
    if (same(was, is)) return;
    forward.push({ op: 'replace', path, value: is });
    inverse.push({ op: 'replace', path, value: was });
    return;
  }
  for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
    if (was[key] === is[key]) continue;
    const inner = path + stepTo(key);
    if (has(was, key) && has(is, key)) collect(change, inner, was[key], is[key]);
    else if (has(is, key)) {
      forward.push({ op: 'add', path: inner, value: is[key] });
      inverse.push({ op: 'remove', path: inner });
    } else if (has(was, key)) {
      forward.push({ op: 'remove', path: inner });
      inverse.push({ op: 'add', path: inner, value: was[key] });
    }
  }
}
