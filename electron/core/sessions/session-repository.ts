import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { MESSAGE_COUNT_MAX, type Session, type SessionMetadata } from '../../../shared/entities/session.ts';
import type { PartId, SessionId } from '../../../shared/ids.ts';
import { beyond, decodeCursor, pageOf } from '../db/cursor.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { messages, parts, privateFlags, sessions } from '../db/schema.ts';

export type SessionRepository = {
  /** Newest first. */
  list(page: { cursor?: string | undefined; limit: number }): { items: Session[]; nextCursor: string | null };
  get(id: SessionId): Session | undefined;
  active(): Session | undefined;
  /** The first words the person wrote in a session. */
  firstWords(id: SessionId): string | undefined;
};

type SessionRow = Omit<Session, 'mode' | 'remembered' | 'private'> & { metadata: SessionMetadata; isPrivate: number };

const toSession = ({ metadata, isPrivate, ...row }: SessionRow): Session => ({
  ...row,
  mode: metadata.mode ?? 'write',
  remembered: metadata.remembered ?? true,
  private: isPrivate === 1,
});

export const sessionRepository: RepositoryFactory<SessionRepository> = ({ owns, prepare, reader }) => {
  // In a piece of its own: drizzle strips table names from columns that stand directly in a selected expression.
  const ofThisSession = sql`from ${messages} where ${messages.userId} = ${sessions.userId} and ${messages.sessionId} = ${sessions.id}`;
  const ofItsPart = sql`from ${parts} where ${parts.userId} = ${sessions.userId} and ${parts.id} = ${sessions.metadata} ->> '$.partId'`;
  const itsFlag = sql`from ${privateFlags} where ${privateFlags.userId} = ${sessions.userId} and ${privateFlags.sessionId} = ${sessions.id}`;
  const columns = {
    id: sessions.id,
    title: sessions.title,
    status: sessions.status,
    startedAt: sessions.startedAt,
    endedAt: sessions.endedAt,
    // Counting a session of 100,000 messages to its end would take longer than reading the page it is shown on.
    messageCount: sql<number>`(select count(*) from (select 1 ${ofThisSession} limit ${MESSAGE_COUNT_MAX}))`,
    lastMessageAt: sql<number | null>`(select ${messages.createdAt} ${ofThisSession} order by ${messages.sequence} desc limit 1)`,
    metadata: sessions.metadata,
    partId: sql<PartId | null>`(select ${parts.id} ${ofItsPart})`,
    isPrivate: sql<number>`exists (select 1 ${itsFlag})`,
  };
  const read = () => reader.select(columns).from(sessions);
  const one = prepare(columns, read().where(and(owns(sessions), eq(sessions.id, sql.placeholder('id')))));
  const active = prepare(
    columns,
    read()
      .where(and(owns(sessions), eq(sessions.status, 'active')))
      .orderBy(desc(sessions.startedAt), desc(sessions.id))
      .limit(1),
  );
  const words = { content: messages.content };
  const first = prepare(
    words,
    reader
      .select(words)
      .from(messages)
      .where(and(owns(messages), eq(messages.sessionId, sql.placeholder('id')), eq(messages.role, 'user')))
      .orderBy(asc(messages.sequence))
      .limit(1),
  );

  return {
    list({ cursor, limit }) {
      const rows = read()
        .where(and(owns(sessions), cursor === undefined ? undefined : beyond(sessions.startedAt, sessions.id, true, decodeCursor(cursor))))
        .orderBy(desc(sessions.startedAt), desc(sessions.id))
        .limit(limit + 1)
        .all();
      return pageOf(rows, limit, (row) => [row.startedAt, row.id], toSession);
    },
    get(id) {
      const row = one.get({ id });
      return row && toSession(row);
    },
    active() {
      const row = active.get();
      return row && toSession(row);
    },
    firstWords: (id) => first.get({ id })?.content,
  };
};
