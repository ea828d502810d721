import { Link } from 'wouter';
import type { SafetyPlan } from '../../../shared/entities/safety.ts';
import { places } from '../../app/places.ts';
import { errorOf, useCall } from '../../client/queries.ts';
import { buttonClasses } from '../../components/button.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { ErrorState } from '../../components/states.tsx';
import { sectionWords, writtenSections } from './plan-words.ts';

/** The person's plan, to be read, with the way to its page. */
export function PlanToRead({ onLeave }: { onLeave?: (() => void) | undefined }) {
  const plan = useCall('safety.plan', {});
  const error = errorOf(plan.error);
  if (error) return <ErrorState error={error} onRetry={() => void plan.refetch()} />;
  if (plan.data === undefined) return <Skeleton rows={2} />;
  const isWritten = writtenSections(plan.data).length > 0;
  return (
    <div className="flex flex-col items-start gap-4">
      {isWritten ? <PlanLines plan={plan.data} /> : <p>You have not written a plan yet. It can wait until things are calmer.</p>}
      <Link href={places.safetyPlan} className={buttonClasses('secondary', 'small')} onClick={() => onLeave?.()}>
        {isWritten ? 'Open my plan' : 'Write my plan'}
      </Link>
    </div>
  );
}

/** What stands in a plan; sections without words are left out. */
export function PlanLines({ plan }: { plan: SafetyPlan | null }) {
  return (
    <dl className="flex flex-col gap-3">
      {writtenSections(plan).map((section) => (
        <div key={section}>
          <dt className="text-sm font-medium text-muted">{sectionWords[section].label}</dt>
          <dd dir="auto" className="words">
            {plan?.[section].trim()}
          </dd>
        </div>
      ))}
    </dl>
  );
}
