import { useEffect, useState } from 'react';
import { joinClasses } from './join-classes.ts';

/** True once `active` has lasted 200 ms: what is quick shows no skeleton at all. */
export function useDelayed(active: boolean, milliseconds = 200): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => setLate(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [active, milliseconds]);
  return active && late;
}

/** Grey shapes in the place of rows that are on their way. */
export function Skeleton({ rows = 3, className = 'h-24' }: { rows?: number; className?: string }) {
  const shown = useDelayed(true);
  if (!shown) return null;
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="sr-only">Loading</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} aria-hidden className={joinClasses('animate-breathe rounded-lg bg-hover', className)} />
      ))}
    </div>
  );
}
