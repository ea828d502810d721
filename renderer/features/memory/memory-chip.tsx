import { BrainCircuit, X } from 'lucide-react';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { places } from '../../app/places.ts';
import { useCall } from '../../client/queries.ts';
import { createKept } from '../../client/kept.tsx';
import { Button, IconButton, buttonClasses } from '../../components/button.tsx';
import { causeWords } from './memory-words.ts';
import { useTakeBack } from './use-take-back.ts';

/** The newest version the person knows of; null until it is read for the first time. */
const useSeenVersion = createKept<number | null>(null);

/**
 * Says in the chat that the memory was brought up to date by somebody else than the person, with the way to it and back. It lies above the
 * conversation, so that nothing moves while one writes.
 */
export function MemoryChip() {
  const log = useCall('memory.log', { limit: 1 });
  const seen = useSeenVersion();
  const { takeBack, running } = useTakeBack();
  const newest = log.data?.items[0];
  const version = log.data ? (newest?.version ?? 0) : null;
  const isOwn = newest?.actor === 'user';
  useEffect(() => {
    if (version === null) return;
    const known = seen.get();
    // What stood there when the profile was opened is no news, and neither is what the person did. Once all is forgotten, versions begin anew.
    if (known === null || isOwn || version < known) seen.set(version);
  }, [version, isOwn, seen]);
  const isNews = newest !== undefined && !isOwn && seen.value !== null && newest.version > seen.value;
  return (
    <div className="relative z-10 h-0">
      <div role="status" className="pointer-events-none absolute inset-x-0 top-2 flex px-4">
        {isNews && (
          <div
            data-memory-chip
            className="pointer-events-auto flex max-w-full flex-wrap items-center gap-x-1 gap-y-1 rounded-md border border-line bg-surface py-1 pr-1 pl-3 text-sm shadow-raised animate-appear"
          >
            <BrainCircuit aria-hidden className="size-4 shrink-0 text-pine" />
            <span className="mr-2 ml-1" title={causeWords[newest.cause]}>
              Memory was brought up to date
            </span>
            <Link href={places.memory} onClick={() => seen.set(newest.version)} className={buttonClasses('quiet', 'small')}>
              See
            </Link>
            <Button size="small" look="quiet" busy={running} onClick={() => void takeBack(newest.version)}>
              Undo
            </Button>
            <IconButton
              size="small"
              label="Close this message"
              icon={<X aria-hidden className="size-4" />}
              onClick={() => seen.set(newest.version)}
            />
          </div>
        )}
      </div>
    </div>
  );
}
