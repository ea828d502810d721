import { and, eq, gte, isNotNull, lte, ne, sql } from 'drizzle-orm';
import type { Message } from '../../../shared/entities/session.ts';
import type { PartId, SessionId } from '../../../shared/ids.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { checkIns, messages, partEvidence, sessions } from '../db/schema.ts';

/** A message in which a part spoke. */
type Spoken = { partId: PartId; messageId: Message['id']; at: number };

export type MaterialRepository = {
  /** What stands as evidence of a part in a session's messages. */
  evidenceIn(sessionId: SessionId): Spoken[];
  /** Where parts spoke in this stretch of time, in every other session of which something may be remembered: as evidence, and in lines of their own. */
  spokeBetween(from: number, until: number, except: string): Spoken[];
  /** The check-ins of this stretch of time but one. */
  checkInsBetween(from: number, until: number, except: string): { content: unknown; createdAt: number }[];
};

export const materialRepository: RepositoryFactory<MaterialRepository> = ({ owns, prepare, reader }) => {
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

  const checkInColumns = { content: checkIns.content, createdAt: checkIns.createdAt };
  const otherCheckIns = prepare(
    checkInColumns,
    reader
      .select(checkInColumns)
      .from(checkIns)
      .where(
        and(
          owns(checkIns),
          ne(checkIns.id, sql.placeholder('except')),
          gte(checkIns.createdAt, sql.placeholder('from')),
          lte(checkIns.createdAt, sql.placeholder('until')),
        ),
      ),
  );

  return {
    checkInsBetween: (from, until, except) => otherCheckIns.all({ from, until, except }),
    evidenceIn: (sessionId) => evidence.all({ sessionId }),
    spokeBetween: (from, until, except) => [
      ...evidenceOfOthers.all({ from, until, except }),
      ...linesOfOthers.all({ from, until, except }),
    ],
  };
};
