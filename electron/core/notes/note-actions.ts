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
  perform({ actor, ids, ledger, now, scope }, note) {
    if (note.partId !== null && !ledger.get('parts', note.partId)) throw notFound('This part');
    if (note.sessionId !== null && !scope.find('sessions', note.sessionId)) throw notFound('This session');
    const id = NoteId.parse(ids.next());
    ledger.insert('notes', { id, userId: actor.userId, ...note, createdAt: now, updatedAt: now });
    return { value: id, entityId: id, sessionId: note.sessionId };
  },
});

export const updateNote = defineAction({
  type: 'update_note',
  entityType: 'note',
  undoable: true,
  input: z.strictObject({ noteId: NoteId, title: NoteTitle.optional(), content: NoteContent.optional() }),
  perform({ ledger, now }, { noteId, title, content }) {
    const note = ledger.get('notes', noteId);
    if (!note) throw notFound('This note');
    ledger.update('notes', noteId, {
      ...(title !== undefined && { title }),
      ...(content !== undefined && { content }),
      updatedAt: now,
    });
    return { value: noteId, entityId: noteId, sessionId: note.sessionId };
  },
});

export const deleteNote = defineAction({
  type: 'delete_note',
  entityType: 'note',
  undoable: true,
  input: z.strictObject({ noteId: NoteId }),
  perform({ ledger }, { noteId }) {
    const note = ledger.get('notes', noteId);
    if (!note) throw notFound('This note');
    ledger.remove('notes', noteId);
    return { value: noteId, entityId: noteId, sessionId: note.sessionId };
  },
});

export const noteActions = [createNote, updateNote, deleteNote];
