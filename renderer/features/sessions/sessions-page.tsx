import { BookOpen } from 'lucide-react';
import { memo } from 'react';
import { Link } from 'wouter';
import type { Session } from '../../../shared/entities/session.ts';
import { places } from '../../app/places.ts';
import { usePagedCall } from '../../client/queries.ts';
import { Badge } from '../../components/badge.tsx';
import { buttonClasses } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { PagedList } from '../../components/paged-list.tsx';
import { EmptyState } from '../../components/states.tsx';
import { sessionName, sessionSummary } from '../chat/session-words.ts';

/** Every session, newest first. */
export function SessionsPage() {
  const list = usePagedCall('sessions.list', (client, request) => client.call('sessions.list', request));
  return (
    <Page title="Sessions" intro="Everything you have written, session by session, the newest first.">
      <PagedList
        list={list}
        items={list.data?.pages.flatMap((page) => page.items) ?? []}
        className="flex flex-col gap-2"
        empty={
          <EmptyState picture={<BookOpen className="size-8" />} title="No session yet">
            <p>Your first one begins with the first thing you write.</p>
            <Link href={places.chat} className={buttonClasses('primary')}>
              Begin writing
            </Link>
          </EmptyState>
        }
      >
        {(session) => <SessionEntry key={session.id} session={session} />}
      </PagedList>
    </Page>
  );
}

const SessionEntry = memo(function SessionEntry({ session }: { session: Session }) {
  const running = session.status === 'active';
  return (
    <li className="drawn-when-near [contain-intrinsic-size:auto_4.75rem]">
      <Link
        href={running ? places.chat : places.session(session.id)}
        className="flex items-center justify-between gap-4 rounded-lg border border-line bg-surface px-4 py-3 -outline-offset-2 transition-colors hover:bg-hover"
      >
        <span className="flex min-w-0 flex-col">
          <span dir="auto" className={running ? 'font-medium' : 'truncate font-serif text-words'}>
            {sessionName(session)}
          </span>
          <span className="text-sm text-muted">{sessionSummary(session)}</span>
        </span>
        {running && <Badge tone="pine">Now</Badge>}
      </Link>
    </li>
  );
});
