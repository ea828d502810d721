import { ArrowRightLeft } from 'lucide-react';
import { useState, type MouseEvent } from 'react';
import { Link } from 'wouter';
import type { Part } from '../../../shared/entities/part.ts';
import type { Relationship } from '../../../shared/entities/relationship.ts';
import { places } from '../../app/places.ts';
import { useAction } from '../../client/context.tsx';
import { errorOf, useCall } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { focusBeside } from '../../components/focus-beside.ts';
import { linkClasses } from '../../components/link-classes.ts';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { ErrorState } from '../../components/states.tsx';
import { usePartNames } from '../activity/use-part-names.ts';
import { Section } from '../../components/section.tsx';
import { RelationshipForm } from './relationship-form.tsx';
import { relationshipFrom } from './relationship-words.ts';

/** How a part relates to others; can be told, changed and taken away here. */
export function PartRelationships({ part }: { part: Pick<Part, 'id' | 'name'> }) {
  const relationships = useCall('relationships.list', { partId: part.id });
  const [telling, setTelling] = useState(false);
  const error = errorOf(relationships.error);
  return (
    <Section title="Relationships">
      <Button size="small" className="self-start" icon={<ArrowRightLeft aria-hidden className="size-4" />} onClick={() => setTelling(true)}>
        Add a relationship
      </Button>
      <Dialog open={telling} onOpenChange={setTelling} title={`How does ${part.name} relate?`}>
        <RelationshipForm part={part} known={null} onDone={() => setTelling(false)} />
      </Dialog>
      {error ? (
        <ErrorState error={error} onRetry={() => void relationships.refetch()} />
      ) : !relationships.data ? (
        <Skeleton rows={1} className="h-10" />
      ) : relationships.data.length === 0 ? (
        <p className="text-muted">None is known yet.</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface">
          {relationships.data.map((relationship) => (
            <RelationshipEntry key={relationship.id} part={part} relationship={relationship} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function RelationshipEntry({ part, relationship }: { part: Pick<Part, 'id' | 'name'>; relationship: Relationship }) {
  const names = usePartNames();
  const remove = useAction('relationships.delete');
  const [changing, setChanging] = useState(false);
  const { words, otherId } = relationshipFrom(relationship, part.id);
  const other = names.get(otherId) ?? 'Another part';
  const onRemove = async ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const result = await remove.run({ relationshipId: relationship.id });
    if (result.ok) focusBeside(currentTarget);
  };
  return (
    <li className="flex flex-col gap-1 px-4 py-3">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <p className="min-w-48 flex-1">
          <span className="text-muted">{words}</span>{' '}
          <Link dir="auto" href={places.part(otherId)} className={`wrap-anywhere ${linkClasses}`}>
            {other}
          </Link>
        </p>
        <div className="flex gap-1">
          <Button
            size="small"
            look="quiet"
            aria-label={`Change what is between ${part.name} and ${other}`}
            onClick={() => setChanging(true)}
          >
            Change
          </Button>
          <Button
            size="small"
            look="quiet"
            busy={remove.running}
            aria-label={`Remove what is between ${part.name} and ${other}`}
            onClick={(event) => void onRemove(event)}
          >
            Remove
          </Button>
        </div>
      </div>
      {relationship.notes && (
        <p dir="auto" className="words max-w-[68ch] text-sm">
          {relationship.notes}
        </p>
      )}
      {remove.error && <Notice tone="alert">{remove.error.message}</Notice>}
      <Dialog open={changing} onOpenChange={setChanging} title={`${words} ${other}`}>
        <RelationshipForm part={part} known={relationship} onDone={() => setChanging(false)} />
      </Dialog>
    </li>
  );
}
