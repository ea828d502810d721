import { and, asc, desc, eq, getTableColumns, gte, lt, lte, sql } from 'drizzle-orm';
import type { MemoryVersion, SnapshotMetadata } from '../../../shared/entities/memory.ts';
import type { MemorySnapshotId } from '../../../shared/ids.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { type Row, userMemorySnapshots as snapshots } from '../db/schema.ts';

/** A row as it stands there: read for checking, when nothing about it can be taken for granted. */
export type RawSnapshot = { id: string; version: number; isCheckpoint: number; operations: string; metadata: string };

/** What a version was written with, beside its operations. */
export type SnapshotHead = { version: number; metadata: SnapshotMetadata; createdAt: number };

/** What memories are rebuilt from. */
export type SnapshotStep = Pick<Row<'userMemorySnapshots'>, 'version' | 'isCheckpoint' | 'operations'>;

export type SnapshotRepository = {
  /** Undefined as long as nothing is remembered. */
  latest(): SnapshotHead | undefined;
  head(version: number): SnapshotHead | undefined;
  /** The newest version up to `version` that was kept as a whole. */
  checkpointUpTo(version: number): number | undefined;
  /** In order, both ends included. */
  between(from: number, to: number): Row<'userMemorySnapshots'>[];
  /** As `between`, with no more of each version than one at the end of them is rebuilt from. */
  steps(from: number, to: number): SnapshotStep[];
  /** Newest first, all older than `before`. */
  log(before: number, limit: number): (MemoryVersion & { id: MemorySnapshotId })[];
  /** In order, from a version on. */
  raw(from: number, limit: number): RawSnapshot[];
};

export const snapshotRepository: RepositoryFactory<SnapshotRepository> = ({ owns, prepare, reader }) => {
  const columns = getTableColumns(snapshots);
  const { version, metadata, createdAt, isCheckpoint, operations, id } = columns;
  const headOf = { version, metadata, createdAt };
  const newest = prepare(headOf, reader.select(headOf).from(snapshots).where(owns(snapshots)).orderBy(desc(version)).limit(1));
  const head = prepare(
    headOf,
    reader
      .select(headOf)
      .from(snapshots)
      .where(and(owns(snapshots), eq(version, sql.placeholder('version')))),
  );
  const checkpoint = prepare(
    { version },
    reader
      .select({ version })
      .from(snapshots)
      .where(and(owns(snapshots), lte(version, sql.placeholder('version')), eq(isCheckpoint, true)))
      .orderBy(desc(version))
      .limit(1),
  );
  const isBetween = and(owns(snapshots), gte(version, sql.placeholder('from')), lte(version, sql.placeholder('to')));
  const between = prepare(columns, reader.select().from(snapshots).where(isBetween).orderBy(asc(version)));
  const stepOf = { version, isCheckpoint, operations };
  const steps = prepare(stepOf, reader.select(stepOf).from(snapshots).where(isBetween).orderBy(asc(version)));
  const told = {
    id,
    version,
    isCheckpoint,
    cause: sql<MemoryVersion['cause']>`metadata ->> '$.cause'`,
    actor: sql<MemoryVersion['actor']>`metadata ->> '$.actor'`,
    createdAt,
    bytes: sql<number>`octet_length(${operations})`,
    operations: sql<number>`json_array_length(${operations})`,
  };
  const page = prepare(
    told,
    reader
      .select(told)
      .from(snapshots)
      .where(and(owns(snapshots), lt(version, sql.placeholder('before'))))
      .orderBy(desc(version))
      .limit(sql.placeholder('limit')),
  );
  const untouched = {
    id: sql<string>`${id}`,
    version: sql<number>`${version}`,
    isCheckpoint: sql<number>`${isCheckpoint}`,
    operations: sql<string>`${operations}`,
    metadata: sql<string>`${metadata}`,
  };
  const plain = prepare(
    untouched,
    reader
      .select(untouched)
      .from(snapshots)
      .where(and(owns(snapshots), gte(version, sql.placeholder('from'))))
      .orderBy(asc(version))
      .limit(sql.placeholder('limit')),
  );

  return {
    latest: () => newest.get(),
    head: (wanted) => head.get({ version: wanted }),
    checkpointUpTo: (wanted) => checkpoint.get({ version: wanted })?.version,
    between: (from, to) => between.all({ from, to }),
    steps: (from, to) => steps.all({ from, to }),
    log: (before, limit) => page.all({ before, limit }),
    raw: (from, limit) => plain.all({ from, limit }),
  };
};
