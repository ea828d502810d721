import { z } from 'zod';
import { NoteId, PartId, SessionId } from '../ids.ts';
import { LongText, Timestamp } from './common.ts';

/** A note is the person's or the companion's own; a letter is written to a part. */
export const noteKinds = ['note', 'letter'] as const;
export const NoteKind = z.enum(noteKinds);
export type NoteKind = z.infer<typeof NoteKind>;

export const NoteTitle = z.string().trim().max(200, 'A title can have at most 200 characters.');
export const NoteContent = LongText(1_048_576, 'A note can have at most 1,048,576 characters.').refine(
  (text) => text.trim() !== '',
  'There is nothing to keep yet.',
);

export const Note = z.strictObject({
  id: NoteId,
  kind: NoteKind,
  /** Whom it is about or written to. */
  partId: PartId.nullable(),
  sessionId: SessionId.nullable(),
  title: z.string(),
  content: z.string(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Note = z.infer<typeof Note>;
