import { useState, type FormEvent, type ReactNode } from 'react';
import { NoteContent, NoteTitle, type Note } from '../../../shared/entities/note.ts';
import type { CallError } from '../../../shared/errors.ts';
import { createKept } from '../../client/kept.tsx';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { TextField } from '../../components/text-field.tsx';

/** A note as it is being written, everything as typed. */
export type NoteDraft = Pick<Note, 'title' | 'content'>;

/** Not kept yet, and still there when one comes back to it; by the note’s id, or by what a new one is about. Null while nothing is written. */
export const useNoteDraft = createKept<NoteDraft | null>(null);

const firstIssue = (parsed: ReturnType<typeof NoteTitle.safeParse>): string | null =>
  parsed.success ? null : (parsed.error.issues[0]?.message ?? 'This can’t be kept as it is.');

export type NoteFormProps = {
  draft: NoteDraft;
  running: boolean;
  error: CallError | null;
  onType: (draft: NoteDraft) => void;
  onKeep: () => void;
  /** The way out without keeping. */
  leave: ReactNode;
};

/** Title and text of a note or letter. */
export function NoteForm({ draft, running, error, onType, onKeep, leave }: NoteFormProps) {
  const [tried, setTried] = useState(false);
  const problems = { title: firstIssue(NoteTitle.safeParse(draft.title)), content: firstIssue(NoteContent.safeParse(draft.content)) };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!running && problems.title === null && problems.content === null) onKeep();
  };
  return (
    <form noValidate aria-label="Note" onSubmit={onSubmit} className="flex flex-col gap-4">
      <TextField
        label="Title"
        hint="It can do without one."
        dir="auto"
        maxLength={200}
        value={draft.title}
        error={tried ? problems.title : null}
        onChange={(event) => onType({ ...draft, title: event.target.value })}
      />
      <TextArea
        label="Text"
        className="words min-h-36"
        value={draft.content}
        error={tried ? problems.content : null}
        onChange={(event) => onType({ ...draft, content: event.target.value })}
      />
      {error && <Notice tone="alert">{error.message}</Notice>}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={running}>
          Keep
        </Button>
        {leave}
      </div>
    </form>
  );
}
