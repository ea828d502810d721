import { X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { useEscape } from '../../app/shortcuts.ts';
import type { Part } from '../../../shared/entities/part.ts';
import type { PartId } from '../../../shared/ids.ts';
import { errorOf, useCall } from '../../client/queries.ts';
import { Badge } from '../../components/badge.tsx';
import { IconButton } from '../../components/button.tsx';
import { shortDay } from '../../components/dates.ts';
import { Meter } from '../../components/meter.tsx';
import { RoleBadge } from '../../components/role-badge.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { ErrorState } from '../../components/states.tsx';
import { EvidenceQuote } from './evidence-quote.tsx';
import { PartSign } from './part-sign.tsx';
import { confidenceWords, evidenceWords, statusWords } from './part-words.ts';

/** One part beside the list: everything that is known about it, and why. Esc closes it. */
export function PartInspector({ partId, onClose }: { partId: PartId; onClose: () => void }) {
  const part = useCall('parts.get', { partId });
  const panel = useRef<HTMLElement>(null);
  const titleId = useId();
  const error = errorOf(part.error);

  useEscape(onClose);
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);

  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-labelledby={titleId}
      className="relative w-80 shrink-0 lg:w-96 overflow-y-auto border-l border-line bg-surface p-6 outline-none max-md:w-full"
    >
      <IconButton label="Close" icon={<X aria-hidden className="size-4.5" />} onClick={onClose} className="absolute top-4 right-4" />
      {error ? (
        <ErrorState error={error} title="This part can’t be shown right now" onRetry={() => void part.refetch()} />
      ) : part.data ? (
        <PartDetails part={part.data} titleId={titleId} />
      ) : (
        <Skeleton rows={3} />
      )}
    </aside>
  );
}

function PartDetails({ part, titleId }: { part: Part; titleId: string }) {
  const shown = part.recentEvidence.length;
  return (
    <div className="flex flex-col gap-5">
      <div className="flex items-start gap-2 pr-10">
        <PartSign part={part} />
        <h2 id={titleId} dir="auto" className="min-w-0 text-lg font-semibold wrap-anywhere">
          {part.name}
        </h2>
      </div>
      <div className="flex flex-wrap gap-1.5">
        <RoleBadge role={part.attributes.role} />
        <Badge tone={part.status === 'emerging' ? 'tentative' : 'plain'}>{statusWords[part.status]}</Badge>
      </div>
      {part.status === 'emerging' && <p className="text-sm text-muted">It is still taking shape. Nothing about it is settled.</p>}
      {part.story && (
        <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
          {part.story}
        </p>
      )}
      <Meter label="How clearly it was seen" value={part.confidence} words={confidenceWords(part.confidence)} />
      <section aria-label="Your words" className="flex flex-col gap-4 border-t border-line pt-5">
        <h3 className="font-semibold">Your words</h3>
        <p className="text-sm text-muted">
          {part.evidenceCount > shown ? `The newest ${shown} of ${evidenceWords(part)}.` : `${evidenceWords(part)}.`} Met on{' '}
          {shortDay(part.createdAt)}.
        </p>
        <ul className="flex flex-col gap-5">
          {part.recentEvidence.map((evidence) => (
            <li key={evidence.id}>
              <EvidenceQuote evidence={evidence} partId={part.id} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
