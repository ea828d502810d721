import type { Operation } from 'fast-json-patch';
import { pointer } from '../../actions/patches.ts';
import { canonicalJson } from './canonical-json.ts';
import { isList, isObject } from './json.ts';

/**
 * The operations (RFC 6902) that make one value of another. Lists are compared as lists: dropping the first item and appending one are two
 * operations, however long the list is. Items with an `id` are the same item as long as the id is; others as long as they are equal.
 * @param before must be frozen or stay as it is: what is the same object is taken to be the same value.
 */
export function operationsBetween(before: unknown, after: unknown): Operation[] {
  const operations: Operation[] = [];
  collect(operations, [], before, after);
  return operations;
}

function collect(operations: Operation[], steps: readonly string[], before: unknown, after: unknown): void {
  if (before === after) return;
  if (isList(before) && isList(after)) collectList(operations, steps, before, after);
  else if (isObject(before) && isObject(after)) collectObject(operations, steps, before, after);
  else if (canonicalJson(before) !== canonicalJson(after)) operations.push({ op: 'replace', path: pointer(...steps), value: after });
}

function collectObject(
  operations: Operation[],
  steps: readonly string[],
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): void {
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(after, key)) operations.push({ op: 'remove', path: pointer(...steps, key) });
  }
  for (const [key, value] of Object.entries(after)) {
    const was = Object.hasOwn(before, key) ? before[key] : undefined;
    if (was === undefined) operations.push({ op: 'add', path: pointer(...steps, key), value });
    else if (was !== value) collect(operations, [...steps, key], was, value);
  }
}

/** A list that differs in more places than this is compared place by place: finding the shortest way costs the product of both lengths. */
const COMPARED_MAX = 250_000;

function collectList(operations: Operation[], steps: readonly string[], before: readonly unknown[], after: readonly unknown[]): void {
  const isSame = (one: unknown, other: unknown): boolean => one === other || identityOf(one) === identityOf(other);
  let start = 0;
  while (start < before.length && start < after.length && isSame(before[start], after[start])) start += 1;
  let [wasEnd, isEnd] = [before.length, after.length];
  while (wasEnd > start && isEnd > start && isSame(before[wasEnd - 1], after[isEnd - 1])) [wasEnd, isEnd] = [wasEnd - 1, isEnd - 1];
  if ((wasEnd - start) * (isEnd - start) > COMPARED_MAX) {
    operations.push({ op: 'replace', path: pointer(...steps), value: after });
    return;
  }
  const kept = longestCommon(before.slice(start, wasEnd).map(identityOf), after.slice(start, isEnd).map(identityOf));
  const keptBefore = new Set(kept.map(([at]) => at + start));
  const keptAfter = new Map(kept.map(([from, to]) => [to + start, from + start]));
  // From the end, so that no removal moves what is still to be removed.
  for (let at = wasEnd - 1; at >= start; at -= 1)
    if (!keptBefore.has(at)) operations.push({ op: 'remove', path: pointer(...steps, String(at)) });
  for (let at = start; at < isEnd; at += 1) {
    const value = after[at];
    if (value === undefined || keptAfter.has(at)) continue;
    operations.push({ op: 'add', path: pointer(...steps, at === after.length - 1 ? '-' : String(at)), value });
  }
  // Now every item stands where it belongs; what changed inside of it comes last.
  after.forEach((value, at) => {
    const from = at < start ? at : at >= isEnd ? at - after.length + before.length : keptAfter.get(at);
    const earlier = from === undefined ? undefined : before[from];
    if (earlier !== undefined && earlier !== value) collect(operations, [...steps, String(at)], earlier, value);
  });
}

const identityOf = (item: unknown): string => {
  const id = isObject(item) && Object.hasOwn(item, 'id') ? item['id'] : undefined;
  return typeof id === 'string' ? `#${id}` : canonicalJson(item);
};

/** The places, in both lists, of a longest sequence that both have in common (Wagner and Fischer’s table). */
function longestCommon(one: readonly string[], other: readonly string[]): [number, number][] {
  const width = other.length + 1;
  const lengths = new Uint32Array((one.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        one[row] === other[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const common: [number, number][] = [];
  for (let [row, column] = [0, 0]; row < one.length && column < other.length;) {
    if (one[row] === other[column]) common.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return common;
}
