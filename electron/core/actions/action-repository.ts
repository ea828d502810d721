import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { type MemoryUpdateKind, type Row, agentActions, memoryUpdates } from '../db/schema.ts';

/** What the action bus itself reads: the newest revision, and rows waiting in the memory queue. */
export type ActionRepository = {
  /** How many actions this person's data has seen: 0 before the first one. */
  latestRevision(): number;
  memoryUpdate(kind: MemoryUpdateKind, refId: string): Row<'memoryUpdates'> | undefined;
};

export const actionRepository: RepositoryFactory<ActionRepository> = ({ owns, prepare, reader }) => {
  // `revision` is generated from the row's result and indexed; it is never written.
  const latestColumns = { revision: sql<number | null>`max(revision)` };
  const latest = prepare(latestColumns, reader.select(latestColumns).from(agentActions).where(owns(agentActions)));
  const queued = prepare(
    getTableColumns(memoryUpdates),
    reader
      .select()
      .from(memoryUpdates)
      .where(and(owns(memoryUpdates), eq(memoryUpdates.kind, sql.placeholder('kind')), eq(memoryUpdates.refId, sql.placeholder('refId')))),
  );
  return {
    latestRevision: () => latest.get()?.revision ?? 0,
    memoryUpdate: (kind, refId) => queued.get({ kind, refId }),
  };
};
