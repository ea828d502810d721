import { Link } from 'wouter';
import type { SafetyContact } from '../../../shared/entities/safety.ts';
import { places } from '../../app/places.ts';
import { errorOf, useCall } from '../../client/queries.ts';
import { buttonClasses } from '../../components/button.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { ErrorState } from '../../components/states.tsx';
import { Dialled } from './dialled.tsx';

/** The people the person chose to turn to, to be called, with the way to where they are written down. */
export function PeopleToCall({ onLeave }: { onLeave?: (() => void) | undefined }) {
  const people = useCall('safety.contacts', {});
  const error = errorOf(people.error);
  if (error) return <ErrorState error={error} onRetry={() => void people.refetch()} />;
  if (!people.data) return <Skeleton rows={2} />;
  return (
    <div className="flex flex-col items-start gap-4">
      {people.data.length === 0 ? (
        <p>Nobody stands on your list yet. Who would want to hear from you, even now?</p>
      ) : (
        <ul className="flex w-full flex-col divide-y divide-line [&>*]:py-3 [&>*:first-child]:pt-0">
          {people.data.map((person) => (
            <li key={person.id}>
              <Person person={person} />
            </li>
          ))}
        </ul>
      )}
      <Link href={places.safetyPlan} className={buttonClasses('secondary', 'small')} onClick={() => onLeave?.()}>
        {people.data.length === 0 ? 'Add somebody' : 'Change the list'}
      </Link>
    </div>
  );
}

/** One of them: name, number and what is good to know. */
export function Person({ person: { name, phone, notes } }: { person: SafetyContact }) {
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <p dir="auto" className="font-semibold wrap-anywhere">
        {name}
      </p>
      {phone !== '' && <Dialled words="Call" number={phone} />}
      {notes.trim() !== '' && (
        <p dir="auto" className="whitespace-pre-wrap wrap-anywhere text-muted">
          {notes}
        </p>
      )}
    </div>
  );
}
