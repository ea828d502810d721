import { useState } from 'react';
import type { PartId } from '../../../shared/ids.ts';
import { errorOf, useCall } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { shortDay } from '../../components/dates.ts';
import { Disclosure } from '../../components/disclosure.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { ErrorState } from '../../components/states.tsx';
import { ConfidencePlot, momentReason, type ConfidenceMoment } from './confidence-plot.tsx';
import { Section } from '../../components/section.tsx';
import { confidenceWords } from './part-words.ts';

const ROWS_AT_ONCE = 100;

/** How the confidence in a part came about, as a plot and as a table. */
export function PartConfidence({ partId }: { partId: PartId }) {
  const moments = useCall('parts.confidence', { partId });
  const error = errorOf(moments.error);
  return (
    <Section
      title="How clearly it was seen"
      intro="Each piece of evidence counts a little, and fades while nothing new comes. What you judge yourself outranks them all, and stays."
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void moments.refetch()} />
      ) : !moments.data ? (
        <Skeleton rows={1} className="h-48" />
      ) : moments.data.length === 0 ? (
        <p className="text-muted">There is nothing to draw yet. The first words that speak for it will begin the line.</p>
      ) : (
        <>
          <ConfidencePlot moments={moments.data} />
          <Disclosure summary="Show as a table">
            <ConfidenceTable moments={moments.data} />
          </Disclosure>
        </>
      )}
    </Section>
  );
}

function ConfidenceTable({ moments }: { moments: readonly ConfidenceMoment[] }) {
  const [most, setMost] = useState(ROWS_AT_ONCE);
  const newest = moments.toReversed();
  return (
    <div className="flex flex-col gap-3">
      <table className="w-full text-left text-sm">
        <caption className="sr-only">How clearly it was seen, the newest moment first</caption>
        <thead className="text-muted">
          <tr className="border-b border-line">
            <th scope="col" className="py-1.5 pr-4 font-medium">
              Day
            </th>
            <th scope="col" className="py-1.5 pr-4 font-medium">
              How clearly
            </th>
            <th scope="col" className="py-1.5 font-medium">
              Because of
            </th>
          </tr>
        </thead>
        <tbody>
          {newest.slice(0, most).map((moment, index) => (
            <tr key={moment.evidenceId ?? `${moment.reason}-${moments.length - index}`} className="border-b border-line align-top">
              <td className="py-1.5 pr-4 whitespace-nowrap">{shortDay(moment.at)}</td>
              <td className="py-1.5 pr-4 whitespace-nowrap">
                {confidenceWords(moment.confidence)} ({Math.round(moment.confidence * 100)} %)
              </td>
              <td dir="auto" className="py-1.5 wrap-anywhere">
                <span className="line-clamp-3">{momentReason(moment)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {newest.length > most && (
        <Button size="small" className="self-start" onClick={() => setMost(most + ROWS_AT_ONCE)}>
          Show more
        </Button>
      )}
    </div>
  );
}
