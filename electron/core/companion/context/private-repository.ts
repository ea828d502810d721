import { and, eq, isNotNull } from 'drizzle-orm';
import type { MessageId, PartId, SessionId } from '../../../../shared/ids.ts';
import type { RepositoryFactory } from '../../db/owner-scope.ts';
import { partEvidence, parts, privateFlags } from '../../db/schema.ts';

/** What the person keeps from every provider. */
export type PrivateRepository = {
  parts(): { id: PartId; name: string }[];
  sessions(): SessionId[];
  /** Messages in which words of a private part stand. */
  messages(): MessageId[];
};

export const privateRepository: RepositoryFactory<PrivateRepository> = ({ owns, prepare, reader }) => {
  const partColumns = { id: parts.id, name: parts.name };
  const flagged = prepare(
    partColumns,
    reader.select(partColumns).from(parts).innerJoin(privateFlags, eq(privateFlags.partId, parts.id)).where(owns(parts)),
  );
  const sessionColumns = { id: privateFlags.sessionId };
  const sessions = prepare(
    sessionColumns,
    reader
      .select(sessionColumns)
      .from(privateFlags)
      .where(and(owns(privateFlags), isNotNull(privateFlags.sessionId))),
  );
  const messageColumns = { id: partEvidence.messageId };
  const messages = prepare(
    messageColumns,
    reader
      .select(messageColumns)
      .from(partEvidence)
      .innerJoin(privateFlags, eq(privateFlags.partId, partEvidence.partId))
      .where(owns(partEvidence)),
  );
  return {
    parts: () => flagged.all(),
    sessions: () => sessions.all().flatMap(({ id }) => id ?? []),
    messages: () => messages.all().flatMap(({ id }) => id ?? []),
  };
};
