import { useEffect, useState } from 'react';

/** Whole seconds until `until`, counting down; 0 when there is nothing to wait for. */
export function useCountdown(until: number | null): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (until === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      const milliseconds = Math.max(0, until - Date.now());
      setLeft(Math.ceil(milliseconds / 1000));
      if (milliseconds > 0) timer = setTimeout(tick, Math.min(250, milliseconds));
    };
    timer = setTimeout(tick, 0);
    return () => clearTimeout(timer);
  }, [until]);
  return left;
}
