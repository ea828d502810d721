import { ArrowLeft } from 'lucide-react';
import { Link } from 'wouter';
import type { Job, JobRun } from '../../../shared/entities/job.ts';
import { places } from '../../app/places.ts';
import { errorOf, useCall } from '../../client/queries.ts';
import { Badge } from '../../components/badge.tsx';
import { buttonClasses } from '../../components/button.tsx';
import { dayWords, fullMoment, momentWords, timeWords } from '../../components/dates.ts';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { ErrorState } from '../../components/states.tsx';
import { jobWords, nextWords, runOutcome, tookWords } from './job-words.ts';
import { RunNow } from './run-now.tsx';
import { WaitingList } from './waiting-list.tsx';

/** What Trailhead does by itself: what waits, what ran, when and for how long, and what needs its person. */
export function BackgroundPage() {
  const background = useCall('jobs.list', {});
  const error = errorOf(background.error);
  return (
    <Page
      title="Background"
      intro="What Trailhead does by itself while your profile is open. While it is locked nothing runs; what was missed is done once you unlock."
      above={
        <Link href={places.settings} className={buttonClasses('quiet', 'small')}>
          <ArrowLeft aria-hidden className="size-4" />
          Settings
        </Link>
      }
    >
      {error && <ErrorState error={error} onRetry={() => void background.refetch()} />}
      {background.isPending && <Skeleton rows={6} />}
      {background.data && (
        <div className="flex max-w-2xl flex-col gap-8">
          <RunNow />
          <Section title="What waits">
            <WaitingList waiting={background.data.waiting} count={background.data.waitingCount} />
          </Section>
          <Section title="What is done">
            <ul className="flex flex-col divide-y divide-line">
              {background.data.jobs.map((job) => (
                <JobEntry key={job.name} job={job} />
              ))}
            </ul>
          </Section>
          <Section title="What ran lately">
            {background.data.runs.length === 0 ? (
              <p className="text-muted">Nothing has run yet. A run that found nothing to do is not listed.</p>
            ) : (
              <ul className="flex flex-col divide-y divide-line">
                {background.data.runs.map((run) => (
                  <RunEntry key={run.id} run={run} />
                ))}
              </ul>
            )}
          </Section>
        </div>
      )}
    </Page>
  );
}

function JobEntry({ job: { name, running, lastRun, nextDueAt } }: { job: Job }) {
  const { title, words } = jobWords[name];
  return (
    <li className="flex items-start justify-between gap-4 py-3 first:pt-0">
      <div className="flex min-w-0 flex-col gap-0.5">
        <h3 className="font-medium">{title}</h3>
        <p className="text-sm text-muted">{words}</p>
        <p className="text-sm text-muted">
          {lastRun ? `Last ran ${momentWords(lastRun.startedAt)}. ` : ''}
          {nextWords(nextDueAt)}.
        </p>
      </div>
      {running && <Badge tone="pine">Running</Badge>}
    </li>
  );
}

function RunEntry({ run }: { run: JobRun }) {
  const took = run.finishedAt === null ? '' : `, took ${tookWords(run.finishedAt - run.startedAt)}`;
  return (
    <li className="flex items-start justify-between gap-4 py-3 first:pt-0">
      <div className="flex min-w-0 flex-col gap-0.5">
        <h3 className="font-medium">{jobWords[run.job].title}</h3>
        <p className="text-sm">{runOutcome(run)}</p>
        <p className="text-sm text-muted">
          <time dateTime={new Date(run.startedAt).toISOString()} title={fullMoment(run.startedAt)}>
            {`${dayWords(run.startedAt)}, ${timeWords(run.startedAt)}`}
          </time>
          {took}
        </p>
      </div>
      {run.outcome === 'failed' && <Badge tone="caution">Not all done</Badge>}
      {run.outcome === 'stopped' && <Badge>Stopped</Badge>}
    </li>
  );
}
