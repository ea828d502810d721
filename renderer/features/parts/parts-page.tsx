import { UsersRound } from 'lucide-react';
import { useDeferredValue } from 'react';
import { Link } from 'wouter';
import { places } from '../../app/places.ts';
import { usePagedCall } from '../../client/queries.ts';
import { Button, buttonClasses } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { PagedList } from '../../components/paged-list.tsx';
import { EmptyState } from '../../components/states.tsx';
import { CreatePart } from './create-part.tsx';
import { PartCard } from './part-card.tsx';
import { PartsFilters, allParts, isNarrow, requestOf } from './parts-filters.tsx';
import { usePartsFilter } from './use-parts-filter.ts';

/** Everyone the person has met inside, to be found, narrowed and put in order. */
export function PartsPage() {
  const { value: filter, set: setFilter } = usePartsFilter();
  const request = requestOf(useDeferredValue(filter));
  const list = usePagedCall('parts.list', (client, page) => client.call('parts.list', { ...request, ...page }), request);
  return (
    <Page title="Parts" intro="The parts of you that you have met so far." actions={<CreatePart />}>
      <PartsFilters filter={filter} onChange={setFilter} />
      <PagedList
        list={list}
        items={list.data?.pages.flatMap((page) => page.items) ?? []}
        className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))] gap-3"
        empty={
          isNarrow(filter) ? (
            <EmptyState picture={<UsersRound className="size-8" />} title="Nobody like this">
              <p>None of your parts fits what you are looking for.</p>
              <Button onClick={() => setFilter({ ...allParts, sort: filter.sort })}>Show all parts</Button>
            </EmptyState>
          ) : (
            <EmptyState picture={<UsersRound className="size-8" />} title="No part has been named yet">
              <p>When something you write sounds like a part of you, the companion asks. It is listed here once you accept it.</p>
              <Link href={places.chat} className={buttonClasses('primary')}>
                Begin writing
              </Link>
            </EmptyState>
          )
        }
      >
        {(part) => <PartCard key={part.id} part={part} />}
      </PagedList>
    </Page>
  );
}
