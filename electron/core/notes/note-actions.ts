import { z } from 'zod';
import { NoteContent, NoteKind, NoteTitle } from '../../../shared/entities/note.ts';
import { NoteId, PartId, SessionId } from '../../../shared/ids.ts';
import { defineAction } from '../actions/action.ts';
import { notFound } from '../failure.ts';

/** Keeps a note, or a letter to a part. */
export const createNote = defineAction({
  type: 'create_note',
  entityType: 'note',
  undoable: true,
  input: z.strictObject({
    kind: NoteKind,
    partId: PartId.nullable(),
    sessionId: SessionId.nullable(),
    title: NoteTitle,
    content: NoteContent,
  }),
  perform({ actor, ids, ledger, now }, note) {
    if (note.partId && !ledger.get('parts', note.partId)) throw notFound('This part');
    if (note.sessionId && !ledger.get('sessions', note.sessionId)) throw notFound('This session');
    const id = NoteId.parse(ids.next());
    ledger.insert('notes', { ...note, id, userId: actor.userId, createdAt: now, updatedAt: now });
    return { value: id, entityId: id, sessionId: note.sessionId };
  },
});

export const noteActions = [createNote];
