import { and, desc, sql } from 'drizzle-orm';
import type { Message } from '../../../shared/entities/session.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { messages } from '../db/schema.ts';

export type MessageSearchRepository = {
  /** Messages that hold all of these words, whatever their letter case or accents; the newest first. */
  holding(words: string, limit: number): Message[];
};

/** Words as the full-text index takes them: each in quotes, so that nothing in them is read as an operator. */
const asQuery = (words: string): string => (words.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"`).join(' ');

export const messageSearchRepository: RepositoryFactory<MessageSearchRepository> = ({ owns, prepare, reader }) => {
  const columns = {
    id: messages.id,
    sessionId: messages.sessionId,
    role: messages.role,
    content: messages.content,
    metadata: messages.metadata,
    sequence: messages.sequence,
    createdAt: messages.createdAt,
  };
  const found = sql`${messages.sequence} in (select rowid from messages_fts where messages_fts match ${sql.placeholder('query')})`;
  const holding = prepare(
    columns,
    reader
      .select(columns)
      .from(messages)
      .where(and(owns(messages), found))
      .orderBy(desc(messages.sequence))
      .limit(sql.placeholder('limit')),
  );
  return {
    holding(words, limit) {
      const query = asQuery(words);
      return query === '' ? [] : holding.all({ query, limit });
    },
  };
};
