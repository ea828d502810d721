import { useMemo } from 'react';
import type { PartId } from '../../../shared/ids.ts';
import { useCall } from '../../client/queries.ts';
import type { PartNames } from './action-words.ts';

/** What parts are called, by their identifiers. */
export const partNames = (parts: readonly { id: PartId; name: string }[]): PartNames => new Map(parts.map(({ id, name }) => [id, name]));

/** What all parts are called. Empty until it is read. */
export function usePartNames(): PartNames {
  const map = useCall('map.get', {});
  return useMemo(() => partNames(map.data?.parts ?? []), [map.data]);
}
