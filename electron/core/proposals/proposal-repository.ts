import { createHash } from 'node:crypto';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Proposal, ProposalState } from '../../../shared/entities/proposal.ts';
import type { MessageId, ProposalId, SessionId } from '../../../shared/ids.ts';
import { decodeCursor, pageOf } from '../db/cursor.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { proposals } from '../db/schema.ts';

export type ProposalFilter = {
  state?: ProposalState | undefined;
  sessionId?: SessionId | undefined;
  messageId?: MessageId | undefined;
  cursor?: string | undefined;
  limit: number;
};

export type ProposalRepository = {
  /** Newest first. */
  list(filter: ProposalFilter): { items: Proposal[]; nextCursor: string | null };
  get(id: ProposalId): Proposal | undefined;
  /** Earlier proposals for the same words, newest first. */
  forWords(quote: string): Proposal[];
};

/** The same words, however they are spaced, capitalised or punctuated, have the same digest. */
export const digestOfWords = (quote: string): string =>
  createHash('sha256')
    .update(
      (
        quote
          .normalize('NFKC')
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? [quote]
      ).join(' '),
    )
    .digest('hex');

export const proposalRepository: RepositoryFactory<ProposalRepository> = ({ owns, prepare, reader }) => {
  const columns = {
    id: proposals.id,
    kind: proposals.kind,
    name: proposals.name,
    role: proposals.role,
    quote: proposals.quote,
    confidence: proposals.confidence,
    state: proposals.state,
    sessionId: proposals.sessionId,
    messageId: proposals.messageId,
    partId: proposals.partId,
    createdAt: proposals.createdAt,
  };
  const read = () => reader.select(columns).from(proposals);
  const one = prepare(columns, read().where(and(owns(proposals), eq(proposals.id, sql.placeholder('id')))));
  const forWords = prepare(
    columns,
    read()
      .where(and(owns(proposals), eq(proposals.wordsDigest, sql.placeholder('digest'))))
      .orderBy(desc(proposals.id)),
  );

  return {
    list({ state, sessionId, messageId, cursor, limit }) {
      const rows = read()
        .where(
          and(
            owns(proposals),
            state && eq(proposals.state, state),
            sessionId && eq(proposals.sessionId, sessionId),
            messageId && eq(proposals.messageId, messageId),
            cursor === undefined ? undefined : sql`${proposals.id} < ${decodeCursor(cursor)[1]}`,
          ),
        )
        .orderBy(desc(proposals.id))
        .limit(limit + 1)
        .all();
      return pageOf(
        rows,
        limit,
        (row) => [row.createdAt, row.id],
        (row) => row,
      );
    },
    get: (id) => one.get({ id }),
    forWords: (quote) => forWords.all({ digest: digestOfWords(quote) }),
  };
};
