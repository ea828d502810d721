import { ArrowLeft, Eraser, Pencil, Trash2 } from 'lucide-react';
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
import { focusPage } from '../../components/focus-beside.ts';
import { Notice } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { EmptyState, ErrorState } from '../../components/states.tsx';
import { ForgetDialog } from '../forgetting/forget-dialog.tsx';
import { MergePart } from './merge-part.tsx';
import { PartAssessments } from './part-assessments.tsx';
import { PartConfidence } from './part-confidence.tsx';
import { PartDetails } from './part-details.tsx';
import { PartEditor } from './part-editor.tsx';
import { PartEvidence } from './part-evidence.tsx';
import { PartHistory } from './part-history.tsx';
import { PartRelationships } from './part-relationships.tsx';
import { PartNotes } from './part-notes.tsx';
import { draftOf, usePartDraft } from './part-form.ts';
import { PartPrivacy } from './part-privacy.tsx';
import { PartStanding } from './part-standing.tsx';
import { SplitPart } from './split-part.tsx';

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
  // Whoever took a part back on its own page would stand nowhere.
  useEffect(() => {
    if (document.activeElement === document.body) focusPage();
  }, []);
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
  const draft = usePartDraft(part.id);
  const editing = draft.value !== null;
  const edit = () => draft.set(draftOf(part));
  const remove = useAction('parts.delete');
  const [forgetting, setForgetting] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus({ preventScroll: true }), []);
  // What is being written is never dropped by a key.
  useEscape(() => {
    if (!editing) backToParts(part.id);
  });
  const onDelete = async () => {
    const result = await remove.run({ partId: part.id });
    if (!result.ok) return;
    goTo(places.parts);
    focusPage();
  };
  const onEdited = () => {
    draft.set(null);
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
              <Button icon={<Pencil aria-hidden className="size-4" />} onClick={edit}>
                Edit
              </Button>
              <MergePart part={part} />
              <SplitPart part={part} />
              <Button look="quiet" icon={<Trash2 aria-hidden className="size-4" />} busy={remove.running} onClick={() => void onDelete()}>
                Delete
              </Button>
              <Button look="quiet" icon={<Eraser aria-hidden className="size-4" />} onClick={() => setForgetting(true)}>
                Forget…
              </Button>
            </div>
          )
        }
      >
        {forgetting && (
          <ForgetDialog
            target={{ kind: 'part', partId: part.id }}
            title={`Forget “${part.name}” for good?`}
            words="All that is known of it goes: its story, evidence, relationships, assessments, and the letters and notes to it. Deleting a part can be undone; this can’t."
            onForgotten={() => goTo(places.parts)}
            onClose={() => setForgetting(false)}
          />
        )}
        {remove.error && <Notice tone="alert">{remove.error.message}</Notice>}
        {draft.value ? (
          <PartEditor part={part} draft={draft.value} onType={draft.set} onClose={onEdited} />
        ) : (
          <>
            <PartStanding part={part} />
            <PartDetails part={part} onEdit={edit} />
            <PartEvidence part={part} />
            <PartConfidence partId={part.id} />
            <PartRelationships part={part} />
            <PartAssessments part={part} />
            <PartNotes part={part} />
            <PartPrivacy part={part} />
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
