import { ArrowLeft, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Note } from '../../../shared/entities/note.ts';
import { NoteId } from '../../../shared/ids.ts';
import { goTo } from '../../app/hash-location.ts';
import { places } from '../../app/places.ts';
import { useEscape } from '../../app/shortcuts.ts';
import { useAction } from '../../client/context.tsx';
import { errorOf, useCall } from '../../client/queries.ts';
import { Button, buttonClasses } from '../../components/button.tsx';
import { momentWords } from '../../components/dates.ts';
import { linkClasses } from '../../components/link-classes.ts';
import { Notice } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { EmptyState, ErrorState } from '../../components/states.tsx';
import { usePartNames } from '../activity/use-part-names.ts';
import { blocksOf } from '../chat/long-text.ts';
import { NoteForm, useNoteDraft } from './note-form.tsx';
import { noteName, noteSubject } from './note-words.ts';

/** One letter or note, to be read, changed or deleted. */
export function NotePage({ address }: { address: string }) {
  const parsed = NoteId.safeParse(address);
  return parsed.success ? <ReadNote noteId={parsed.data} /> : <NoSuchNote />;
}

function ReadNote({ noteId }: { noteId: NoteId }) {
  const note = useCall('notes.get', { noteId });
  const error = errorOf(note.error);
  if (error?.code === 'NOT_FOUND') return <NoSuchNote />;
  if (error) {
    return (
      <Page title="Note">
        <ErrorState error={error} title="This note can’t be shown right now" onRetry={() => void note.refetch()} />
      </Page>
    );
  }
  if (!note.data) {
    return (
      <div className="mx-auto w-full max-w-4xl px-6 py-8">
        <Skeleton rows={3} />
      </div>
    );
  }
  return <ShownNote note={note.data} />;
}

function NoSuchNote() {
  return (
    <Page title="Note">
      <EmptyState title="This note is not here">
        <p>It may have been deleted. Activity shows the way back.</p>
        <Link href={places.notes} className={buttonClasses()}>
          Go to all notes
        </Link>
      </EmptyState>
    </Page>
  );
}

function ShownNote({ note }: { note: Note }) {
  const { id, title, content } = note;
  const draft = useNoteDraft(id);
  const update = useAction('notes.update');
  const remove = useAction('notes.delete');
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus({ preventScroll: true }), []);
  // What is being written is never dropped by a key.
  useEscape(() => {
    if (draft.value === null) goTo(places.notes);
  });
  const close = () => {
    draft.set(null);
    top.current?.focus({ preventScroll: true });
  };
  const onKeep = async () => {
    const typed = draft.get();
    if (!typed) return;
    const changes = {
      ...(typed.title.trim() !== title && { title: typed.title }),
      ...(typed.content !== content && { content: typed.content }),
    };
    if (Object.keys(changes).length === 0) return close();
    const result = await update.run({ noteId: id, ...changes });
    if (result.ok) close();
  };
  const onDelete = async () => {
    const result = await remove.run({ noteId: id });
    if (result.ok) goTo(places.notes);
  };
  return (
    <div ref={top} tabIndex={-1} className="h-full outline-none">
      <Page
        title={noteName(note)}
        intro={<Origin note={note} />}
        above={
          <Link href={places.notes} className={buttonClasses('quiet', 'small')}>
            <ArrowLeft aria-hidden className="size-4" />
            All notes
          </Link>
        }
        actions={
          draft.value === null && (
            <div className="flex flex-wrap gap-2">
              <Button icon={<Pencil aria-hidden className="size-4" />} onClick={() => draft.set({ title, content })}>
                Edit
              </Button>
              <Button look="quiet" icon={<Trash2 aria-hidden className="size-4" />} busy={remove.running} onClick={() => void onDelete()}>
                Delete
              </Button>
            </div>
          )
        }
      >
        {remove.error && <Notice tone="alert">{remove.error.message}</Notice>}
        {draft.value === null ? (
          <div className="max-w-[68ch]">
            {blocksOf(content).map(({ start, end }) => (
              <p key={start} dir="auto" className="words">
                {content.slice(start, end)}
              </p>
            ))}
          </div>
        ) : (
          <NoteForm
            draft={draft.value}
            running={update.running}
            error={update.error}
            onType={draft.set}
            onKeep={() => void onKeep()}
            leave={
              <Button look="quiet" onClick={close}>
                Drop what I typed
              </Button>
            }
          />
        )}
      </Page>
    </div>
  );
}

/** Whom it is about, where it was written and when. */
function Origin({ note: { kind, partId, sessionId, createdAt, updatedAt } }: { note: Note }) {
  const names = usePartNames();
  const part = (partId && names.get(partId)) ?? null;
  return (
    <>
      {partId && part ? (
        <>
          {kind === 'letter' ? 'Letter to ' : 'Note about '}
          <Link href={places.part(partId)} className={linkClasses}>
            {part}
          </Link>
        </>
      ) : (
        noteSubject(kind, null)
      )}
      {`, ${momentWords(createdAt)}`}
      {updatedAt !== createdAt && `, changed ${momentWords(updatedAt)}`}
      {sessionId && (
        <>
          {' · '}
          <Link href={places.session(sessionId)} className={linkClasses}>
            Open the session
          </Link>
        </>
      )}
    </>
  );
}
