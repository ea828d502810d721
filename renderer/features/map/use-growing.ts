import { startTransition, useEffect, useState } from 'react';

/** How many rows are added a frame. */
const EACH_FRAME = 6;

/** How many of `total` rows to draw by now: a few more every frame, so that no frame has to wait for all of them. */
export function useGrowing(total: number): number {
  const [count, setCount] = useState(EACH_FRAME);
  const growing = count < total;
  useEffect(() => {
    if (!growing) return;
    const frame = requestAnimationFrame(() => startTransition(() => setCount(count + EACH_FRAME)));
    return () => cancelAnimationFrame(frame);
  }, [count, growing]);
  return Math.min(count, total);
}
