import { startTransition, useEffect, useState } from 'react';

/** How many rows are added at a time. */
const TOGETHER = 3;
/** As many rows as an ordinary window shows without scrolling. */
const IN_SIGHT = 12;

/**
 * How many of `total` rows to draw by now: none at first and a few more every other frame, so that nothing has to wait for all of them.
 * While the page is `busy` with something else, those out of sight wait.
 */
export function useGrowing(total: number, busy: boolean): number {
  const [count, setCount] = useState(0);
  const growing = count < (busy ? Math.min(IN_SIGHT, total) : total);
  useEffect(() => {
    if (!growing) return;
    // Not in every frame, so that whatever else waits for the page has its turn in between.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => startTransition(() => setCount(count + TOGETHER)));
    });
    return () => cancelAnimationFrame(frame);
  }, [count, growing]);
  return Math.min(count, total);
}
