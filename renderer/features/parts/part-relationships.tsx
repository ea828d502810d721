import { Link } from 'wouter';
import type { PartId } from '../../../shared/ids.ts';
import { places } from '../../app/places.ts';
import { errorOf, useCall } from '../../client/queries.ts';
import { Skeleton } from '../../components/skeleton.tsx';
import { ErrorState } from '../../components/states.tsx';
import { usePartNames } from '../activity/use-part-names.ts';
import { PartSection } from './part-section.tsx';
import { relationshipFrom } from './relationship-words.ts';

/** How a part relates to others. */
export function PartRelationships({ partId }: { partId: PartId }) {
  const relationships = useCall('relationships.list', { partId });
  const names = usePartNames();
  const error = errorOf(relationships.error);
  return (
    <PartSection title="Relationships">
      {error ? (
        <ErrorState error={error} onRetry={() => void relationships.refetch()} />
      ) : !relationships.data ? (
        <Skeleton rows={1} className="h-10" />
      ) : relationships.data.length === 0 ? (
        <p className="text-muted">None is known yet.</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {relationships.data.map((relationship) => {
            const { words, otherId } = relationshipFrom(relationship, partId);
            return (
              <li key={relationship.id}>
                <span className="text-muted">{words}</span>{' '}
                <Link
                  dir="auto"
                  href={places.part(otherId)}
                  className="text-pine underline underline-offset-2 wrap-anywhere hover:text-pine-deep"
                >
                  {names.get(otherId) ?? 'Another part'}
                </Link>
                {relationship.notes && (
                  <p dir="auto" className="text-sm whitespace-pre-wrap wrap-anywhere text-muted">
                    {relationship.notes}
                  </p>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </PartSection>
  );
}
