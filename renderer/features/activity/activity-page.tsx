import { History, Redo2, Undo2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { ActionId, SessionId } from '../../../shared/ids.ts';
import { places } from '../../app/places.ts';
import { useCall, usePagedCall } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { dayWords } from '../../components/dates.ts';
import { linkClasses } from '../../components/link-classes.ts';
import { Page } from '../../components/page.tsx';
import { PagedList } from '../../components/paged-list.tsx';
import { EmptyState } from '../../components/states.tsx';
import { sessionName } from '../chat/session-words.ts';
import { ActionEntry } from './action-entry.tsx';
import type { PartNames } from './action-words.ts';
import { ActivityFilters, requestOf, wholeActivity, type ActivityFilter } from './activity-filters.tsx';
import { useChanges } from './changes.ts';
import { groupActions, hasCompanionWork, hasUndoneCompanionWork, undoneByPerson, type DayGroup } from './group-actions.ts';
import { usePartNames } from './use-part-names.ts';

/** Everything that was changed, by whom, and the way back. */
export function ActivityPage() {
  const [filter, setFilter] = useState<ActivityFilter>(wholeActivity);
  const names = usePartNames();
  const request = requestOf(filter);
  const list = usePagedCall('actions.list', (client, page) => client.call('actions.list', { ...request, ...page }), request);
  const actions = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const days = useMemo(() => groupActions(actions), [actions]);
  const undone = useMemo(() => undoneByPerson(actions), [actions]);
  return (
    <Page
      title="Activity"
      intro="Everything that was changed here, by you or by the companion, the newest first. What can be taken back has an Undo beside it."
    >
      <ActivityFilters filter={filter} names={names} onChange={setFilter} />
      <PagedList
        list={list}
        items={days}
        className="flex flex-col gap-8"
        empty={
          <EmptyState
            picture={<History className="size-8" />}
            title={filter === wholeActivity ? 'Nothing has happened yet' : 'Nothing like this'}
          >
            {filter === wholeActivity ? (
              <p>What you and the companion change is listed here, with a way back.</p>
            ) : (
              <>
                <p>No change fits what you are looking for.</p>
                <Button onClick={() => setFilter(wholeActivity)}>Show everything</Button>
              </>
            )}
          </EmptyState>
        }
      >
        {(day) => <Day key={day.at} day={day} names={names} undone={undone} />}
      </PagedList>
    </Page>
  );
}

function Day({ day, names, undone }: { day: DayGroup; names: PartNames; undone: ReadonlySet<ActionId> }) {
  return (
    <li className="flex flex-col gap-4">
      <h2 className="text-base font-semibold">{dayWords(day.at)}</h2>
      {day.sessions.map((group) => (
        <section key={group.sessionId ?? 'outside'} className="flex flex-col gap-2">
          <div className="flex flex-wrap items-center justify-between gap-2">
            {group.sessionId === null ? (
              <h3 className="text-sm text-muted">Outside of a session</h3>
            ) : (
              <SessionHeading sessionId={group.sessionId} />
            )}
            {group.sessionId !== null && (
              <div className="flex flex-wrap gap-2">
                {hasUndoneCompanionWork(group, undone) && <TurnSession sessionId={group.sessionId} way="redo" />}
                {hasCompanionWork(group) && <TurnSession sessionId={group.sessionId} way="undo" />}
              </div>
            )}
          </div>
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {group.actions.map((action) => (
              <ActionEntry key={action.id} action={action} names={names} />
            ))}
          </ul>
        </section>
      ))}
    </li>
  );
}

function SessionHeading({ sessionId }: { sessionId: SessionId }) {
  const session = useCall('sessions.get', { sessionId });
  if (!session.data) return <h3 className="text-sm text-muted">A session</h3>;
  return (
    <h3 className="min-w-0 text-sm text-muted">
      Session{' '}
      <Link
        dir="auto"
        href={session.data.status === 'active' ? places.chat : places.session(sessionId)}
        className={`wrap-anywhere ${linkClasses}`}
      >
        {session.data.status === 'active' ? 'running now' : sessionName(session.data)}
      </Link>
    </h3>
  );
}

/** Takes back all the companion did in a session, or makes again what was taken back of it. */
function TurnSession({ sessionId, way }: { sessionId: SessionId; way: 'undo' | 'redo' }) {
  const { undoSession, redoSession } = useChanges();
  const [running, setRunning] = useState(false);
  const turn = async () => {
    setRunning(true);
    await (way === 'undo' ? undoSession : redoSession)(sessionId);
    setRunning(false);
  };
  const Picture = way === 'undo' ? Undo2 : Redo2;
  return (
    <Button size="small" look="quiet" icon={<Picture aria-hidden className="size-4" />} busy={running} onClick={() => void turn()}>
      {way === 'undo' ? 'Undo all the companion did in this session' : 'Redo all the companion did in this session'}
    </Button>
  );
}
