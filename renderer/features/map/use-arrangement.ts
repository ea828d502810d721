import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { createArrangement, type Arranged, type Arrangement } from './layout/arrangement.ts';

/** How long words and buttons wait after a layout has come to rest, so that it is drawn first, in milliseconds. */
const AFTER_DRAWING_MS = 60;

/** Where the parts that are shown lie, and whether that has come to rest. */
export function useArrangement(map: Arranged): { arrangement: Arrangement; settled: boolean } {
  const [arrangement] = useState(createArrangement);
  useEffect(() => {
    arrangement.arrange(map);
  }, [arrangement, map]);
  useEffect(() => () => arrangement.stop(), [arrangement]);
  const subscribe = useCallback(
    (onChange: () => void) => {
      let later: ReturnType<typeof setTimeout> | undefined;
      const endListening = arrangement.listen(() => {
        clearTimeout(later);
        if (arrangement.isSettled()) later = setTimeout(onChange, AFTER_DRAWING_MS);
        else onChange();
      });
      return () => {
        clearTimeout(later);
        endListening();
      };
    },
    [arrangement],
  );
  return { arrangement, settled: useSyncExternalStore(subscribe, arrangement.isSettled) };
}
