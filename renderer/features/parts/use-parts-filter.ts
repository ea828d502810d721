import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { allParts, type PartsFilter } from './parts-filters.tsx';

const key = ['parts', 'filter'];

/** What the list of parts was narrowed to, still so when one comes back from a part's page. It is gone when the profile locks. */
export function usePartsFilter(): [PartsFilter, (filter: PartsFilter) => void] {
  const queryClient = useQueryClient();
  const [filter, setFilter] = useState(() => queryClient.getQueryData<PartsFilter>(key) ?? allParts);
  const keep = (next: PartsFilter) => {
    queryClient.setQueryData(key, next);
    setFilter(next);
  };
  return [filter, keep];
}
