import { and, desc, eq, gt, gte, lt, getTableColumns, sql } from 'drizzle-orm';
import type { ActorKind } from '../../../shared/entities/action.ts';
import type { MemoryUpdateKind } from '../../../shared/entities/job.ts';
import type { ActionId, PartId, SessionId } from '../../../shared/ids.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { type ActionPayload, type ActionResult, type Row, actionRows, agentActions, memoryUpdates } from '../db/schema.ts';

/** Not the person themselves: few actions are, and those have an index. */
const isOther = (actor: ActorKind | undefined): boolean => actor !== undefined && actor !== 'user';

/** Undo and redo are about other actions: they never stand in another one's way. */
const turns = ['undo', 'redo'];

export type RecordedAction = Row<'agentActions'>;

/** An action of which nothing was forgotten. */
export type WholeAction = RecordedAction & { payload: ActionPayload; result: ActionResult };

export const isWhole = (action: RecordedAction): action is WholeAction => 'patch' in action.payload && 'patch' in action.result;

export type LaterAction = Pick<WholeAction, 'id' | 'actionType' | 'createdAt' | 'revision' | 'payload'>;

export type ActionFilter = {
  actor?: ActorKind | undefined;
  actionType?: string | undefined;
  partId?: PartId | undefined;
  sessionId?: SessionId | undefined;
  since?: number | undefined;
  /** Only actions before this revision. */
  before?: number | undefined;
  limit: number;
};

/** What the action bus itself reads: the audit trail, and rows waiting in the memory queue. */
export type ActionRepository = {
  /** How many actions this file has seen: 0 before the first one. */
  latestRevision(): number;
  get(id: ActionId): RecordedAction | undefined;
  /** Newest first. */
  list(filter: ActionFilter): RecordedAction[];
  /** Actions in force, made after a revision, that touched a row (`/<table>/<id>`), rest on it, or made a claim. Newest first. */
  laterThan(revision: number, rowPath: string): LaterAction[];
  /** When the newest action in force touched a row; undefined when none did. */
  lastTouched(rowPath: string): number | undefined;
  /** What the companion did in a session and was not forgotten, undone or not, newest first. */
  companionActionsOf(sessionId: SessionId): { id: ActionId; actionType: string; revertedAt: number | null }[];
  /** Every action that touched a row or rests on it, undone or not, and whether it is an undo or redo itself. */
  mentioning(rowPath: string): RecordedAction[];
  /** Every action that was done in a session, in no particular order. */
  ofSession(sessionId: SessionId): RecordedAction[];
  memoryUpdate(kind: MemoryUpdateKind, refId: string): Row<'memoryUpdates'> | undefined;
};

export const actionRepository: RepositoryFactory<ActionRepository> = ({ owns, prepare, reader }) => {
  // `actor` is generated from the row's JSON and indexed; it is never written.
  const { revision } = agentActions;
  const columns = getTableColumns(agentActions);
  // The one query without an owner: a revision is a row number, so it is unique in the whole file.
  const latestColumns = { revision: sql<number | null>`max(${revision})` };
  const latest = prepare(latestColumns, reader.select(latestColumns).from(agentActions));
  const one = prepare(
    columns,
    reader
      .select(columns)
      .from(agentActions)
      .where(and(owns(agentActions), eq(agentActions.id, sql.placeholder('id')))),
  );
  const queued = prepare(
    getTableColumns(memoryUpdates),
    reader
      .select()
      .from(memoryUpdates)
      .where(and(owns(memoryUpdates), eq(memoryUpdates.kind, sql.placeholder('kind')), eq(memoryUpdates.refId, sql.placeholder('refId')))),
  );
  /**
   * The owner's condition where the table itself is read, from its newest row on. The plus keeps SQLite from collecting all the owner has through
   * an index that begins with the owner, and sorting it.
   */
  const inTableOrder = sql`+(${owns(agentActions)})`;
  /** In force, and not itself an undo or redo. */
  const inForce = sql`${agentActions.revertedAt} is null and ${agentActions.actionType} not in ${turns}`;
  /** Actions that touched or rest on a row, found through their revisions. */
  const restingOn = (path: unknown) =>
    sql`${revision} in (select indexed.revision from agent_action_rows as indexed where indexed.row_path = ${path})`;
  const briefColumns = { id: agentActions.id, actionType: agentActions.actionType, createdAt: agentActions.createdAt, revision };
  const laterColumns = { ...briefColumns, payload: agentActions.payload };
  // From the index to the actions, never the other way: a part that was changed a thousand times has a thousand lines there.
  const onRow = and(eq(actionRows.rowPath, sql.placeholder('path')), eq(actionRows.revision, revision));
  const found = and(onRow, owns(agentActions), inForce);
  const later = prepare(
    laterColumns,
    reader
      .select(laterColumns)
      .from(actionRows)
      .crossJoin(agentActions)
      .where(and(found, gt(actionRows.revision, sql.placeholder('revision'))))
      .orderBy(desc(actionRows.revision)),
  );
  const last = prepare(
    briefColumns,
    reader
      .select(briefColumns)
      .from(actionRows)
      .crossJoin(agentActions)
      .where(and(found, eq(actionRows.touched, 1)))
      .orderBy(desc(actionRows.revision))
      .limit(1),
  );
  const companionColumns = { ...briefColumns, revertedAt: agentActions.revertedAt };
  const companions = prepare(
    companionColumns,
    reader
      .select(companionColumns)
      .from(agentActions)
      .where(
        and(
          owns(agentActions),
          sql`${agentActions.actionType} not in ${turns}`,
          sql`${agentActions.payload} ->> '$.forgotten' is null`,
          sql`actor = 'agent'`,
          eq(agentActions.sessionId, sql.placeholder('sessionId')),
        ),
      )
      .orderBy(desc(revision)),
  );
  const mentioned = prepare(
    columns,
    reader
      .select(columns)
      .from(actionRows)
      .crossJoin(agentActions)
      .where(and(onRow, owns(agentActions))),
  );
  const inSession = prepare(
    columns,
    reader
      .select(columns)
      .from(agentActions)
      .where(and(owns(agentActions), eq(agentActions.sessionId, sql.placeholder('sessionId')))),
  );

  return {
    latestRevision: () => latest.get()?.revision ?? 0,
    get: (id) => one.get({ id }),
    list: ({ actor, actionType, partId, sessionId, since, before, limit }) =>
      reader
        .select(columns)
        .from(agentActions)
        .where(
          and(
            sessionId || isOther(actor) ? owns(agentActions) : inTableOrder,
            actor && sql`actor = ${actor}`,
            // What the index of others says of its rows, so that SQLite sees that it may be used.
            isOther(actor) ? sql`actor <> 'user'` : undefined,
            actionType === undefined ? undefined : eq(agentActions.actionType, actionType),
            // With its relationships, evidence and judgements: their rows rest on it.
            partId && restingOn(`/parts/${partId}`),
            sessionId && eq(agentActions.sessionId, sessionId),
            since === undefined ? undefined : gte(agentActions.createdAt, since),
            before === undefined ? undefined : lt(revision, before),
          ),
        )
        .orderBy(desc(revision))
        .limit(limit)
        .all(),
    // A forgotten action has no line in the index.
    laterThan: (after, path) =>
      later.all({ revision: after, path }).flatMap(({ payload, ...row }) => ('patch' in payload ? [{ ...row, payload }] : [])),
    lastTouched: (path) => last.get({ path })?.createdAt,
    companionActionsOf: (sessionId) => companions.all({ sessionId }),
    mentioning: (path) => mentioned.all({ path }),
    ofSession: (sessionId) => inSession.all({ sessionId }),
    memoryUpdate: (kind, refId) => queued.get({ kind, refId }),
  };
};
