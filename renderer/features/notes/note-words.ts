import type { Note, NoteKind } from '../../../shared/entities/note.ts';

const NAME_MAX = 80;

/** What a note is called: its title, else the beginning of its first line. */
export function noteName({ title, content }: Pick<Note, 'title' | 'content'>): string {
  if (title.trim() !== '') return title;
  const [line = ''] = content.trim().split('\n', 1);
  return line.length > NAME_MAX ? `${line.slice(0, NAME_MAX).toWellFormed().trimEnd()}…` : line;
}

/** Whom it is about or written to. `part` is the name, or null when there is none or it is gone. */
export const noteSubject = (kind: NoteKind, part: string | null): string =>
  kind === 'letter' ? (part ? `Letter to ${part}` : 'Letter') : part ? `Note about ${part}` : 'Note';
