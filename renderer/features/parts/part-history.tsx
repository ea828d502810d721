import type { PartId } from '../../../shared/ids.ts';
import { usePagedCall } from '../../client/queries.ts';
import { momentWords } from '../../components/dates.ts';
import { PagedList } from '../../components/paged-list.tsx';
import { ActionEntry } from '../activity/action-entry.tsx';
import { usePartNames } from '../activity/use-part-names.ts';
import { Section } from '../../components/section.tsx';

/** Everything that was changed about a part, with the way back on each line. */
export function PartHistory({ partId }: { partId: PartId }) {
  const names = usePartNames();
  const filter = { partId, limit: 20 };
  const list = usePagedCall('actions.list', (client, page) => client.call('actions.list', { ...filter, ...page }), filter);
  return (
    <Section title="History">
      <PagedList
        list={list}
        items={list.data?.pages.flatMap((page) => page.items) ?? []}
        className="divide-y divide-line rounded-lg border border-line bg-surface"
        empty={<p className="text-muted">No change is on record.</p>}
      >
        {(action) => <ActionEntry key={action.id} action={action} names={names} when={momentWords(action.createdAt)} />}
      </PagedList>
    </Section>
  );
}
