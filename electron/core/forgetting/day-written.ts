import { isDeepStrictEqual } from 'node:util';
import type { Operation } from 'fast-json-patch';
import { PartId } from '../../../shared/ids.ts';
import { type WholeAction, actionRepository, isWhole } from '../actions/action-repository.ts';
import { type RowAddress, type Rows, patched, rowsOf } from '../actions/apply-patch.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import type { OwnedTableName } from '../db/schema.ts';
import { forgettingRepository } from './forgetting-repository.ts';
import type { LocalDay } from './local-day.ts';
import { isRow } from './reach.ts';
import type { FieldChange, Wish } from './wish.ts';

/** What was written on a day beside messages, check-ins, notes and drafts of that day: told by what was done then. */
export type DayWritten = Pick<Wish, 'rows' | 'texts' | 'parts' | 'changes' | 'trail' | 'staying'>;

/** Where a person's own words stand in rows that can stay without them. */
const wordFields: { readonly [Name in OwnedTableName]?: readonly string[] } = {
  sessions: ['title'],
  parts: ['story', 'attributes'],
  partRelationships: ['notes'],
  notes: ['title', 'content'],
};
const looked: readonly OwnedTableName[] = ['parts', 'partRelationships', 'partAssessments', 'partEvidence', 'notes', 'sessions'];
/** What a part is shown with: no words. */
const plainAttributes: readonly string[] = ['role', 'emoji', 'hue'];

type Row = Record<string, unknown>;

/**
 * What was made on the day goes, unless something of another day rests on it. Of what stays, a field loses what was written on the day and is again what
 * it was before; one that was written anew later stays. Reads only.
 * @param goes whether a row (`/<table>/<id>`) goes anyway.
 */
export function writtenOn(scope: OwnerScope, day: LocalDay, goes: (table: OwnedTableName, id: string) => boolean): DayWritten {
  const actions = scope.use(actionRepository);
  const isOnDay = ({ createdAt }: WholeAction): boolean => day.holds(createdAt);
  const ofDay = scope.use(forgettingRepository).recordedBetween(day.from, day.to).filter(isWhole).filter(isOnDay);
  const rows: RowAddress[] = [];
  const texts: string[] = [];
  const parts: { id: PartId; name: string }[] = [];
  const changes: FieldChange[] = [];
  const trail = new Map<string, WholeAction>();
  const staying: string[] = [];
  const isGoing = (table: OwnedTableName, id: string): boolean =>
    goes(table, id) || rows.some((row) => row.table === table && row.id === id);

  const touched = rowsOf(ofDay.flatMap(({ payload }) => payload.patch)).filter(
    ({ table, id }) => looked.includes(table) && !goes(table, id),
  );
  // What stands by itself goes before the part it may belong to.
  for (const address of touched.toSorted((one, other) => Number(one.table === 'parts') - Number(other.table === 'parts'))) {
    const { table, id } = address;
    const path = `/${table}/${id}`;
    const mentioning = actions
      .mentioning(path)
      .filter(isWhole)
      .toSorted((one, other) => one.revision - other.revision);
    const own = mentioning.filter(({ payload }) => payload.patch.some((operation) => isOf(operation, path)));
    const made = own.find(isOnDay)?.payload.patch.find((operation) => operation.op === 'add' && operation.path === path);
    const row: Row | undefined = scope.find(table, id);
    if (made && row && mayGo(address, row, mentioning.every(isOnDay))) {
      rows.push(address);
      texts.push(...wordsIn(row));
      if (table === 'parts') parts.push({ id: PartId.parse(id), name: String(row.name) });
      continue;
    }
    if (made && row && table === 'parts') staying.push(String(row.name));
    const fields = wordFields[table] ?? [];
    const holds = ({ payload, result }: WholeAction): boolean =>
      [...payload.patch, ...result.patch].some(
        (operation) => operation.path === path || fields.some((field) => isOf(operation, `${path}/${field}`)),
      );
    const since = own.filter(holds);
    const first = since.findIndex(isOnDay);
    if (first === -1) continue;
    const around = valuesAround(address, row, since.slice(first), fields, isOnDay);
    const written = fields.filter(
      (field) => !isDeepStrictEqual(around?.before[field], around?.after[field]) && !isEmpty(around?.after[field]),
    );
    if (written.length === 0) continue;
    for (const action of since.slice(first)) trail.set(action.id, action);
    texts.push(...written.flatMap((field) => wordsIn(around?.after[field])));
    const left = row && around ? withoutWritten(table, row, around, written) : {};
    if (Object.keys(left).length > 0) changes.push({ table, id, changes: left });
  }
  return { rows, texts, parts, changes, trail: [...trail.values()], staying };

  function mayGo({ table, id }: RowAddress, row: Row, isOfDayAlone: boolean): boolean {
    const children = () => scope.links.childrenOf(table, id);
    const messageOf = (child: RowAddress) =>
      child.table === 'proposals' || child.table === 'partEvidence' ? (scope.find(child.table, child.id)?.messageId ?? null) : null;
    const isQuoted = (): boolean =>
      children()
        .map(messageOf)
        .some((messageId) => messageId !== null && !isGoing('messages', messageId));
    if (table === 'partAssessments') return true;
    if (table === 'partEvidence') return row.messageId === null;
    if (table === 'partRelationships') return isOfDayAlone && !isQuoted();
    if (table !== 'parts') return false;
    const { naming, sessionsWith } = scope.use(forgettingRepository);
    const partId = PartId.parse(id);
    const isSpoken =
      naming(partId, String(row.name)).some((messageId) => !isGoing('messages', messageId)) ||
      sessionsWith(partId).some((sessionId) => !isGoing('sessions', sessionId));
    return isOfDayAlone && !isQuoted() && !isSpoken;
  }
}

const isOf = ({ path }: Operation, of: string): boolean => path === of || path.startsWith(`${of}/`);

/** The words a row, or a field of one, is told with. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (!isRow(value)) return [];
  const told = ['name', 'story', 'attributes', 'notes', 'note', 'quote', 'content', 'title'];
  const isRowItself = 'userId' in value;
  return Object.entries(value).flatMap(([key, inner]) =>
    (isRowItself ? told.includes(key) : !plainAttributes.includes(key)) ? wordsIn(inner) : [],
  );
}

const isEmpty = (value: unknown): boolean => wordsIn(value).every((text) => text.trim() === '');

/** The fields of a row before the day's first change and after its last. */
type Around = { before: Row; after: Row };

/**
 * Goes back from the row as it is through what was done since.
 * @returns null when that can't be told: something in between was forgotten, so the patches do not fit.
 */
function valuesAround(
  { table, id }: RowAddress,
  row: Row | undefined,
  since: readonly WholeAction[],
  fields: readonly string[],
  isOnDay: (action: WholeAction) => boolean,
): Around | null {
  const path = `/${table}/${id}`;
  const ofFields = (operation: Operation): boolean =>
    operation.path === path || fields.some((field) => isOf(operation, `${path}/${field}`));
  let rows: Rows | null = { [table]: row ? { [id]: row } : {} };
  let after: Row | null = null;
  for (const action of since.toReversed()) {
    if (isOnDay(action)) after ??= rows[table]?.[id] ?? {};
    rows = patched(rows, action.result.patch.filter(ofFields));
    if (!rows) return null;
  }
  const before = rows[table]?.[id] ?? {};
  return after && { before, after };
}

/** The changes that take away what was written, where it still stands. */
function withoutWritten(table: OwnedTableName, row: Row, { before, after }: Around, written: readonly string[]): Row {
  const left: Row = {};
  for (const field of written) {
    if (field === 'attributes') {
      const attributes = withoutAttributes(row.attributes, before.attributes, after.attributes);
      if (attributes) left.attributes = attributes;
    } else if (isDeepStrictEqual(row[field], after[field])) left[field] = before[field] ?? (table === 'sessions' ? null : '');
  }
  return left;
}

/** One by one: what was written of a part later stays beside what was written on the day. */
function withoutAttributes(now: unknown, before: unknown, after: unknown): Row | null {
  if (!isRow(now) || !isRow(after)) return null;
  const was = isRow(before) ? before : {};
  const entries = Object.entries(now).flatMap(([key, value]): [string, unknown][] => {
    const isWritten = !plainAttributes.includes(key) && isDeepStrictEqual(value, after[key]) && !isDeepStrictEqual(after[key], was[key]);
    return isWritten ? (was[key] === undefined ? [] : [[key, was[key]]]) : [[key, value]];
  });
  const attributes = Object.fromEntries(entries);
  return isDeepStrictEqual(attributes, now) ? null : attributes;
}
