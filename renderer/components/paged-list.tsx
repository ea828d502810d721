import { useEffect, useRef, type ReactNode } from 'react';
import { errorOf } from '../client/queries.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { Skeleton } from './skeleton.tsx';
import { ErrorState } from './states.tsx';

/** What a list has to know about the pages behind it. */
export type PagesState = {
  isPending: boolean;
  error: Error | null;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
  refetch: () => Promise<unknown>;
};

export type PagedListProps<Item> = {
  list: PagesState;
  items: readonly Item[];
  empty: ReactNode;
  className?: string;
  children: (item: Item) => ReactNode;
};

/** A list that reads its next page when its end comes near, with its empty, loading and failed forms. */
export function PagedList<Item>({ list, items, empty, className, children }: PagedListProps<Item>) {
  const end = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const error = errorOf(list.error);

  useEffect(() => {
    if (!end.current || !hasNextPage || isFetchingNextPage || error) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && void fetchNextPage(), { rootMargin: '800px' });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, error]);

  if (list.isPending) return <Skeleton rows={4} className="h-20" />;
  if (error && items.length === 0) return <ErrorState error={error} onRetry={() => void list.refetch()} />;
  if (items.length === 0) return empty;
  return (
    <>
      <ul className={className}>{items.map(children)}</ul>
      <div ref={end} className="flex flex-col items-center gap-2">
        {error && <Notice tone="alert">{error.message}</Notice>}
        {hasNextPage && (
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        )}
      </div>
    </>
  );
}
