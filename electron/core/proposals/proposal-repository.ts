import { createHash } from 'node:crypto';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Proposal, ProposalKind, ProposalState } from '../../../shared/entities/proposal.ts';
import type { MessageId, ProposalId, SessionId } from '../../../shared/ids.ts';
import { decodeCursor, pageOf } from '../db/cursor.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { type Row, proposals } from '../db/schema.ts';
import { wordsOf } from '../language/words.ts';

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
  /** What was offered for words of a message and is open or left for later. */
  unansweredOf(messageId: MessageId): Proposal[];
  /** Earlier proposals of a kind for the same words, newest first. */
  forWords(kind: ProposalKind, quote: string): Proposal[];
};

/** The same words, however they are spaced, capitalised or punctuated, have the same digest. */
export const digestOfWords = (quote: string): string =>
  createHash('sha256')
    .update(wordsOf(quote).join(' ') || quote)
    .digest('hex');

type ProposalRow = Pick<
  Row<'proposals'>,
  Exclude<keyof Proposal, 'relationship'> | 'fromPartId' | 'toPartId' | 'relationshipType' | 'polarizationLevel'
>;

const toProposal = ({ fromPartId, toPartId, relationshipType, polarizationLevel, ...row }: ProposalRow): Proposal => ({
  ...row,
  relationship:
    fromPartId && toPartId && relationshipType ? { fromPartId, toPartId, type: relationshipType, level: polarizationLevel ?? 0 } : null,
});

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
    relationshipId: proposals.relationshipId,
    fromPartId: proposals.fromPartId,
    toPartId: proposals.toPartId,
    relationshipType: proposals.relationshipType,
    polarizationLevel: proposals.polarizationLevel,
    createdAt: proposals.createdAt,
  };
  const read = () => reader.select(columns).from(proposals);
  const one = prepare(columns, read().where(and(owns(proposals), eq(proposals.id, sql.placeholder('id')))));
  const forWords = prepare(
    columns,
    read()
      .where(and(owns(proposals), eq(proposals.wordsDigest, sql.placeholder('digest')), eq(proposals.kind, sql.placeholder('kind'))))
      .orderBy(desc(proposals.id)),
  );

  const unanswered = prepare(
    columns,
    read()
      .where(and(owns(proposals), eq(proposals.messageId, sql.placeholder('messageId')), sql`${proposals.state} in ('open', 'later')`))
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
      return pageOf(rows, limit, (row) => [row.createdAt, row.id], toProposal);
    },
    get(id) {
      const row = one.get({ id });
      return row && toProposal(row);
    },
    unansweredOf: (messageId) => unanswered.all({ messageId }).map(toProposal),
    forWords: (kind, quote) => forWords.all({ kind, digest: digestOfWords(quote) }).map(toProposal),
  };
};
