import { and, asc, count, eq, getTableColumns, gt, gte, lt, lte, sql } from 'drizzle-orm';
import type { MemoryUpdateId } from '../../../shared/ids.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { type Row, memoryUpdates } from '../db/schema.ts';

/** How long somebody may be at work on an update before it is anybody’s again, in milliseconds. */
export const LEASE_MS = 5 * 60_000;

/** The longest time an update ever waits by itself, in milliseconds. What is due later than that was put there by a clock that was ahead. */
export const LONGEST_WAIT_MS = 64 * 60_000;

/** When an update is due that waits for its person: never by itself. */
export const NEVER = Number.MAX_SAFE_INTEGER;

export type QueuedUpdate = Row<'memoryUpdates'>;

/** The queue of what memory has yet to be made of, as it stands. All of it goes through one index, however long the queue is. */
export type QueueRepository = {
  get(id: MemoryUpdateId): QueuedUpdate | undefined;
  /** What has been due for longest and nobody holds. */
  due(now: number): QueuedUpdate | undefined;
  /** When something will be due next: `now` when something is, null when nothing waits but for its person. */
  nextDueAt(now: number): number | null;
  /** Those that need attention first, then in the order they are due. */
  waiting(limit: number): QueuedUpdate[];
  waitingCount(): number;
  /** Those whose last attempt just failed. */
  failed(): QueuedUpdate[];
};

/** Whether somebody holds an update. A lease that lies further ahead than the longest one is void: the clock was set back since. */
export const isHeld = ({ leaseHolder, leasedUntil }: Pick<QueuedUpdate, 'leaseHolder' | 'leasedUntil'>, now: number): boolean =>
  leaseHolder !== null && leasedUntil !== null && leasedUntil > now && leasedUntil <= now + LEASE_MS;

export const queueRepository: RepositoryFactory<QueueRepository> = ({ find, owns, prepare, reader }) => {
  const columns = getTableColumns(memoryUpdates);
  const read = () => reader.select(columns).from(memoryUpdates);
  // Spelled out: SQLite takes the index of what is not processed only where it can read the 0.
  const open = and(owns(memoryUpdates), sql`${memoryUpdates.processed} = 0`);
  const [now, horizon] = [sql.placeholder('now'), sql.placeholder('horizon')];
  const free = sql`(${memoryUpdates.leaseHolder} is null or ${memoryUpdates.leasedUntil} <= ${now} or ${memoryUpdates.leasedUntil} > ${horizon})`;
  const inOrder = [asc(memoryUpdates.dueAt), sql`rowid`];

  const ready = prepare(
    columns,
    read()
      .where(and(open, lte(memoryUpdates.dueAt, now), free))
      .orderBy(...inOrder)
      .limit(1),
  );
  const tooFarAhead = prepare(
    columns,
    read()
      .where(and(open, gt(memoryUpdates.dueAt, sql.placeholder('longest')), lt(memoryUpdates.dueAt, NEVER), free))
      .orderBy(...inOrder)
      .limit(1),
  );
  const later = prepare(
    columns,
    read()
      .where(and(open, gt(memoryUpdates.dueAt, now), lt(memoryUpdates.dueAt, NEVER)))
      .orderBy(...inOrder)
      .limit(1),
  );
  const heldColumns = { until: sql<number | null>`min(${memoryUpdates.leasedUntil})` };
  const held = prepare(
    heldColumns,
    reader
      .select(heldColumns)
      .from(memoryUpdates)
      .where(and(open, lte(memoryUpdates.dueAt, now))),
  );
  const attention = prepare(
    columns,
    read()
      .where(and(open, gte(memoryUpdates.dueAt, NEVER)))
      .orderBy(...inOrder)
      .limit(sql.placeholder('limit')),
  );
  const others = prepare(
    columns,
    read()
      .where(and(open, lt(memoryUpdates.dueAt, NEVER)))
      .orderBy(...inOrder)
      .limit(sql.placeholder('limit')),
  );
  const counted = { updates: count() };
  const total = prepare(counted, reader.select(counted).from(memoryUpdates).where(open));

  const due = (moment: number): QueuedUpdate | undefined => {
    const moments = { now: moment, horizon: moment + LEASE_MS, longest: moment + LONGEST_WAIT_MS };
    return ready.get(moments) ?? tooFarAhead.get(moments);
  };

  return {
    get: (id) => find('memoryUpdates', id),
    due,
    nextDueAt(moment) {
      if (due(moment)) return moment;
      // Nothing is free, so whatever is due is held, and reopened meanwhile: its holder may be gone.
      const moments = [later.get({ now: moment })?.dueAt, held.get({ now: moment })?.until].filter((at) => typeof at === 'number');
      return moments.length > 0 ? Math.min(...moments) : null;
    },
    waiting(limit) {
      const first = attention.all({ limit });
      return [...first, ...others.all({ limit: limit - first.length })];
    },
    failed: () =>
      read()
        .where(and(open, eq(memoryUpdates.problem, 'failed')))
        .all(),
    waitingCount: () => total.get()?.updates ?? 0,
  };
};
