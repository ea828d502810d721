import { RotateCcw } from 'lucide-react';
import { Link } from 'wouter';
import type { WaitingUpdate } from '../../../shared/entities/job.ts';
import { places } from '../../app/places.ts';
import { useAction } from '../../client/context.tsx';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { counted } from '../../components/dates.ts';
import { Notice } from '../../components/notice.tsx';
import { updateStanding, updateTitle } from './job-words.ts';

/** What has yet to be remembered: first what needs its person, with the reason. */
export function WaitingList({ waiting, count }: { waiting: readonly WaitingUpdate[]; count: number }) {
  if (count === 0) return <p className="text-muted">Nothing waits. All that happened is remembered.</p>;
  return (
    <>
      <ul className="flex flex-col divide-y divide-line">
        {waiting.map((update) => (
          <WaitingEntry key={update.id} update={update} />
        ))}
      </ul>
      {count > waiting.length && <p className="text-sm text-muted">And {counted(count - waiting.length, 'thing', 'things')} more.</p>}
    </>
  );
}

function WaitingEntry({ update }: { update: WaitingUpdate }) {
  const retry = useAction('jobs.retry');
  const title = updateTitle(update);
  return (
    <li className="flex flex-col gap-2 py-3 first:pt-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-1 basis-64 flex-col gap-0.5">
          <h3 className="font-medium">{title}</h3>
          <p className="text-sm text-muted">{updateStanding(update)}</p>
          {update.problem === 'damaged' && (
            <Link href={places.memory} className="self-start text-sm underline">
              Check the memory
            </Link>
          )}
        </div>
        {update.state === 'needs_attention' && (
          <div className="flex items-center gap-3">
            <Badge tone="caution">Needs attention</Badge>
            <Button
              size="small"
              icon={<RotateCcw aria-hidden className="size-4" />}
              busy={retry.running}
              aria-label={`Try again: ${title}`}
              onClick={() => void retry.run({ updateId: update.id })}
            >
              Try again
            </Button>
          </div>
        )}
        {update.state === 'working' && <Badge tone="pine">Working</Badge>}
      </div>
      {retry.error && <Notice tone="alert">{retry.error.message}</Notice>}
    </li>
  );
}
