import { Mail, NotebookPen } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Note } from '../../../shared/entities/note.ts';
import type { PartId } from '../../../shared/ids.ts';
import { places } from '../../app/places.ts';
import { usePagedCall } from '../../client/queries.ts';
import { fullMoment, shortDay } from '../../components/dates.ts';
import { PagedList } from '../../components/paged-list.tsx';
import { usePartNames } from '../activity/use-part-names.ts';
import { noteName, noteSubject } from './note-words.ts';

/** Notes and letters, the last changed first: all of them, or those about one part. */
export function NoteList({ partId, empty }: { partId?: PartId; empty: ReactNode }) {
  const names = usePartNames();
  const filter = { ...(partId && { partId }) };
  const list = usePagedCall('notes.list', (client, page) => client.call('notes.list', { ...filter, ...page }), filter);
  return (
    <PagedList list={list} items={list.data?.pages.flatMap((page) => page.items) ?? []} className="flex flex-col gap-2" empty={empty}>
      {(note) => <NoteEntry key={note.id} note={note} part={(note.partId && names.get(note.partId)) ?? null} />}
    </PagedList>
  );
}

function NoteEntry({ note, part }: { note: Note; part: string | null }) {
  const { id, kind, updatedAt } = note;
  const Picture = kind === 'letter' ? Mail : NotebookPen;
  const name = noteName(note);
  const subject = noteSubject(kind, part);
  return (
    <li className="drawn-when-near [contain-intrinsic-size:auto_4.25rem]">
      <Link
        href={places.note(id)}
        className="flex items-center gap-3 rounded-lg border border-line bg-surface px-4 py-3 -outline-offset-2 transition-colors hover:bg-hover"
      >
        <Picture aria-hidden className="size-4.5 shrink-0 text-muted" />
        <span className="flex min-w-0 flex-col">
          <span dir="auto" className="truncate font-serif text-words">
            {name}
          </span>
          <span className="text-sm text-muted">
            {/* A letter is often called just that already. */}
            {subject !== name && `${subject} · `}
            <time dateTime={new Date(updatedAt).toISOString()} title={fullMoment(updatedAt)}>
              {shortDay(updatedAt)}
            </time>
          </span>
        </span>
      </Link>
    </li>
  );
}
