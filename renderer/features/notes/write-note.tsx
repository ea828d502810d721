import { NotebookPen } from 'lucide-react';
import { useState } from 'react';
import type { Part } from '../../../shared/entities/part.ts';
import { useAction } from '../../client/context.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { NoteForm, useNoteDraft } from './note-form.tsx';

const empty = { title: '', content: '' };

/** Writes a note, about a part or about nobody in particular. What is typed is still there when the window was closed. */
export function WriteNote({ part = null, small = false }: { part?: Part | null; small?: boolean }) {
  const [open, setOpen] = useState(false);
  const create = useAction('notes.create');
  const draft = useNoteDraft(`new ${part?.id ?? ''}`);
  const onKeep = async () => {
    const result = await create.run({ ...(draft.get() ?? empty), ...(part && { partId: part.id }) });
    if (!result.ok) return;
    draft.set(null);
    setOpen(false);
  };
  return (
    <>
      <Button
        size={small ? 'small' : 'medium'}
        className="self-start"
        icon={<NotebookPen aria-hidden className="size-4" />}
        onClick={() => setOpen(true)}
      >
        Write a note
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={part ? `A note about ${part.name}` : 'A note'}>
        <NoteForm
          draft={draft.value ?? empty}
          running={create.running}
          error={create.error}
          onType={draft.set}
          onKeep={() => void onKeep()}
          leave={
            <Button look="quiet" onClick={() => setOpen(false)}>
              Not now
            </Button>
          }
        />
      </Dialog>
    </>
  );
}
