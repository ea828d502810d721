import { BrainCircuit, X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { places } from '../../app/places.ts';
import { useCall } from '../../client/queries.ts';
import { createKept } from '../../client/kept.tsx';
import { IconButton } from '../../components/button.tsx';
import { joinClasses } from '../../components/join-classes.ts';
import { linkClasses } from '../../components/link-classes.ts';
import { newsOf } from './memory-news.ts';
import { causeWords } from './memory-words.ts';
import { useTakeBack } from './use-take-back.ts';

/** The newest version the person knows of; null until it is read for the first time. */
const useSeenVersion = createKept<number | null>(null);

/** Long enough to be read and pressed. What it tells of stays in Memory, so nothing is lost when it goes. */
const SHOWN_MS = 20_000;

const buttonClasses = `inline-flex min-h-6 items-center rounded-sm px-1.5 ${linkClasses}`;

/**
 * Says in the chat that the memory was brought up to date by somebody else than the person, with the way to it and back. It has the line of
 * `children` for a while, in the header: there it covers nobody’s words and moves none.
 */
export function MemoryChip({ children }: { children: ReactNode }) {
  const log = useCall('memory.log', { limit: 1 });
  const opening = useCall('memory.atOpening', {});
  const safety = useCall('safety.state', {});
  const seen = useSeenVersion();
  const { takeBack, running } = useTakeBack();
  const newest = log.data?.items[0];
  const version = log.data ? (newest?.version ?? 0) : null;
  const isOwn = newest?.actor === 'user';
  const atOpening = opening.data?.version;
  useEffect(() => {
    if (version === null || atOpening === undefined) return;
    // What stood there when the profile was opened is no news; what was caught up on right after that is.
    const known = seen.get() ?? atOpening;
    // Neither is what the person did. Once all is forgotten, versions begin anew.
    seen.set(isOwn || version < known ? version : known);
  }, [version, atOpening, isOwn, seen]);
  const news = newsOf(newest, seen.value, safety.data === undefined || safety.data.label !== null);
  const shown = news?.version ?? null;
  const [held, setHeld] = useState(false);
  // It does not go from under a pointer or the focus.
  useEffect(() => {
    if (shown === null || held) return;
    const timer = setTimeout(() => seen.set(shown), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown, held, seen]);
  const close = () => {
    setHeld(false);
    if (shown !== null) seen.set(shown);
  };
  return (
    <div className="relative">
      <div className={joinClasses(news !== null && 'invisible')}>{children}</div>
      <div role="status" className="pointer-events-none absolute inset-x-0 top-1/2 flex -translate-y-1/2">
        {news && (
          <div
            data-memory-chip
            onPointerEnter={() => setHeld(true)}
            onPointerLeave={() => setHeld(false)}
            onFocus={() => setHeld(true)}
            onBlur={() => setHeld(false)}
            className="pointer-events-auto flex min-w-0 items-center gap-x-1 text-xs animate-appear"
          >
            <BrainCircuit aria-hidden className="size-3.5 shrink-0 text-pine md:max-lg:hidden" />
            <span className="truncate max-md:sr-only" title={causeWords[news.cause]}>
              Memory was updated
            </span>
            <Link href={places.memory} onClick={close} className={buttonClasses}>
              See
            </Link>
            <button
              type="button"
              aria-disabled={running || undefined}
              className={buttonClasses}
              onClick={() => !running && void takeBack(news.version)}
            >
              Undo
            </button>
            <IconButton
              size="small"
              className="-my-1 size-6"
              label="Close this message"
              icon={<X aria-hidden className="size-3.5" />}
              onClick={close}
            />
          </div>
        )}
      </div>
    </div>
  );
}
