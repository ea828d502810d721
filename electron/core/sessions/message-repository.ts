import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm';
import type { Message, MessageRole } from '../../../shared/entities/session.ts';
import type { MessageId, SessionId } from '../../../shared/ids.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { messages } from '../db/schema.ts';

export type MessageRepository = {
  get(id: MessageId): Message | undefined;
  /** Oldest first: the `limit` messages right before a sequence number; `Number.MAX_SAFE_INTEGER` for the newest. */
  before(sessionId: SessionId, sequence: number, limit: number): Message[];
  /** Oldest first: the `limit` messages right after a sequence number. */
  after(sessionId: SessionId, sequence: number, limit: number): Message[];
  /** The newest message of a session, or the newest one of a role. */
  last(sessionId: SessionId, role?: MessageRole): Message | undefined;
  /** Oldest first: messages beyond a sequence number that hold what a search of the full-text index asks for (FTS5 syntax). */
  matching(sessionId: SessionId, query: string, sequence: number, limit: number): Message[];
  /** The place a new message of this database takes. Call it in the transaction that inserts. */
  nextSequence(): number;
  /** Replies that were being written when the application last ended. */
  unfinished(): Message[];
};

export const messageRepository: RepositoryFactory<MessageRepository> = ({ owns, prepare, reader }) => {
  const columns = {
    id: messages.id,
    sessionId: messages.sessionId,
    role: messages.role,
    content: messages.content,
    metadata: messages.metadata,
    sequence: messages.sequence,
    createdAt: messages.createdAt,
  };
  const read = () => reader.select(columns).from(messages);
  const inSession = and(owns(messages), eq(messages.sessionId, sql.placeholder('sessionId')));
  const one = prepare(columns, read().where(and(owns(messages), eq(messages.id, sql.placeholder('id')))));
  const before = prepare(
    columns,
    read()
      .where(and(inSession, lt(messages.sequence, sql.placeholder('sequence'))))
      .orderBy(desc(messages.sequence))
      .limit(sql.placeholder('limit')),
  );
  const after = prepare(
    columns,
    read()
      .where(and(inSession, gt(messages.sequence, sql.placeholder('sequence'))))
      .orderBy(asc(messages.sequence))
      .limit(sql.placeholder('limit')),
  );
  const lastOfRole = prepare(
    columns,
    read()
      .where(and(inSession, eq(messages.role, sql.placeholder('role'))))
      .orderBy(desc(messages.sequence))
      .limit(1),
  );
  const matching = prepare(
    columns,
    read()
      .where(
        and(
          inSession,
          gt(messages.sequence, sql.placeholder('sequence')),
          sql`${messages.sequence} in (select rowid from messages_fts where messages_fts match ${sql.placeholder('query')})`,
        ),
      )
      .orderBy(asc(messages.sequence))
      .limit(sql.placeholder('limit')),
  );
  // The one query without an owner: the search index is keyed on this number, so it is unique in the whole database.
  const lastSequence = { sequence: sql<number | null>`max(${messages.sequence})` };
  const last = prepare(lastSequence, reader.select(lastSequence).from(messages));
  const unfinished = prepare(
    columns,
    read().where(and(owns(messages), eq(messages.role, 'assistant'), sql`${messages.metadata} ->> '$.delivery' = 'streaming'`)),
  );

  return {
    get: (id) => one.get({ id }),
    before: (sessionId, sequence, limit) => before.all({ sessionId, sequence, limit }).reverse(),
    after: (sessionId, sequence, limit) => after.all({ sessionId, sequence, limit }),
    last: (sessionId, role) =>
      role ? lastOfRole.get({ sessionId, role }) : before.get({ sessionId, sequence: Number.MAX_SAFE_INTEGER, limit: 1 }),
    matching: (sessionId, query, sequence, limit) => matching.all({ sessionId, query, sequence, limit }),
    nextSequence: () => (last.get()?.sequence ?? 0) + 1,
    unfinished: () => unfinished.all(),
  };
};
