import { useRef } from 'react';
import type { Part, PartStatus } from '../../../shared/entities/part.ts';
import { useAction } from '../../client/context.tsx';
import { useCall } from '../../client/queries.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { Meter } from '../../components/meter.tsx';
import { Notice } from '../../components/notice.tsx';
import { RoleBadge } from '../../components/role-badge.tsx';
import { statusWords } from '../../components/status-words.ts';
import { PartSign } from './part-sign.tsx';
import { confidenceWords, evidenceWords, seenWords, stepVerbs } from './part-words.ts';

const meanings: Record<PartStatus, string> = {
  emerging: 'It is still taking shape. Nothing about it is settled.',
  acknowledged: 'You have said yes to it being one of your parts.',
  active: 'You know it well, from more than one day.',
  integrated: 'It has found a place in which it no longer needs to struggle.',
};

/** How far a part has come, how clearly it was seen, and the step that comes next. */
export function PartStanding({ part }: { part: Part }) {
  const steps = useCall('parts.steps', { partId: part.id });
  const move = useAction('parts.setStatus');
  const next = useRef<HTMLUListElement>(null);
  const take = async (status: PartStatus) => {
    const result = await move.run({ partId: part.id, status });
    // The button that was pressed gives way to the step after it.
    if (result.ok) next.current?.focus({ preventScroll: true });
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <PartSign part={part} />
        <RoleBadge role={part.attributes.role} />
        <Badge tone={part.status === 'emerging' ? 'tentative' : 'plain'}>{statusWords[part.status]}</Badge>
        <Meter label="How clearly it was seen" value={part.confidence} words={confidenceWords(part.confidence)} />
        <span className="text-xs text-muted">
          {evidenceWords(part)} · {seenWords(part)}
        </span>
      </div>
      <p className="text-muted">{meanings[part.status]}</p>
      <ul ref={next} tabIndex={-1} aria-label="Next step" className="flex flex-wrap gap-3">
        {steps.data?.map(({ status, missing }) => (
          <li key={status} className="flex flex-wrap items-center gap-3">
            {missing === null ? (
              <Button size="small" busy={move.running} onClick={() => void take(status)}>
                {stepVerbs[status]}
              </Button>
            ) : (
              <p className="text-sm text-muted">
                Next: {statusWords[status].toLowerCase()}. {missing}
              </p>
            )}
          </li>
        ))}
      </ul>
      {move.error && <Notice tone="alert">{move.error.message}</Notice>}
    </div>
  );
}
