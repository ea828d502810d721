import { UsersRound } from 'lucide-react';
import { Link } from 'wouter';
import { PartId } from '../../../shared/ids.ts';
import { goTo } from '../../app/hash-location.ts';
import { places } from '../../app/places.ts';
import { usePagedCall } from '../../client/queries.ts';
import { buttonClasses } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { PagedList } from '../../components/paged-list.tsx';
import { EmptyState } from '../../components/states.tsx';
import { PartCard } from './part-card.tsx';
import { PartInspector } from './part-inspector.tsx';

/** Everyone the person has met inside, with one of them beside the list when chosen. */
export function PartsPage({ selected }: { selected: string | null }) {
  const list = usePagedCall('parts.list', (client, request) => client.call('parts.list', request));
  const selectedId = PartId.safeParse(selected).data ?? null;
  return (
    <div className="flex h-full">
      {selectedId && <h1 className="sr-only md:hidden">Parts</h1>}
      <div className={selectedId ? 'min-w-0 flex-1 max-md:hidden' : 'min-w-0 flex-1'}>
        <Page title="Parts" intro="The parts of you that you have met so far, the most recently changed first.">
          <PagedList
            list={list}
            items={list.data?.pages.flatMap((page) => page.items) ?? []}
            className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))] gap-3"
            empty={
              <EmptyState picture={<UsersRound className="size-8" />} title="No part has been named yet">
                <p>When something you write sounds like a part of you, the companion asks. It is listed here once you accept it.</p>
                <Link href={places.chat} className={buttonClasses('primary')}>
                  Begin writing
                </Link>
              </EmptyState>
            }
          >
            {(part) => <PartCard key={part.id} part={part} selected={part.id === selectedId} />}
          </PagedList>
        </Page>
      </div>
      {selectedId && <PartInspector key={selectedId} partId={selectedId} onClose={() => closeInspector(selectedId)} />}
    </div>
  );
}

/** Goes back to the list, with the focus on the part that was looked at. */
function closeInspector(partId: PartId): void {
  goTo(places.parts);
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-part-id="${CSS.escape(partId)}"]`)?.focus());
}
