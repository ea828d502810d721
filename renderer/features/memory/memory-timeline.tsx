import { useState } from 'react';
import type { MemoryVersion } from '../../../shared/entities/memory.ts';
import { usePagedCall } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { fullMoment, momentWords } from '../../components/dates.ts';
import { PagedList } from '../../components/paged-list.tsx';
import { EmptyState } from '../../components/states.tsx';
import { CompareVersions } from './compare-versions.tsx';
import { causeWords, sizeWords } from './memory-words.ts';
import { RestoreVersion } from './restore-version.tsx';
import { useTakeBack } from './use-take-back.ts';
import { WhatChanged } from './what-changed.tsx';

/** Every version of the memory, the newest first: what made it, what it changed, and the ways back. */
export function MemoryTimeline({ newest }: { newest: number }) {
  const list = usePagedCall('memory.log', (client, request) => client.call('memory.log', request));
  const [restoring, setRestoring] = useState<number | null>(null);
  return (
    <div className="flex flex-col gap-6">
      {newest > 0 && <CompareVersions newest={newest} />}
      <PagedList
        list={list}
        items={list.data?.pages.flatMap(({ items }) => items) ?? []}
        className="divide-y divide-line rounded-lg border border-line bg-surface"
        empty={
          <EmptyState title="There is no version yet">
            <p>Each time the memory changes, how it was before is kept.</p>
          </EmptyState>
        }
      >
        {(version) => <Version key={version.version} version={version} newest={newest} onRestore={() => setRestoring(version.version)} />}
      </PagedList>
      {restoring !== null && <RestoreVersion version={restoring} newest={newest} onClose={() => setRestoring(null)} />}
    </div>
  );
}

function Version({ version: entry, newest, onRestore }: { version: MemoryVersion; newest: number; onRestore: () => void }) {
  const { version, cause, createdAt } = entry;
  const [open, setOpen] = useState(false);
  const { takeBack, running } = useTakeBack();
  return (
    <li data-version={version} className="drawn-when-near flex flex-col gap-2 px-4 py-3 [contain-intrinsic-size:auto_6rem]">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="text-base font-semibold">Version {version}</h3>
        <time dateTime={new Date(createdAt).toISOString()} title={fullMoment(createdAt)} className="text-sm text-muted">
          {momentWords(createdAt)}
        </time>
      </div>
      <p className="text-sm">
        {causeWords[cause]} <span className="text-muted">· {sizeWords(entry)}</span>
      </p>
      <div role="group" aria-label={`Version ${version}`} className="-ml-3 flex flex-wrap">
        <Button size="small" look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Hide what changed' : 'Show what changed'}
        </Button>
        {version !== newest && (
          <Button size="small" look="quiet" onClick={onRestore}>
            Restore
          </Button>
        )}
        {/* What is never to be remembered comes back only when its rule is dropped, and how things stand is not for the taking back. */}
        {cause !== 'never' && cause !== 'lost' && cause !== 'upkeep' && (
          <Button size="small" look="quiet" busy={running} onClick={() => void takeBack(version)}>
            Take back
          </Button>
        )}
      </div>
      {open && <WhatChanged from={version - 1} to={version} />}
    </li>
  );
}
