import { useId, type ReactNode } from 'react';
import type { Part } from '../../../shared/entities/part.ts';
import { Badge } from '../../components/badge.tsx';
import { Card } from '../../components/card.tsx';
import { Meter } from '../../components/meter.tsx';
import { RoleBadge } from '../../components/role-badge.tsx';
import { statusWords } from '../../components/status-words.ts';
import { PartSign } from './part-sign.tsx';
import { confidenceWords, evidenceWords, seenWords } from './part-words.ts';

/** A part as it would be. */
export function PartPreview({ title, part, children }: { title: string; part: Part; children?: ReactNode }) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} aria-live="polite" className="flex min-w-0 flex-col gap-2">
      <h3 id={titleId} className="text-sm font-medium">
        {title}
      </h3>
      <Card tentative={part.status === 'emerging'} selected={false} className="flex h-full flex-col gap-2">
        <div className="flex items-center gap-2">
          <PartSign part={part} />
          <p dir="auto" className="min-w-0 font-semibold wrap-anywhere">
            {part.name}
          </p>
        </div>
        <div className="flex flex-wrap gap-1.5">
          <RoleBadge role={part.attributes.role} />
          <Badge tone={part.status === 'emerging' ? 'tentative' : 'plain'}>{statusWords[part.status]}</Badge>
        </div>
        <Meter label="How clearly it was seen" value={part.confidence} words={confidenceWords(part.confidence)} />
        <p className="flex flex-wrap gap-x-3 text-xs text-muted">
          <span>{evidenceWords(part)}</span>
          <span>{seenWords(part)}</span>
        </p>
        {children}
      </Card>
    </section>
  );
}
