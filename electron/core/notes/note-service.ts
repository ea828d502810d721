import type { ParsedInput, RouteOutput } from '../../../shared/contracts/index.ts';
import type { Note } from '../../../shared/entities/note.ts';
import type { NoteId } from '../../../shared/ids.ts';
import type { ActionBus } from '../actions/action-bus.ts';
import type { Actor } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { notFound } from '../failure.ts';
import { createNote, deleteNote, updateNote } from './note-actions.ts';
import { noteRepository } from './note-repository.ts';

/** Notes, and letters to parts. */
export type NoteService = {
  list(actor: Actor, filter: ParsedInput<'notes.list'>): RouteOutput<'notes.list'>;
  get(actor: Actor, noteId: NoteId): Note;
  create(actor: Actor, input: ParsedInput<'notes.create'>): Note;
  update(actor: Actor, input: ParsedInput<'notes.update'>): Note;
  delete(actor: Actor, noteId: NoteId): void;
};

export function createNoteService({ bus, scopeOf }: { bus: ActionBus; scopeOf: (actor: Actor) => OwnerScope }): NoteService {
  const get = (actor: Actor, noteId: NoteId): Note => {
    const note = scopeOf(actor).use(noteRepository).get(noteId);
    if (!note) throw notFound('This note');
    return note;
  };
  return {
    list: (actor, filter) => scopeOf(actor).use(noteRepository).list(filter),
    get,
    create: (actor, { partId, sessionId, ...note }) =>
      get(actor, bus.perform(actor, createNote, { ...note, partId: partId ?? null, sessionId: sessionId ?? null }).value),
    update: (actor, input) => get(actor, bus.perform(actor, updateNote, input).value),
    delete: (actor, noteId) => void bus.perform(actor, deleteNote, { noteId }),
  };
}
