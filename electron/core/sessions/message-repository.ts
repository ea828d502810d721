import { and, asc, count, desc, eq, gt, gte, lt, sql } from 'drizzle-orm';
import type { Message, MessageRole } from '../../../shared/entities/session.ts';
import type { MessageId, PartId, SessionId } from '../../../shared/ids.ts';
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
  /** Oldest first: messages of a session beyond a sequence number that hold what a search of the full-text index asks for (FTS5 syntax). */
  matching(sessionId: SessionId, query: string, sequence: number, limit: number): Message[];
  /** The same in all sessions, the newest first. */
  matchingAnywhere(query: string, limit: number): Message[];
  /** The place a new message of this database takes. Call it in the transaction that inserts. */
  nextSequence(): number;
  /** Replies that were being written when the application last ended. */
  unfinished(): Message[];
  /** How many replies a companion has written, by the name in their metadata. */
  repliesBy(provider: string): number;
  /** Replies of any session before a sequence number, newest first. */
  repliesBefore(sequence: number, limit: number): Message[];
  /** The newest reply before a sequence number that stands in the six Fs with this part, or, with null, with one that has no name yet. */
  lastWalk(partId: PartId | null, sequence: number): Message | undefined;
  /** The newest reply in which the companion said that it is software. */
  lastIntroduction(): Message | undefined;
  /** Oldest first: the newest `limit` messages of the person's in a session. */
  byPerson(sessionId: SessionId, limit: number): Message[];
  /** Every message of a session. */
  idsOf(sessionId: SessionId): MessageId[];
  /** When each message from a sequence number on was written, in the order of writing. */
  writtenFrom(sequence: number): number[];
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
  const found = sql`${messages.sequence} in (select rowid from messages_fts where messages_fts match ${sql.placeholder('query')})`;
  const matching = prepare(
    columns,
    read()
      .where(and(inSession, gt(messages.sequence, sql.placeholder('sequence')), found))
      .orderBy(asc(messages.sequence))
      .limit(sql.placeholder('limit')),
  );
  const matchingAnywhere = prepare(
    columns,
    read()
      .where(and(owns(messages), found))
      .orderBy(desc(messages.sequence))
      .limit(sql.placeholder('limit')),
  );
  // The one query without an owner: the search index is keyed on this number, so it is unique in the whole database.
  const lastSequence = { sequence: sql<number | null>`max(${messages.sequence})` };
  const last = prepare(lastSequence, reader.select(lastSequence).from(messages));
  const unfinished = prepare(
    columns,
    read().where(and(owns(messages), eq(messages.role, 'assistant'), sql`${messages.metadata} ->> '$.delivery' = 'streaming'`)),
  );
  const counted = { replies: count() };
  const repliesBy = prepare(
    counted,
    reader
      .select(counted)
      .from(messages)
      .where(
        and(owns(messages), eq(messages.role, 'assistant'), sql`${messages.metadata} ->> '$.provider' = ${sql.placeholder('provider')}`),
      ),
  );

  const ofCompanion = and(owns(messages), eq(messages.role, 'assistant'));
  const replies = prepare(
    columns,
    read()
      .where(and(ofCompanion, lt(messages.sequence, sql.placeholder('sequence'))))
      .orderBy(desc(messages.sequence))
      .limit(sql.placeholder('limit')),
  );
  const walk = prepare(
    columns,
    read()
      .where(
        and(
          ofCompanion,
          lt(messages.sequence, sql.placeholder('sequence')),
          sql`${messages.metadata} ->> '$.guide.mode' = 'six_fs' and ${messages.metadata} ->> '$.guide.partId' is ${sql.placeholder('partId')}`,
        ),
      )
      .orderBy(desc(messages.sequence))
      .limit(1),
  );
  const introduction = prepare(
    columns,
    read()
      .where(and(ofCompanion, sql`${messages.metadata} ->> '$.introduced' is not null`))
      .orderBy(desc(messages.sequence))
      .limit(1),
  );
  const byPerson = prepare(
    columns,
    read()
      .where(and(inSession, eq(messages.role, 'user')))
      .orderBy(desc(messages.sequence))
      .limit(sql.placeholder('limit')),
  );
  const ids = { id: messages.id };
  const idsOf = prepare(ids, reader.select(ids).from(messages).where(inSession));
  const moments = { createdAt: messages.createdAt };
  const written = prepare(
    moments,
    reader
      .select(moments)
      .from(messages)
      .where(and(owns(messages), gte(messages.sequence, sql.placeholder('sequence'))))
      .orderBy(asc(messages.sequence)),
  );

  return {
    get: (id) => one.get({ id }),
    before: (sessionId, sequence, limit) => before.all({ sessionId, sequence, limit }).reverse(),
    after: (sessionId, sequence, limit) => after.all({ sessionId, sequence, limit }),
    last: (sessionId, role) =>
      role ? lastOfRole.get({ sessionId, role }) : before.get({ sessionId, sequence: Number.MAX_SAFE_INTEGER, limit: 1 }),
    matching: (sessionId, query, sequence, limit) => matching.all({ sessionId, query, sequence, limit }),
    matchingAnywhere: (query, limit) => matchingAnywhere.all({ query, limit }),
    byPerson: (sessionId, limit) => byPerson.all({ sessionId, limit }).reverse(),
    idsOf: (sessionId) => idsOf.all({ sessionId }).map(({ id }) => id),
    nextSequence: () => (last.get()?.sequence ?? 0) + 1,
    unfinished: () => unfinished.all(),
    repliesBy: (provider) => repliesBy.get({ provider })?.replies ?? 0,
    repliesBefore: (sequence, limit) => replies.all({ sequence, limit }),
    lastWalk: (partId, sequence) => walk.get({ partId, sequence }),
    lastIntroduction: () => introduction.get(),
    writtenFrom: (sequence) => written.all({ sequence }).map(({ createdAt }) => createdAt),
  };
};
