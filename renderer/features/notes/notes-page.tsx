import { NotebookPen } from 'lucide-react';
import { Page } from '../../components/page.tsx';
import { EmptyState } from '../../components/states.tsx';
import { NoteList } from './note-list.tsx';
import { WriteNote } from './write-note.tsx';

/** Every letter and note there is. */
export function NotesPage() {
  return (
    <Page title="Notes" intro="Letters to your parts, and what you or the companion wanted to come back to." actions={<WriteNote />}>
      <NoteList
        empty={
          <EmptyState picture={<NotebookPen className="size-8" />} title="Nothing noted yet">
            <p>A letter to a part is kept here when you finish it in the chat. You can also write a note of your own.</p>
          </EmptyState>
        }
      />
    </Page>
  );
}
