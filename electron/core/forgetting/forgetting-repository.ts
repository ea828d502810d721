import { and, asc, between, count, desc, eq, getTableColumns, gt, isNotNull, like, ne, sql } from 'drizzle-orm';
import type { GuideState, Message, MessageRole } from '../../../shared/entities/session.ts';
import type { ForgettingId, MessageId, PartId, SessionId } from '../../../shared/ids.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import {
  type OwnedTableName,
  type Row,
  agentActions,
  checkIns,
  forgettings,
  insights,
  memoryUpdates,
  messages,
  notes,
  ownedTables,
  proposals,
  sessions,
  viewStates,
} from '../db/schema.ts';

export type FoundMessage = { id: MessageId; sessionId: SessionId; role: MessageRole };

/** What forgetting looks for in all of a person's rows. */
export type ForgettingRepository = {
  get(id: ForgettingId): Row<'forgettings'> | undefined;
  /** Those under way, oldest first. */
  unfinished(): Row<'forgettings'>[];
  /** The newest ones that are done. */
  finished(limit: number): Row<'forgettings'>[];
  /** Messages that hold a word (without punctuation), by the search index: letter case and accents aside. Look no further than needed: many hold it. */
  holding(word: string): Iterable<FoundMessage>;
  /** Messages whose words, or whose earlier words, were written between two moments, in the order of writing. */
  writtenBetween(from: number, to: number): (FoundMessage & { moments: number[] })[];
  /** What was done between two moments, in order. */
  recordedBetween(from: number, to: number): Row<'agentActions'>[];
  sessionsStartedBetween(from: number, to: number): { id: SessionId; startedAt: number }[];
  notesWrittenBetween(from: number, to: number): { id: string; createdAt: number }[];
  draftsKeptBetween(from: number, to: number): { id: string; updatedAt: number }[];
  checkInsOn(day: string): string[];
  /** Lines spoken as a part or written with it, and messages of a companion's that tell of something done about a name. */
  naming(partId: PartId, name: string): MessageId[];
  /** Replies that told of something, now or in an earlier version, and of what: `message:0195…`, `part:0195…`. */
  telling(): { id: MessageId; of: readonly string[] }[];
  /** Replies in which some words may stand, now or in an earlier version; letter case aside. */
  repliesWith(words: string): Message[];
  /** Sessions that are with a part. */
  sessionsWith(partId: PartId): SessionId[];
  /** Parts offered under a name. */
  offeredAs(name: string): { id: string; name: string }[];
  insights(): Row<'insights'>[];
  notesIn(sessionId: SessionId): Row<'notes'>[];
  /** What somebody is making memory of at this moment. */
  updatesUnderWay(): Pick<Row<'memoryUpdates'>, 'kind' | 'refId'>[];
  count(table: OwnedTableName): number;
  /** The identifiers of some rows of a table. */
  some(table: OwnedTableName, limit: number, except?: string): string[];
};

/** What a reply says that it told of. */
const toldIn = (reply: Pick<GuideState, 'remembered' | 'told'> | undefined): string[] => [
  ...(reply?.remembered ?? []).map((id) => `message:${id}`),
  ...(reply?.told ?? []),
];

export const forgettingRepository: RepositoryFactory<ForgettingRepository> = ({ owns, prepare, reader }) => {
  const forgettingColumns = getTableColumns(forgettings);
  const readForgettings = () => reader.select().from(forgettings);
  const found = { id: messages.id, sessionId: messages.sessionId, role: messages.role };
  const holding = prepare(
    found,
    reader
      .select(found)
      .from(sql`messages_fts`)
      // From the index to the messages, never the other way: SQLite would go through all the person has written for every word.
      .crossJoin(messages)
      .where(and(sql`messages_fts match ${sql.placeholder('query')}`, sql`${messages.sequence} = messages_fts.rowid`, owns(messages))),
  );
  const one = prepare(forgettingColumns, readForgettings().where(and(owns(forgettings), eq(forgettings.id, sql.placeholder('id')))));
  const versions = sql`json_each(${messages.metadata}, '$.versions') as version`;

  return {
    get: (id) => one.get({ id }),
    unfinished: () =>
      readForgettings()
        .where(and(owns(forgettings), ne(forgettings.step, 'done')))
        .orderBy(asc(forgettings.startedAt), asc(forgettings.id))
        .all(),
    finished: (limit) =>
      readForgettings()
        .where(and(owns(forgettings), eq(forgettings.step, 'done')))
        .orderBy(desc(forgettings.startedAt), desc(forgettings.id))
        .limit(limit)
        .all(),
    holding: (word) => holding.each({ query: `"${word}"` }),
    writtenBetween: (from, to) =>
      reader
        .select({ ...found, createdAt: messages.createdAt, metadata: messages.metadata })
        .from(messages)
        .where(
          and(
            owns(messages),
            sql`(${messages.createdAt} between ${from} and ${to}
              or exists (select 1 from ${versions} where version.value ->> '$.createdAt' between ${from} and ${to}))`,
          ),
        )
        .orderBy(asc(messages.sequence))
        .all()
        .map(({ createdAt, metadata, ...message }) => ({
          ...message,
          moments: [createdAt, ...(metadata.versions ?? []).map((version) => version.createdAt)],
        })),
    recordedBetween: (from, to) =>
      reader
        .select(getTableColumns(agentActions))
        .from(agentActions)
        .where(and(owns(agentActions), between(agentActions.createdAt, from, to)))
        .orderBy(asc(agentActions.revision))
        .all(),
    sessionsStartedBetween: (from, to) =>
      reader
        .select({ id: sessions.id, startedAt: sessions.startedAt })
        .from(sessions)
        .where(and(owns(sessions), between(sessions.startedAt, from, to)))
        .all(),
    notesWrittenBetween: (from, to) =>
      reader
        .select({ id: notes.id, createdAt: notes.createdAt })
        .from(notes)
        .where(and(owns(notes), between(notes.createdAt, from, to)))
        .all(),
    draftsKeptBetween: (from, to) =>
      reader
        .select({ id: viewStates.id, updatedAt: viewStates.updatedAt })
        .from(viewStates)
        .where(and(owns(viewStates), like(viewStates.name, 'draft.%'), between(viewStates.updatedAt, from, to)))
        .all(),
    checkInsOn: (day) =>
      reader
        .select({ id: checkIns.id })
        .from(checkIns)
        .where(and(owns(checkIns), eq(checkIns.day, day)))
        .all()
        .map(({ id }) => id),
    naming: (partId, name) =>
      reader
        .select({ id: messages.id })
        .from(messages)
        .where(
          and(
            owns(messages),
            sql`(${messages.metadata} ->> '$.speaker.partId' = ${partId} or ${messages.metadata} ->> '$.partId' = ${partId}
              or instr(lower(${messages.metadata} ->> '$.tools'), lower(${JSON.stringify(name).slice(1, -1)})) > 0)`,
          ),
        )
        .all()
        .map(({ id }) => id),
    telling: () =>
      reader
        .select({ id: messages.id, metadata: messages.metadata })
        .from(messages)
        .where(and(owns(messages), sql`(instr(${messages.metadata}, '"told":[') > 0 or instr(${messages.metadata}, '"remembered":[') > 0)`))
        .all()
        .map(({ id, metadata }) => ({ id, of: [metadata.guide, ...(metadata.versions ?? [])].flatMap(toldIn) })),
    repliesWith: (words) => {
      const lower = words.toLowerCase();
      return reader
        .select(getTableColumns(messages))
        .from(messages)
        .where(
          and(
            owns(messages),
            eq(messages.role, 'assistant'),
            // SQLite knows small and capital letters of ASCII alone.
            sql`(instr(lower(${messages.content}), lower(${words})) > 0 or instr(${messages.content}, ${lower}) > 0
              or ${messages.metadata} ->> '$.versions' is not null)`,
          ),
        )
        .all();
    },
    sessionsWith: (partId) =>
      reader
        .select({ id: sessions.id })
        .from(sessions)
        .where(and(owns(sessions), sql`${sessions.metadata} ->> '$.partId' = ${partId}`))
        .all()
        .map(({ id }) => id),
    offeredAs: (name) =>
      reader
        .select({ id: proposals.id, name: proposals.name })
        .from(proposals)
        .where(and(owns(proposals), eq(proposals.kind, 'part'), sql`lower(${proposals.name}) = lower(${name})`))
        .all(),
    insights: () => reader.select().from(insights).where(owns(insights)).all(),
    notesIn: (sessionId) =>
      reader
        .select()
        .from(notes)
        .where(and(owns(notes), eq(notes.sessionId, sessionId)))
        .all(),
    updatesUnderWay: () =>
      reader
        .select({ kind: memoryUpdates.kind, refId: memoryUpdates.refId })
        .from(memoryUpdates)
        .where(and(owns(memoryUpdates), eq(memoryUpdates.processed, false), isNotNull(memoryUpdates.leaseHolder)))
        .all(),
    count: (name) => reader.select({ rows: count() }).from(ownedTables[name]).where(owns(ownedTables[name])).all()[0]?.rows ?? 0,
    some: (name, limit, except = '') =>
      reader
        .select({ id: sql<string>`id` })
        .from(ownedTables[name])
        .where(and(owns(ownedTables[name]), gt(sql`id`, ''), ne(sql`id`, except)))
        .limit(limit)
        .all()
        .map(({ id }) => id),
  };
};
