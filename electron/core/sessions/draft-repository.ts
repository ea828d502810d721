import { and, eq, sql } from 'drizzle-orm';
import type { SessionId } from '../../../shared/ids.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { viewStates } from '../db/schema.ts';

/** Words that were typed and not sent: of a session, or of the one that has not begun. */
export type DraftRepository = { get(sessionId: SessionId | null): { id: string; text: string } | undefined };

/** The name of the view state a draft is kept under. */
export const draftName = (sessionId: SessionId | null): string => `draft.${sessionId ?? 'next'}`;

export const draftRepository: RepositoryFactory<DraftRepository> = ({ owns, prepare, reader }) => {
  const columns = { id: viewStates.id, value: viewStates.value };
  const one = prepare(
    columns,
    reader
      .select(columns)
      .from(viewStates)
      .where(and(owns(viewStates), eq(viewStates.name, sql.placeholder('name')))),
  );
  return {
    get(sessionId) {
      const row = one.get({ name: draftName(sessionId) });
      return row && { id: row.id, text: typeof row.value === 'string' ? row.value : '' };
    },
  };
};
