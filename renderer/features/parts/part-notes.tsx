import type { Part } from '../../../shared/entities/part.ts';
import { NoteList } from '../notes/note-list.tsx';
import { WriteNote } from '../notes/write-note.tsx';
import { Section } from '../../components/section.tsx';

/** What was written to a part or noted about it. */
export function PartNotes({ part }: { part: Part }) {
  return (
    <Section title="Letters and notes">
      <WriteNote part={part} small />
      <NoteList
        partId={part.id}
        empty={<p className="text-muted">None yet. A letter to it is kept here when you finish it in the chat.</p>}
      />
    </Section>
  );
}
