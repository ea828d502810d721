import { and, asc, desc, eq, gte, isNotNull, lte, ne, sql } from 'drizzle-orm';
import type { SafetyFlag } from '../../../shared/entities/safety.ts';
import type { Message } from '../../../shared/entities/session.ts';
import type { PartId, SessionId } from '../../../shared/ids.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { messages, partEvidence, parts, safetyFlags, sessions } from '../db/schema.ts';
import type { Material } from './finding.ts';

/** A message in which a part spoke. */
type Spoken = { partId: PartId; messageId: Message['id']; at: number };

export type MaterialRepository = {
  parts(): Material['parts'][number][];
  /** The newest `limit` messages of the person's in a session, in the order of writing. */
  written(sessionId: SessionId, limit: number): Message[];
  /** Every message of a session. */
  idsOf(sessionId: SessionId): Message['id'][];
  /** What stands as evidence of a part in a session's messages. */
  evidenceIn(sessionId: SessionId): Spoken[];
  /** Where parts spoke in this stretch of time, in every other session of which something may be remembered: as evidence, and in lines of their own. */
  spokeBetween(from: number, until: number, except: string): Spoken[];
  safetyFlags(sessionId: SessionId): SafetyFlag[];
};

export const materialRepository: RepositoryFactory<MaterialRepository> = ({ owns, prepare, reader }) => {
  const partColumns = { id: parts.id, name: parts.name, attributes: parts.attributes, status: parts.status };
  const all = prepare(partColumns, reader.select(partColumns).from(parts).where(owns(parts)).orderBy(asc(parts.id)));
  const messageColumns = {
    id: messages.id,
    sessionId: messages.sessionId,
    role: messages.role,
    content: messages.content,
    metadata: messages.metadata,
    sequence: messages.sequence,
    createdAt: messages.createdAt,
  };
  const written = prepare(
    messageColumns,
    reader
      .select(messageColumns)
      .from(messages)
      .where(and(owns(messages), eq(messages.sessionId, sql.placeholder('sessionId')), eq(messages.role, 'user')))
      .orderBy(desc(messages.sequence))
      .limit(sql.placeholder('limit')),
  );
  const id = { id: messages.id };
  const ids = prepare(
    id,
    reader
      .select(id)
      .from(messages)
      .where(and(owns(messages), eq(messages.sessionId, sql.placeholder('sessionId')))),
  );
  const ofMessage = and(eq(partEvidence.userId, messages.userId), eq(partEvidence.messageId, messages.id));
  const evidenceColumns = { partId: partEvidence.partId, messageId: messages.id, at: messages.createdAt };
  const evidence = prepare(
    evidenceColumns,
    reader
      .select(evidenceColumns)
      .from(messages)
      .innerJoin(partEvidence, ofMessage)
      .where(and(owns(messages), eq(messages.sessionId, sql.placeholder('sessionId')))),
  );
  const ofSession = and(eq(sessions.userId, messages.userId), eq(sessions.id, messages.sessionId));
  // The joins carry the owner along.
  const ofOthers = and(
    ne(messages.sessionId, sql.placeholder('except')),
    gte(messages.createdAt, sql.placeholder('from')),
    lte(messages.createdAt, sql.placeholder('until')),
    sql`coalesce(${sessions.metadata} ->> '$.remembered', 1) <> 0`,
  );
  const evidenceOfOthers = prepare(
    evidenceColumns,
    reader
      .select(evidenceColumns)
      .from(partEvidence)
      .innerJoin(messages, ofMessage)
      .innerJoin(sessions, ofSession)
      .where(and(owns(partEvidence), isNotNull(partEvidence.messageId), gte(partEvidence.observedAt, sql.placeholder('from')), ofOthers)),
  );
  const speaker = sql<PartId>`${messages.metadata} ->> '$.speaker.partId'`;
  const lineColumns = { partId: speaker, messageId: messages.id, at: messages.createdAt };
  const linesOfOthers = prepare(
    lineColumns,
    reader
      .select(lineColumns)
      .from(sessions)
      .innerJoin(messages, ofSession)
      .where(and(owns(sessions), gte(sessions.startedAt, sql.placeholder('from')), ofOthers, isNotNull(speaker))),
  );
  const flagColumns = {
    id: safetyFlags.id,
    label: safetyFlags.label,
    sessionId: safetyFlags.sessionId,
    messageId: safetyFlags.messageId,
    raisedAt: safetyFlags.raisedAt,
    clearedAt: safetyFlags.clearedAt,
  };
  const flags = prepare(
    flagColumns,
    reader
      .select(flagColumns)
      .from(safetyFlags)
      .where(and(owns(safetyFlags), eq(safetyFlags.sessionId, sql.placeholder('sessionId'))))
      .orderBy(asc(safetyFlags.raisedAt), asc(safetyFlags.id)),
  );

  return {
    parts: () => all.all(),
    written: (sessionId, limit) => written.all({ sessionId, limit }).reverse(),
    idsOf: (sessionId) => ids.all({ sessionId }).map((row) => row.id),
    evidenceIn: (sessionId) => evidence.all({ sessionId }),
    spokeBetween: (from, until, except) => [
      ...evidenceOfOthers.all({ from, until, except }),
      ...linesOfOthers.all({ from, until, except }),
    ],
    safetyFlags: (sessionId) => flags.all({ sessionId }),
  };
};
