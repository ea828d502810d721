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

/** With more items that go and come than this, a list is replaced as a whole: what is looked at grows with the square of it. */
const CHANGED_MAX = 500;

function collectList(operations: Operation[], steps: readonly string[], before: readonly unknown[], after: readonly unknown[]): void {
  const [was, is] = [new Identities(before), new Identities(after)];
  const isSame = (from: number, to: number): boolean => before[from] === after[to] || was.at(from) === is.at(to);
  let start = 0;
  while (start < before.length && start < after.length && isSame(start, start)) start += 1;
  let [wasEnd, isEnd] = [before.length, after.length];
  while (wasEnd > start && isEnd > start && isSame(wasEnd - 1, isEnd - 1)) [wasEnd, isEnd] = [wasEnd - 1, isEnd - 1];
  const kept = longestCommon(wasEnd - start, isEnd - start, (from, to) => isSame(from + start, to + start));
  if (!kept) {
    operations.push({ op: 'replace', path: pointer(...steps), value: after });
    return;
  }
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

/** What the items of a list are told apart by, worked out once for each that is asked about. */
class Identities {
  readonly #items: readonly unknown[];
  readonly #known: string[] = [];

  constructor(items: readonly unknown[]) {
    this.#items = items;
  }

  at(index: number): string {
    return (this.#known[index] ??= identityOf(this.#items[index]));
  }
}

const identityOf = (item: unknown): string => {
  const id = isObject(item) && Object.hasOwn(item, 'id') ? item['id'] : undefined;
  return typeof id === 'string' ? `#${id}` : canonicalJson(item);
};

/**
 * The places, in both lists, of a longest sequence that both have in common. The more they have in common, the less is compared (E. W. Myers,
 * “An O(ND) Difference Algorithm and Its Variations”, Algorithmica 1, 1986: its greedy algorithm, with the same names).
 * @param n and m how long the lists are.
 * @param isSame whether the item at a place of the first is the item at a place of the second.
 * @returns null when more than CHANGED_MAX items would go and come.
 */
function longestCommon(n: number, m: number, isSame: (x: number, y: number) => boolean): [number, number][] | null {
  /** For each number of changes, how far each diagonal k = x - y was reached with it, from k = -d on. */
  const reached: Int32Array[] = [];
  const furthest = (d: number, k: number): number => reached[d]?.[k + d] ?? -1;
  /** Where a diagonal is entered with one change more: from the one above by an item that comes, or from the one below by one that goes. */
  const enter = (d: number, k: number): number => Math.max(k < d ? furthest(d - 1, k + 1) : -1, k > -d ? furthest(d - 1, k - 1) + 1 : -1);
  for (let d = 0; d <= Math.min(n + m, CHANGED_MAX); d += 1) {
    const row = new Int32Array(2 * d + 1).fill(-1);
    reached.push(row);
    for (let k = -d; k <= d; k += 2) {
      let x = d === 0 ? 0 : enter(d, k);
      while (x < n && x - k < m && isSame(x, x - k)) x += 1;
      row[k + d] = x;
      if (x >= n && x - k >= m) return alongTheWay(d, k);
    }
  }
  return null;

  /** Follows the way that reached the end back to the beginning. */
  function alongTheWay(changes: number, last: number): [number, number][] {
    const common: [number, number][] = [];
    for (let [d, k] = [changes, last]; d >= 0; d -= 1) {
      const from = d === 0 ? 0 : enter(d, k);
      for (let x = furthest(d, k) - 1; x >= from; x -= 1) common.push([x, x - k]);
      k += k < d && furthest(d - 1, k + 1) === from ? 1 : -1;
    }
    return common.toReversed();
  }
}
