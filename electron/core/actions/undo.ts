import type { Operation } from 'fast-json-patch';
import type { ActionId } from '../../../shared/ids.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { type OwnedTableName, type Row, ownedTables } from '../db/schema.ts';
import { Failure } from '../failure.ts';
import {
  type ActionRepository,
  type LaterAction,
  type RecordedAction,
  type WholeAction,
  actionRepository,
  isWhole,
} from './action-repository.ts';
import { claimPath } from './claim-path.ts';
import { type RowAddress, type Rows, addressOf, patched, rowsOf } from './apply-patch.ts';
import { type Derivation, claimOf, isDerived } from './derivation.ts';
import type { Ledger } from './ledger.ts';

export type Direction = 'undo' | 'redo';

/** Going back (undo) or going forth again (redo): the patch to apply, and the one that made what is there now. `revision` is the action's own. */
export type Turn = { direction: Direction; apply: readonly Operation[]; made: readonly Operation[]; revision: number };

type Work = { scope: OwnerScope; ledger: Ledger; derivations: readonly Derivation[] };

/**
 * Applies a recorded patch to the rows as they are now, through the ledger, so that this too is on record.
 *
 * It is guarded: taking the patch back and making what was made again must give exactly what is there, field by field. If it does not,
 * later work has changed the same fields, and nothing is written over. Fields that follow from others are left out of the
 * comparison and computed anew.
 * @throws Failure CONFLICT, with the fields, the later actions in the way, and for a redo the undone ones it rests on: only what is in the way
 * directly, not what in its turn rests on that.
 */
export function applyTurn(work: Work, turn: Turn): void {
  const addresses = rowsOf(turn.apply);
  const now = readRows(work.scope, addresses);
  const then = patched(now, turn.apply);
  const again = then && patched(then, turn.made);
  // A row or a field it speaks of is no longer there.
  if (!then || !again) throw conflictOver(work, turn, [...missing(addresses, now), ...overtaken(work, turn)]);
  const obstacles = [
    ...differences(work.derivations, addresses, now, again),
    ...links(work.scope, addresses, now, then),
    ...overtaken(work, turn),
    ...resting(work.scope, turn, addresses, now, then),
    ...claimed(work, turn, addresses, now, then),
    ...rivals(work, addresses, now, then),
  ];
  if (obstacles.length > 0) throw conflictOver(work, turn, obstacles);
  write(work, addresses, now, then);
  settle(work, addresses, now, then);
}

/** Something that is not as it has to be: a field that was changed, a row that came to rest on another one, a row that is gone, a claim of others. */
type Obstacle = RowAddress & ({ what: 'field'; field: string } | { what: 'came' | 'gone' } | { what: 'claimed'; claim: string });

function readRows(scope: OwnerScope, addresses: readonly RowAddress[]): Rows {
  const rows: Rows = {};
  for (const { table, id } of addresses) {
    const row = scope.find(table, id);
    const known = (rows[table] ??= {});
    if (row) known[id] = { ...row };
  }
  return rows;
}

/** Fields that are not what the patch to be taken back had made of them. */
function differences(derivations: readonly Derivation[], addresses: readonly RowAddress[], now: Rows, again: Rows): Obstacle[] {
  return addresses.flatMap(({ table, id }): Obstacle[] => {
    const is = now[table]?.[id];
    const was = again[table]?.[id];
    if (!is && !was) return [];
    if (!is || !was) return [{ table, id, what: is ? 'came' : 'gone' }];
    return Object.keys({ ...is, ...was })
      .filter((field) => !isDerived(derivations, table, field) && inOrder(is[field]) !== inOrder(was[field]))
      .map((field) => ({ table, id, what: 'field', field }));
  });
}

/** A value as text, whatever the order of its keys: a key that was taken away and put back stands at the end. */
const inOrder = (value: unknown): string | undefined =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

const missing = (addresses: readonly RowAddress[], now: Rows): Obstacle[] =>
  addresses.filter(({ table, id }) => !now[table]?.[id]).map((address) => ({ ...address, what: 'gone' }));

/** Children that would lose their parent, and parents that are no longer there; the same for rows that are named without a key. */
function links(scope: OwnerScope, addresses: readonly RowAddress[], now: Rows, then: Rows): Obstacle[] {
  const isHere = ({ table, id }: RowAddress) =>
    isAmong(addresses, table, id) ? then[table]?.[id] !== undefined : scope.find(table, id) !== undefined;
  const leaving = addresses.filter(({ table, id }) => now[table]?.[id] && !then[table]?.[id]);
  const orphans = leaving.flatMap(({ table, id }) =>
    scope.links.childrenOf(table, id).filter((child) => {
      const parents = then[child.table]?.[child.id];
      // A child the patch itself changes has the parent the patch gives it.
      if (isAmong(addresses, child.table, child.id))
        return parents ? scope.links.parentsOf(child.table, parents).some((parent) => parent.table === table && parent.id === id) : false;
      return true;
    }),
  );
  const lost = addresses.flatMap(({ table, id }) =>
    scope.links.parentsOf(table, then[table]?.[id] ?? {}).filter((parent) => !isHere(parent)),
  );
  const names = (one: RowAddress, rows: Rows) => scope.links.namedBy(one.table, rows[one.table]?.[one.id] ?? {});
  const named = leaving.flatMap(({ table, id }) =>
    scope.links
      .naming(table, id)
      .filter(
        (one) => !isAmong(addresses, one.table, one.id) || names(one, then).some((other) => other.table === table && other.id === id),
      ),
  );
  // What was forgotten stands in no action and comes back by none; what was missing before is not lost now.
  const unnamed = addresses.flatMap((one) =>
    names(one, then).filter(
      (other) => !isHere(other) && !names(one, now).some(({ id }) => id === other.id) && isOnRecord(scope.use(actionRepository), other),
    ),
  );
  return [
    ...[...orphans, ...named].map((child): Obstacle => ({ ...child, what: 'came' })),
    ...[...lost, ...unnamed].map((parent): Obstacle => ({ ...parent, what: 'gone' })),
  ];
}

const isOnRecord = (actions: ActionRepository, { table, id }: RowAddress): boolean =>
  actions
    .mentioning(`/${table}/${id}`)
    .some((action) => isWhole(action) && action.payload.patch.some(({ path }) => path === `/${table}/${id}`));

/**
 * Fields that later work, still in force, has set again. Even where it set them to the same value: taking this one back under it would leave
 * the later one with nothing it could be taken back to.
 */
function overtaken({ scope, derivations }: Work, turn: Turn): Obstacle[] {
  const actions = scope.use(actionRepository);
  return turn.made.flatMap((operation): Obstacle[] => {
    const { table, id } = addressOf(operation);
    const [, , , field] = operation.path.split('/');
    if (field === undefined || isDerived(derivations, table, field)) return [];
    const obstacle: Obstacle = { table, id, what: 'field', field };
    const later = actions.laterThan(turn.revision, `/${table}/${id}`);
    return later.some(({ payload }) => payload.patch.some((change) => isBehind(change, obstacle))) ? [obstacle] : [];
  });
}

/** Rows that would go while later work, still in force, touched them or rests on them: even if nothing shows of it now, it could not be undone any more. */
const resting = (scope: OwnerScope, turn: Turn, addresses: readonly RowAddress[], now: Rows, then: Rows): Obstacle[] =>
  addresses
    .filter(({ table, id }) => now[table]?.[id] && !then[table]?.[id])
    .filter(({ table, id }) => scope.use(actionRepository).laterThan(turn.revision, `/${table}/${id}`).length > 0)
    .map((address) => ({ ...address, what: 'came' }));

/** Rows that would come to claim something by this turn. What a row had claimed before can be nobody else's. */
const claiming = ({ derivations }: Work, addresses: readonly RowAddress[], now: Rows, then: Rows) =>
  addresses.flatMap(({ table, id }) => {
    const row = then[table]?.[id];
    const before = now[table]?.[id];
    const claim = row ? claimOf(derivations, table, row) : null;
    const isNew = claim !== null && !(before && claimOf(derivations, table, before) === claim);
    return row && isNew ? [{ table, id, row, claim: claimPath(table, claim) }] : [];
  });

/**
 * Claims that later work, still in force, made for other rows: even if nothing shows of it now, that work could not have been done, and might not be
 * undone any more.
 */
const claimed = (work: Work, turn: Turn, addresses: readonly RowAddress[], now: Rows, then: Rows): Obstacle[] =>
  claiming(work, addresses, now, then)
    .filter(({ claim }) => work.scope.use(actionRepository).laterThan(turn.revision, claim).length > 0)
    .map(({ table, id, claim }) => ({ table, id, what: 'claimed', claim }));

/** Other rows that have what would be claimed, unless the patch takes them out of the way itself. */
const rivals = (work: Work, addresses: readonly RowAddress[], now: Rows, then: Rows): Obstacle[] =>
  claiming(work, addresses, now, then).flatMap(({ table, id, row }) =>
    work.derivations
      .filter((derivation) => derivation.table === table)
      .flatMap(({ rivalFields, rivalsOf }) =>
        rivalsOf(work.scope, row)
          .filter(
            (rival) =>
              rival !== id && !stepsAside(rivalFields, now[table]?.[rival], then[table]?.[rival], isAmong(addresses, table, rival)),
          )
          .map((rival): Obstacle => ({ table, id: rival, what: 'field', field: rivalFields[0] ?? 'id' })),
      ),
  );

/** Does the patch itself remove this row, or change what made it a rival? */
const stepsAside = (
  fields: readonly string[],
  before: Record<string, unknown> | undefined,
  after: Record<string, unknown> | undefined,
  isInPatch: boolean,
): boolean => isInPatch && (after === undefined || fields.some((field) => before?.[field] !== after[field]));

const isAmong = (addresses: readonly RowAddress[], table: string, id: string): boolean =>
  addresses.some((address) => address.table === table && address.id === id);

const order = Object.keys(ownedTables);
const byTable = (a: RowAddress, b: RowAddress): number => order.indexOf(a.table) - order.indexOf(b.table);

/** Parents come before their children and go after them. */
function write({ ledger }: Work, addresses: readonly RowAddress[], now: Rows, then: Rows): void {
  const ordered = addresses.toSorted(byTable);
  for (const address of ordered) {
    const row = then[address.table]?.[address.id];
    if (row && !now[address.table]?.[address.id]) insertRow(ledger, address.table, row);
  }
  for (const { table, id } of ordered) {
    const before = now[table]?.[id];
    const after = then[table]?.[id];
    if (before && after) updateRow(ledger, table, id, before, after);
  }
  for (const { table, id } of ordered.toReversed()) if (now[table]?.[id] && !then[table]?.[id]) ledger.remove(table, id);
}

// A patch holds rows as the schema of its day declares them, brought up to today's when it was read.
const insertRow = <Name extends OwnedTableName>(ledger: Ledger, table: Name, row: Record<string, unknown>): void =>
  ledger.insert(table, row as Row<Name>);

function updateRow<Name extends OwnedTableName>(
  ledger: Ledger,
  table: Name,
  id: string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): void {
  const changed = Object.entries(after).filter(([field, value]) => JSON.stringify(before[field]) !== JSON.stringify(value));
  if (changed.length > 0) ledger.update(table, id, Object.fromEntries(changed) as Partial<Row<Name>>);
}

/** Computes what follows from other rows, for every row that was touched or follows from one that was. */
function settle(work: Work, addresses: readonly RowAddress[], now: Rows, then: Rows): void {
  const { scope, ledger, derivations } = work;
  const following = new Map<string, { derivation: Derivation; id: string }>();
  for (const { table, id } of addresses) {
    for (const row of [now[table]?.[id], then[table]?.[id]]) {
      for (const derivation of derivations) {
        for (const affected of row ? derivation.affectedBy(table, row) : [])
          following.set(`${derivation.table}/${affected}`, { derivation, id: affected });
      }
    }
  }
  for (const { derivation, id } of following.values()) derivation.settle({ scope, ledger }, id);
  const rows = new Map(addresses.map((address) => [`${address.table}/${address.id}`, address]));
  for (const { derivation, id } of following.values()) rows.set(`${derivation.table}/${id}`, { table: derivation.table, id });
  for (const { table, id } of rows.values()) settleTime(scope.use(actionRepository), ledger, table, id);
}

/** `updatedAt` is when the newest action in force touched the row: the same whatever was undone and redone on the way. */
function settleTime(actions: ActionRepository, ledger: Ledger, table: OwnedTableName, id: string): void {
  const row = ledger.get(table, id);
  if (!row || !('updatedAt' in row) || !('createdAt' in row)) return;
  const updatedAt = actions.lastTouched(`/${table}/${id}`) ?? row.createdAt;
  if (updatedAt !== row.updatedAt) updateRow(ledger, table, id, row, { ...row, updatedAt });
}

/** Names what is in the way, the work, still in force, that put it there, and for a redo the undone work that would clear it. */
function conflictOver({ scope, derivations }: Work, turn: Turn, obstacles: readonly Obstacle[]): Failure {
  const actions = scope.use(actionRepository);
  const later = new Map<ActionId, LaterAction>();
  const earlier = new Map<ActionId, LaterAction>();
  for (const obstacle of obstacles) {
    const row = `/${obstacle.table}/${obstacle.id}`;
    for (const action of actions.laterThan(turn.revision, obstacle.what === 'claimed' ? obstacle.claim : row)) {
      const rests = obstacle.what === 'claimed' || (obstacle.what === 'came' && action.payload.linked?.includes(row));
      if (rests || action.payload.patch.some((operation) => isBehind(operation, obstacle))) later.set(action.id, action);
    }
    if (turn.direction === 'redo') for (const action of undoneSince(actions, turn.revision, obstacle)) earlier.set(action.id, action);
  }
  const fields = new Set(obstacles.map((obstacle) => fieldOf(derivations, obstacle)));
  return turnRefused(turn.direction, {
    fields: [...fields],
    laterActions: [...later.values()].toSorted((a, b) => b.revision - a.revision),
    earlierActions: [...earlier.values()].toSorted((a, b) => a.revision - b.revision),
  });
}

type Named = Pick<LaterAction, 'id' | 'actionType' | 'createdAt'>;

/** The refusal of an undo or a redo, in words that say what has to come first. */
export function turnRefused(
  direction: Direction,
  { fields, laterActions, earlierActions }: { fields: string[]; laterActions: readonly Named[]; earlierActions: readonly Named[] },
): Failure {
  const brief = ({ id, actionType, createdAt }: Named): Named => ({ id, actionType, createdAt });
  const conflict = { fields, laterActions: laterActions.map(brief), earlierActions: earlierActions.map(brief) };
  return new Failure('CONFLICT', refusalWords(direction, laterActions.length > 0, earlierActions.length > 0), { conflict });
}

function refusalWords(direction: Direction, hasLater: boolean, hasEarlier: boolean): string {
  if (direction === 'undo') {
    return hasLater
      ? 'Later changes rest on this one. Undo those first, or all of them together.'
      : 'What this changed is no longer as it was left, so it can’t be taken back.';
  }
  if (hasLater && hasEarlier)
    return 'Later changes are in the way, and it rests on others that are undone. Undo the first and redo the second.';
  if (hasLater) return 'Later changes are in the way. Undo those first, then this can be made again.';
  if (hasEarlier) return 'It rests on changes that are undone. Make those again first, or all of them together.';
  return 'What this changed is no longer as it was before, so it can’t be made again.';
}

/** Work that had touched the obstacle and was in force when the action of a revision was made, and is undone now: oldest first. */
function undoneSince(actions: ActionRepository, revision: number, obstacle: Obstacle): LaterAction[] {
  if (obstacle.what === 'claimed') return [];
  const row = `/${obstacle.table}/${obstacle.id}`;
  const known = actions.mentioning(row).filter((action) => action.revision < revision);
  const lastTurn = new Map<ActionId, RecordedAction>();
  for (const action of known.toSorted((a, b) => a.revision - b.revision)) {
    if (action.payload.about !== undefined) lastTurn.set(action.payload.about, action);
  }
  return known.filter(
    (action): action is WholeAction =>
      isWhole(action) &&
      action.payload.about === undefined &&
      action.revertedAt !== null &&
      lastTurn.get(action.id)?.actionType !== 'undo' &&
      action.payload.patch.some((operation) => operation.path === row || isBehind(operation, obstacle)),
  );
}

/** What a refusal calls an obstacle: `<table>.<field>`, or the table for a whole row. */
function fieldOf(derivations: readonly Derivation[], obstacle: Obstacle): string {
  if (obstacle.what === 'field') return `${obstacle.table}.${obstacle.field}`;
  const claimedBy = derivations.find(({ table }) => table === obstacle.table)?.rivalFields[0];
  return obstacle.what === 'claimed' && claimedBy !== undefined ? `${obstacle.table}.${claimedBy}` : obstacle.table;
}

/** Did this operation put the obstacle there? */
function isBehind({ op, path }: Operation, obstacle: Obstacle): boolean {
  const row = `/${obstacle.table}/${obstacle.id}`;
  if (obstacle.what === 'gone') return op === 'remove' && path === row;
  if (obstacle.what === 'claimed') return false;
  if (obstacle.what !== 'field') return path === row || path.startsWith(`${row}/`);
  const field = `${row}/${obstacle.field}`;
  return path === row || path === field || path.startsWith(`${field}/`);
}
