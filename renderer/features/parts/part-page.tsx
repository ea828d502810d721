import { ArrowLeft, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Part } from '../../../shared/entities/part.ts';
import { PartId } from '../../../shared/ids.ts';
import { goTo } from '../../app/hash-location.ts';
import { places } from '../../app/places.ts';
import { useEscape } from '../../app/shortcuts.ts';
import { useAction } from '../../client/context.tsx';
import { errorOf, useCall } from '../../client/queries.ts';
import { Button, buttonClasses } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { EmptyState, ErrorState } from '../../components/states.tsx';
import { PartAssessments } from './part-assessments.tsx';
import { PartConfidence } from './part-confidence.tsx';
import { PartDetails } from './part-details.tsx';
import { PartEditor } from './part-editor.tsx';
import { PartEvidence } from './part-evidence.tsx';
import { PartHistory } from './part-history.tsx';
import { PartRelationships } from './part-relationships.tsx';
import { PartStanding } from './part-standing.tsx';

/** One part: everything that is known about it, why, and how it came to be so. */
export function PartPage({ address }: { address: string }) {
  const parsed = PartId.safeParse(address);
  return parsed.success ? <ReadPart partId={parsed.data} /> : <NoSuchPart />;
}

function ReadPart({ partId }: { partId: PartId }) {
  const part = useCall('parts.get', { partId });
  const error = errorOf(part.error);
  if (error?.code === 'NOT_FOUND') return <NoSuchPart />;
  if (error) {
    return (
      <Page title="Part">
        <ErrorState error={error} title="This part can’t be shown right now" onRetry={() => void part.refetch()} />
      </Page>
    );
  }
  if (!part.data) {
    return (
      <div className="mx-auto w-full max-w-4xl px-6 py-8">
        <Skeleton rows={4} />
      </div>
    );
  }
  return <ShownPart part={part.data} />;
}

function NoSuchPart() {
  return (
    <Page title="Part">
      <EmptyState title="This part is not here">
        <p>It may have been deleted, or a change that made it was undone. Activity shows the way back.</p>
        <Link href={places.parts} className={buttonClasses()}>
          Go to all parts
        </Link>
      </EmptyState>
    </Page>
  );
}

function ShownPart({ part }: { part: Part }) {
  const [editing, setEditing] = useState(false);
  const remove = useAction('parts.delete');
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus({ preventScroll: true }), []);
  // What is being written is never dropped by a key.
  useEscape(() => {
    if (!editing) backToParts(part.id);
  });
  const onDelete = async () => {
    const result = await remove.run({ partId: part.id });
    if (result.ok) goTo(places.parts);
  };
  const onEdited = () => {
    setEditing(false);
    top.current?.focus({ preventScroll: true });
  };
  return (
    <div ref={top} tabIndex={-1} className="h-full outline-none">
      <Page
        title={part.name}
        above={
          <Link
            href={places.parts}
            onClick={(event) => {
              event.preventDefault();
              backToParts(part.id);
            }}
            className={buttonClasses('quiet', 'small')}
          >
            <ArrowLeft aria-hidden className="size-4" />
            All parts
          </Link>
        }
        actions={
          !editing && (
            <div className="flex flex-wrap gap-2">
              <Button icon={<Pencil aria-hidden className="size-4" />} onClick={() => setEditing(true)}>
                Edit
              </Button>
              <Button look="quiet" icon={<Trash2 aria-hidden className="size-4" />} busy={remove.running} onClick={() => void onDelete()}>
                Delete
              </Button>
            </div>
          )
        }
      >
        {remove.error && <Notice tone="alert">{remove.error.message}</Notice>}
        {editing ? (
          <PartEditor part={part} onClose={onEdited} />
        ) : (
          <>
            <PartStanding part={part} />
            <PartDetails part={part} onEdit={() => setEditing(true)} />
            <PartEvidence part={part} />
            <PartConfidence partId={part.id} />
            <PartRelationships partId={part.id} />
            <PartAssessments part={part} />
            <PartHistory partId={part.id} />
          </>
        )}
      </Page>
    </div>
  );
}

/** Goes back to the list, with the focus on the part that was looked at. */
function backToParts(partId: PartId): void {
  goTo(places.parts);
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-part-id="${CSS.escape(partId)}"]`)?.focus());
}
