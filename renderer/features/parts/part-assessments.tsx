import { Scale } from 'lucide-react';
import { useState, type MouseEvent } from 'react';
import type { Assessment } from '../../../shared/entities/assessment.ts';
import type { Part } from '../../../shared/entities/part.ts';
import { useAction } from '../../client/context.tsx';
import { errorOf, useCall } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { fullMoment, shortDay } from '../../components/dates.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { focusBeside } from '../../components/focus-beside.ts';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { ErrorState } from '../../components/states.tsx';
import { AssessmentForm } from './assessment-form.tsx';
import { earlierWords, judgementTitles, judgementWords, qualityWords, scoreInFull } from './assessment-words.ts';
import { Section } from '../../components/section.tsx';
import { EvidenceQuote } from './evidence-quote.tsx';
import { saidQualities, type Scores } from './radar-geometry.ts';
import { Radar } from './radar.tsx';

/** So many of the newest judgements are listed until more are asked for. */
const AT_ONCE = 10;

/** What was judged about a part, by its person or the companion, and a way to add to it. */
export function PartAssessments({ part }: { part: Part }) {
  const assessments = useCall('assessments.list', { partId: part.id });
  const [recording, setRecording] = useState(false);
  const [most, setMost] = useState(AT_ONCE);
  const error = errorOf(assessments.error);
  const all = assessments.data ?? [];
  return (
    <Section title="Judgements" intro="How it seems to you, on a day. Each stays as it was; a newer one stands beside it.">
      <Button size="small" className="self-start" icon={<Scale aria-hidden className="size-4" />} onClick={() => setRecording(true)}>
        Note a judgement
      </Button>
      <Dialog open={recording} onOpenChange={setRecording} title="How does it seem to you today?">
        <AssessmentForm part={part} onDone={() => setRecording(false)} />
      </Dialog>
      {error ? (
        <ErrorState error={error} onRetry={() => void assessments.refetch()} />
      ) : !assessments.data ? (
        <Skeleton rows={1} className="h-20" />
      ) : all.length === 0 ? (
        <p className="text-muted">None yet.</p>
      ) : (
        <>
          <SelfEnergy assessments={all} />
          <ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface">
            {all.slice(0, most).map((assessment) => (
              <AssessmentEntry key={assessment.id} assessment={assessment} />
            ))}
          </ul>
          {all.length > most && (
            <Button size="small" className="self-start" onClick={() => setMost(most + AT_ONCE)}>
              Show more
            </Button>
          )}
        </>
      )}
    </Section>
  );
}

/** The newest picture of the eight qualities, with the one before it. */
function SelfEnergy({ assessments }: { assessments: readonly Assessment[] }) {
  const [newest, earlier] = assessments.flatMap(({ judgement, createdAt }) =>
    judgement.type === 'self_energy' ? [{ scores: judgement.scores, createdAt }] : [],
  );
  if (!newest) return null;
  const said = saidQualities(newest.scores);
  return (
    <section aria-label={judgementTitles.self_energy} className="flex flex-col gap-2">
      <h3 className="font-semibold">{judgementTitles.self_energy}</h3>
      <p className="text-sm text-muted">
        {shortDay(newest.createdAt)}
        {earlier && `. The broken line is from ${earlierWords(newest.createdAt, earlier.createdAt)}.`}
      </p>
      <Radar
        scores={newest.scores}
        earlier={earlier?.scores ?? null}
        label={`The eight qualities of Self on ${shortDay(newest.createdAt)}: ${said.map(({ quality, score }) => `${qualityWords[quality].name} ${Math.round(score * 100)}`).join(', ')}. The table below says the same.`}
      />
      <Disclosure summary="Show the qualities as a table">
        <QualityTable scores={newest.scores} earlier={earlier?.scores ?? null} />
      </Disclosure>
    </section>
  );
}

function QualityTable({ scores, earlier }: { scores: Scores; earlier: Scores | null }) {
  const qualities = saidQualities({ ...earlier, ...scores });
  const cell = 'py-1.5 pr-4';
  const inWords = (score: number | undefined) => (score === undefined ? 'Not said' : scoreInFull(score));
  return (
    <table className="w-full max-w-xl text-left text-sm">
      <caption className="sr-only">The eight qualities of Self</caption>
      <thead className="text-muted">
        <tr className="border-b border-line">
          {['Quality', 'Newest', ...(earlier ? ['Before'] : [])].map((heading) => (
            <th key={heading} scope="col" className={`${cell} font-medium`}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {qualities.map(({ quality }) => (
          <tr key={quality} className="border-b border-line">
            <th scope="row" className={`${cell} font-normal`}>
              {qualityWords[quality].name}
            </th>
            <td className={cell}>{inWords(scores[quality])}</td>
            {earlier && <td className={cell}>{inWords(earlier[quality])}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AssessmentEntry({ assessment }: { assessment: Assessment }) {
  const { judgement, by, note, createdAt, evidence, id } = assessment;
  const remove = useAction('assessments.delete');
  const onRemove = async ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const result = await remove.run({ assessmentId: id });
    if (result.ok) focusBeside(currentTarget);
  };
  return (
    <li className="flex flex-col gap-1 px-4 py-3">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <p className="text-sm text-muted">
            {judgementTitles[judgement.type]} ·{' '}
            <time dateTime={new Date(createdAt).toISOString()} title={fullMoment(createdAt)}>
              {shortDay(createdAt)}
            </time>{' '}
            · {by === 'user' ? 'by you' : 'by the companion'}
          </p>
          <p>{judgementWords(judgement)}</p>
          {note && (
            <p dir="auto" className="words">
              {note}
            </p>
          )}
          {evidence.length > 0 && (
            <ul aria-label="Because of these words" className="mt-2 flex flex-col gap-3 border-l-2 border-line pl-3">
              {evidence.map((piece) => (
                <li key={piece.id}>
                  <EvidenceQuote evidence={piece} partId={assessment.partId} clamped />
                </li>
              ))}
            </ul>
          )}
        </div>
        <Button
          size="small"
          look="quiet"
          busy={remove.running}
          aria-label={`Remove the judgement of ${shortDay(createdAt)}: ${judgementTitles[judgement.type]}`}
          onClick={(event) => void onRemove(event)}
        >
          Remove
        </Button>
      </div>
      {remove.error && <Notice tone="alert">{remove.error.message}</Notice>}
    </li>
  );
}
