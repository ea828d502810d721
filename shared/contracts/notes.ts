import { z } from 'zod';
import { PageRequest, page } from '../entities/common.ts';
import { Note, NoteContent, NoteKind, NoteTitle } from '../entities/note.ts';
import { NoteId, PartId, SessionId } from '../ids.ts';
import { Nothing, route } from './route.ts';

export const notesContract = {
  /** The most recently changed first, all of them or those of one part or session. */
  'notes.list': route(
    'person',
    z.strictObject({ partId: PartId.optional(), sessionId: SessionId.optional(), kind: NoteKind.optional(), ...PageRequest }),
    page(Note),
  ),
  'notes.get': route('person', z.strictObject({ noteId: NoteId }), Note),
  'notes.create': route(
    'person',
    z.strictObject({
      kind: NoteKind.default('note'),
      partId: PartId.optional(),
      sessionId: SessionId.optional(),
      title: NoteTitle.default(''),
      content: NoteContent,
    }),
    Note,
  ),
  /** Only what is given changes. */
  'notes.update': route('person', z.strictObject({ noteId: NoteId, title: NoteTitle.optional(), content: NoteContent.optional() }), Note),
  /** Can be undone. */
  'notes.delete': route('person', z.strictObject({ noteId: NoteId }), Nothing),
};
