import { type Placeholder, type SQL, and, asc, desc, eq, sql } from 'drizzle-orm';
import type { ParsedInput } from '../../../shared/contracts/index.ts';
import { type Evidence, type Part, type PartRole, RECENT_EVIDENCE_LIMIT } from '../../../shared/entities/part.ts';
import type { PartId } from '../../../shared/ids.ts';
import { orderText, plainText } from '../db/plain-text.ts';
import { beyond, decodeCursor, pageOf } from '../db/cursor.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { partAssessments, partEvidence, parts, privateFlags } from '../db/schema.ts';
import { EVIDENCE_HALF_LIFE_MS } from './confidence.ts';
import type { Standing } from './lifecycle.ts';

export type PartRepository = {
  /** @param day the day confidence is told for, in milliseconds UTC. */
  list(filter: ParsedInput<'parts.list'>, day: number): { items: Part[]; nextCursor: string | null };
  /** @param day the day confidence is told for, in milliseconds UTC. */
  get(id: PartId, day: number): Part | undefined;
  /** The part a person would mean by this name: letter case and look-alike forms of the same letters make no difference. */
  named(name: string): PartId | undefined;
  /** Every part by its name. */
  names(): { id: PartId; name: string }[];
  /** Every part of this name: at most one, unless something is being put right. */
  namesakes(name: string): PartId[];
  /** Every part by name and role, with a mark that changes when its newest evidence does. */
  recognisable(): { id: PartId; name: string; role: PartRole; mark: string }[];
  /** The words of a part's newest ten pieces of evidence. */
  newestWords(id: PartId): string[];
  /** What a change of status depends on. */
  standing(id: PartId): Standing | undefined;
  /** All evidence of a part, newest first. */
  evidence(id: PartId): Evidence[];
  /** At most `count` pieces beyond a cursor, newest first. */
  evidencePage(id: PartId, cursor: string | undefined, count: number): Evidence[];
};

/** Two names that read the same are the same (Unicode NFKC, then lower case; signs nobody sees and how wide the blanks are make no difference). */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLocaleLowerCase('en');

export const partRepository: RepositoryFactory<PartRepository> = ({ owns, prepare, reader }) => {
  // In a piece of its own: drizzle strips table names from columns that stand directly in a selected expression.
  const ofThisPart = sql`from ${partEvidence} where ${partEvidence.userId} = ${parts.userId} and ${partEvidence.partId} = ${parts.id}`;
  const itsFlag = sql`from ${privateFlags} where ${privateFlags.userId} = ${parts.userId} and ${privateFlags.partId} = ${parts.id}`;
  const columns = {
    id: parts.id,
    name: parts.name,
    story: parts.story,
    status: parts.status,
    confidence: shownConfidenceOn(sql.placeholder('day')),
    recentEvidence: parts.recentEvidence,
    attributes: parts.attributes,
    lastSeenAt: sql<number>`${lastSeenAt}`,
    createdAt: parts.createdAt,
    updatedAt: parts.updatedAt,
    evidenceCount: sql<number>`(select count(*) ${ofThisPart})`,
    private: sql<number>`exists (select 1 ${itsFlag})`,
  };
  /** Where a person may have written a word of what they look for: name, story, what is known, the words that speak for it. */
  const contains = (text: string): SQL => {
    const holds = (words: SQL) => sql`instr(plain_text(${words}), ${text}) > 0`;
    const known = sql`from json_tree(${parts.attributes}) as known where known.type = 'text' and known.fullkey <> '$.role'`;
    return sql`(${holds(sql`${parts.name}`)} or ${holds(sql`${parts.story}`)}
      or exists (select 1 ${known} and ${holds(sql`known.atom`)})
      or exists (select 1 ${ofThisPart} and ${holds(sql`${partEvidence.quote}`)}))`;
  };
  const one = prepare(
    columns,
    reader
      .select(columns)
      .from(parts)
      .where(and(owns(parts), eq(parts.id, sql.placeholder('id')))),
  );
  const nameColumns = { id: parts.id, name: parts.name };
  const names = prepare(nameColumns, reader.select(nameColumns).from(parts).where(owns(parts)).orderBy(asc(parts.id)));
  const namesakes = (name: string): PartId[] => {
    const wanted = nameKey(name);
    return names
      .all()
      .filter((row) => nameKey(row.name) === wanted)
      .map(({ id }) => id);
  };
  const recognisableColumns = {
    id: parts.id,
    name: parts.name,
    role: sql<PartRole>`${parts.attributes} ->> '$.role'`,
    mark: sql<string>`${parts.updatedAt} || ' ' || length(${parts.recentEvidence})`,
  };
  const recognisable = prepare(recognisableColumns, reader.select(recognisableColumns).from(parts).where(owns(parts)));
  const wordsColumns = { recentEvidence: parts.recentEvidence };
  const newest = prepare(
    wordsColumns,
    reader
      .select(wordsColumns)
      .from(parts)
      .where(and(owns(parts), eq(parts.id, sql.placeholder('id')))),
  );
  const standingColumns = {
    status: parts.status,
    evidence: sql<number>`(select count(*) ${ofThisPart})`,
    sessions: sql<number>`(select count(distinct ${partEvidence.sessionId}) ${ofThisPart})`,
  };
  const standing = prepare(
    standingColumns,
    reader
      .select(standingColumns)
      .from(parts)
      .where(and(owns(parts), eq(parts.id, sql.placeholder('id')))),
  );
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
    names: () => names.all(),
    list({ status, role, find, sort, cursor, limit }, day) {
      const { key, descending } = sortsOn(day)[sort];
      const direction = descending ? desc : asc;
      const rows = reader
        .select({ ...columns, confidence: shownConfidenceOn(sql`${day}`) })
        .from(parts)
        .where(
          and(
            owns(parts),
            status && eq(parts.status, status),
            role && sql`${parts.attributes} ->> '$.role' = ${role}`,
            find === undefined || find.trim() === '' ? undefined : contains(plainText(find.trim())),
            cursor === undefined ? undefined : beyond(key, parts.id, descending, decodeCursor(cursor)),
          ),
        )
        .orderBy(direction(key), direction(parts.id))
        .limit(limit + 1)
        .all();
      return pageOf(rows, limit, (row) => [positions[sort](row), row.id], toPart);
    },
    get(id, day) {
      const row = one.get({ id, day });
      return row && toPart(row);
    },
    named: (name) => namesakes(name)[0],
    namesakes,
    recognisable: () => recognisable.all(),
    newestWords: (id) => newest.get({ id })?.recentEvidence.map(({ quote }) => quote) ?? [],
    standing: (id) => standing.get({ id }),
    evidence: (id) => evidence.all({ id }),
    evidencePage: (id, cursor, count) =>
      reader
        .select(evidenceColumns)
        .from(partEvidence)
        .where(
          and(
            owns(partEvidence),
            eq(partEvidence.partId, id),
            cursor === undefined ? undefined : beyond(partEvidence.observedAt, partEvidence.id, true, decodeCursor(cursor)),
          ),
        )
        .orderBy(desc(partEvidence.observedAt), desc(partEvidence.id))
        .limit(count)
        .all(),
  };
};

/** SQLite knows no yes and no. */
const toPart = (row: Omit<Part, 'private'> & { private: number }): Part => ({ ...row, private: row.private === 1 });

const lastSeenAt = sql<number>`coalesce(json_extract(${parts.recentEvidence}, '$[0].observedAt'), ${parts.createdAt})`;

/** `shownConfidence` of a row, in SQL; a part its person has judged themselves shows just that. */
export function shownConfidenceOn(day: SQL | Placeholder): SQL<number> {
  const judgement = sql`from ${partAssessments} where ${partAssessments.userId} = ${parts.userId} and ${partAssessments.partId} = ${parts.id}
    and ${partAssessments.assessmentType} = 'identification' and ${partAssessments.content} ->> '$.by' = 'user'`;
  return sql<number>`case when exists (select 1 ${judgement}) then ${parts.confidenceScore}
    else 1 - pow(1 - ${parts.confidenceScore}, pow(2, max(0, ${day} - ${lastSeenAt}) / -${sql.raw(EVIDENCE_HALF_LIFE_MS.toFixed(1))})) end`;
}

/** What each order goes by, and where a row stands in it. */
const sortsOn = (day: number) => ({
  changed: { key: sql`${parts.updatedAt}`, descending: true },
  seen: { key: sql`${lastSeenAt}`, descending: true },
  name: { key: sql`order_text(${parts.name})`, descending: false },
  confidence: { key: shownConfidenceOn(sql`${day}`), descending: true },
});
const positions: Record<
  keyof ReturnType<typeof sortsOn>,
  (part: Pick<Part, 'updatedAt' | 'lastSeenAt' | 'name' | 'confidence'>) => number | string
> = {
  changed: (part) => part.updatedAt,
  seen: (part) => part.lastSeenAt,
  name: (part) => orderText(part.name),
  confidence: (part) => part.confidence,
};

/** What stands beside the part itself: its newest ten, newest first. */
export const recentOf = (evidence: readonly Evidence[]): Evidence[] =>
  evidence.toSorted((a, b) => b.observedAt - a.observedAt || (a.id < b.id ? 1 : -1)).slice(0, RECENT_EVIDENCE_LIMIT);
