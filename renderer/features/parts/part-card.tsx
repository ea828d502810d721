import { memo, useId } from 'react';
import { Link } from 'wouter';
import type { Part } from '../../../shared/entities/part.ts';
import { places } from '../../app/places.ts';
import { Badge } from '../../components/badge.tsx';
import { Card } from '../../components/card.tsx';
import { Meter } from '../../components/meter.tsx';
import { RoleBadge } from '../../components/role-badge.tsx';
import { statusWords } from '../../components/status-words.ts';
import { EvidenceQuote } from './evidence-quote.tsx';
import { PartSign } from './part-sign.tsx';
import { confidenceWords, evidenceWords, seenWords } from './part-words.ts';

/** One part among the others, with the newest words it was seen in. */
export const PartCard = memo(function PartCard({ part }: { part: Part }) {
  const nameId = useId();
  const newest = part.recentEvidence[0];
  const emerging = part.status === 'emerging';
  return (
    <li className="drawn-when-near [contain-intrinsic-size:auto_16rem]">
      <article aria-labelledby={nameId} className="h-full">
        <Card tentative={emerging} selected={false} className="relative flex h-full flex-col gap-3">
          <div className="flex items-start gap-2">
            <PartSign part={part} />
            <h2 id={nameId} dir="auto" className="min-w-0 flex-1 text-base font-semibold wrap-anywhere">
              <Link
                href={places.part(part.id)}
                data-part-id={part.id}
                className="after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-pine"
              >
                {part.name}
              </Link>
            </h2>
          </div>
          <div className="flex flex-wrap gap-1.5">
            <RoleBadge role={part.attributes.role} />
            <Badge tone={emerging ? 'tentative' : 'plain'}>{statusWords[part.status]}</Badge>
          </div>
          {newest && <EvidenceQuote evidence={newest} partId={part.id} clamped />}
          <div className="mt-auto flex flex-col gap-1">
            <Meter label="How clearly it was seen" value={part.confidence} words={confidenceWords(part.confidence)} />
            <p className="flex flex-wrap gap-x-3 text-xs text-muted">
              <span>{evidenceWords(part)}</span>
              <span>{seenWords(part)}</span>
            </p>
          </div>
        </Card>
      </article>
    </li>
  );
});
