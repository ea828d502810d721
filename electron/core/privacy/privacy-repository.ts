import { and, eq, sql } from 'drizzle-orm';
import type { PartId, PrivateFlagId, SessionId } from '../../../shared/ids.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { privateFlags } from '../db/schema.ts';

/** What can be kept from every provider: a part, or a session. */
export type PrivateThing = { partId: PartId } | { sessionId: SessionId };

export type PrivacyRepository = {
  /** The flag that keeps a part or a session private, if it is. */
  flagOf(thing: PrivateThing): PrivateFlagId | undefined;
};

export const privacyRepository: RepositoryFactory<PrivacyRepository> = ({ owns, prepare, reader }) => {
  const columns = { id: privateFlags.id };
  const read = () => reader.select(columns).from(privateFlags);
  const ofPart = prepare(columns, read().where(and(owns(privateFlags), eq(privateFlags.partId, sql.placeholder('id')))));
  const ofSession = prepare(columns, read().where(and(owns(privateFlags), eq(privateFlags.sessionId, sql.placeholder('id')))));
  return {
    flagOf: (thing) => ('partId' in thing ? ofPart.get({ id: thing.partId }) : ofSession.get({ id: thing.sessionId }))?.id,
  };
};
