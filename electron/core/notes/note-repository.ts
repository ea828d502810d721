import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { ParsedInput } from '../../../shared/contracts/index.ts';
import type { Note } from '../../../shared/entities/note.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { beyond, decodeCursor, pageOf } from '../db/cursor.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { notes } from '../db/schema.ts';

export type NoteRepository = {
  get(id: NoteId): Note | undefined;
  /** The most recently changed first. */
  list(filter: ParsedInput<'notes.list'>): { items: Note[]; nextCursor: string | null };
};

export const noteRepository: RepositoryFactory<NoteRepository> = ({ owns, prepare, reader }) => {
  const { userId: _owner, ...columns } = getTableColumns(notes);
  const read = () => reader.select(columns).from(notes);
  const one = prepare(columns, read().where(and(owns(notes), eq(notes.id, sql.placeholder('id')))));
  return {
    get: (id) => one.get({ id }),
    list({ partId, sessionId, kind, cursor, limit }) {
      const rows = read()
        .where(
          and(
            owns(notes),
            partId && eq(notes.partId, partId),
            sessionId && eq(notes.sessionId, sessionId),
            kind && eq(notes.kind, kind),
            cursor === undefined ? undefined : beyond(notes.updatedAt, notes.id, true, decodeCursor(cursor)),
          ),
        )
        .orderBy(desc(notes.updatedAt), desc(notes.id))
        .limit(limit + 1)
        .all();
      return pageOf(
        rows,
        limit,
        (row) => [row.updatedAt, row.id],
        (row) => row,
      );
    },
  };
};
