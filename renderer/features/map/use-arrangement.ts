import { useEffect, useState, useSyncExternalStore } from 'react';
import { createArrangement, type Arrangement } from './layout/arrangement.ts';
import type { MapData } from './visible-map.ts';

/** Where the parts of this map are, and whether that has come to rest. */
export function useArrangement(map: MapData | undefined): { arrangement: Arrangement; settled: boolean } {
  const [arrangement] = useState(createArrangement);
  useEffect(() => {
    if (map) arrangement.arrange(map);
  }, [arrangement, map]);
  useEffect(() => () => arrangement.stop(), [arrangement]);
  return { arrangement, settled: useSyncExternalStore(arrangement.listen, arrangement.isSettled) };
}
