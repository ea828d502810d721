import { and, desc, eq, lt, or, sql } from 'drizzle-orm';
import { type Evidence, type Part, RECENT_EVIDENCE_LIMIT } from '../../../shared/entities/part.ts';
import type { PartId } from '../../../shared/ids.ts';
import { decodeCursor, pageOf } from '../db/cursor.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { partEvidence, parts } from '../db/schema.ts';

export type PartRepository = {
  /** Most recently changed first. */
  list(page: { cursor?: string | undefined; limit: number }): { items: Part[]; nextCursor: string | null };
  get(id: PartId): Part | undefined;
  /** The part a person would mean by this name: letter case and look-alike forms of the same letters make no difference. */
  named(name: string): PartId | undefined;
  /** All evidence of a part, newest first. */
  evidence(id: PartId): Evidence[];
};

/** Two names that read the same are the same (Unicode NFKC, then lower case). */
const nameKey = (name: string): string => name.normalize('NFKC').toLocaleLowerCase('en').trim();

export const partRepository: RepositoryFactory<PartRepository> = ({ owns, prepare, reader }) => {
  // In a piece of its own: drizzle strips table names from columns that stand directly in a selected expression.
  const ofThisPart = sql`from ${partEvidence} where ${partEvidence.userId} = ${parts.userId} and ${partEvidence.partId} = ${parts.id}`;
  const columns = {
    id: parts.id,
    name: parts.name,
    story: parts.story,
    status: parts.status,
    confidence: parts.confidenceScore,
    recentEvidence: parts.recentEvidence,
    attributes: parts.attributes,
    createdAt: parts.createdAt,
    updatedAt: parts.updatedAt,
    evidenceCount: sql<number>`(select count(*) ${ofThisPart})`,
  };
  const read = () => reader.select(columns).from(parts);
  const one = prepare(columns, read().where(and(owns(parts), eq(parts.id, sql.placeholder('id')))));
  const nameColumns = { id: parts.id, name: parts.name };
  const names = prepare(nameColumns, reader.select(nameColumns).from(parts).where(owns(parts)));
  const evidenceColumns = {
    id: partEvidence.id,
    kind: partEvidence.kind,
    quote: partEvidence.quote,
    sessionId: partEvidence.sessionId,
    messageId: partEvidence.messageId,
    observedAt: partEvidence.observedAt,
  };
  const evidence = prepare(
    evidenceColumns,
    reader
      .select(evidenceColumns)
      .from(partEvidence)
      .where(and(owns(partEvidence), eq(partEvidence.partId, sql.placeholder('id'))))
      .orderBy(desc(partEvidence.observedAt), desc(partEvidence.id)),
  );

  return {
    list({ cursor, limit }) {
      const [at, id] = cursor === undefined ? [null, null] : decodeCursor(cursor);
      const after = at === null ? undefined : or(lt(parts.updatedAt, at), and(eq(parts.updatedAt, at), sql`${parts.id} < ${id}`));
      const rows = read()
        .where(and(owns(parts), after))
        .orderBy(desc(parts.updatedAt), desc(parts.id))
        .limit(limit + 1)
        .all();
      return pageOf(
        rows,
        limit,
        (row) => [row.updatedAt, row.id],
        (row) => row,
      );
    },
    get: (id) => one.get({ id }),
    named(name) {
      const wanted = nameKey(name);
      return names.all().find((row) => nameKey(row.name) === wanted)?.id;
    },
    evidence: (id) => evidence.all({ id }),
  };
};

/** What stands beside the part itself: its newest ten, newest first. */
export const recentOf = (evidence: readonly Evidence[]): Evidence[] =>
  evidence.toSorted((a, b) => b.observedAt - a.observedAt || (a.id < b.id ? 1 : -1)).slice(0, RECENT_EVIDENCE_LIMIT);
