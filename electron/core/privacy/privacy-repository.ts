import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { MessageId, PartId, PrivateFlagId, SessionId } from '../../../shared/ids.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { partEvidence, parts, privateFlags } from '../db/schema.ts';

/** What can be kept from every provider: a part, or a session. */
export type PrivateThing = { partId: PartId } | { sessionId: SessionId };

export type PrivacyRepository = {
  /** The flag that keeps a part or a session private, if it is. */
  flagOf(thing: PrivateThing): PrivateFlagId | undefined;
  parts(): { id: PartId; name: string }[];
  sessions(): SessionId[];
  /** Messages in which words of a private part stand. */
  messages(): MessageId[];
};

export const privacyRepository: RepositoryFactory<PrivacyRepository> = ({ owns, prepare, reader }) => {
  const columns = { id: privateFlags.id };
  const read = () => reader.select(columns).from(privateFlags);
  const ofPart = prepare(columns, read().where(and(owns(privateFlags), eq(privateFlags.partId, sql.placeholder('id')))));
  const ofSession = prepare(columns, read().where(and(owns(privateFlags), eq(privateFlags.sessionId, sql.placeholder('id')))));
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
    flagOf: (thing) => ('partId' in thing ? ofPart.get({ id: thing.partId }) : ofSession.get({ id: thing.sessionId }))?.id,
    parts: () => flagged.all(),
    sessions: () => sessions.all().flatMap(({ id }) => id ?? []),
    messages: () => messages.all().flatMap(({ id }) => id ?? []),
  };
};
