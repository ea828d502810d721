import { useMemo } from 'react';
import { useCall } from '../../client/queries.ts';
import type { PartNames } from './action-words.ts';

/** What all parts are called. Empty until it is read. */
export function usePartNames(): PartNames {
  const map = useCall('map.get', {});
  return useMemo(() => new Map(map.data?.parts.map(({ id, name }) => [id, name])), [map.data]);
}
