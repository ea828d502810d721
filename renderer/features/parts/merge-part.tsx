import { Merge } from 'lucide-react';
import { useState } from 'react';
import type { RouteOutput } from '../../../shared/contracts/index.ts';
import type { Part } from '../../../shared/entities/part.ts';
import type { PartId } from '../../../shared/ids.ts';
import { goTo } from '../../app/hash-location.ts';
import { places } from '../../app/places.ts';
import { useAction } from '../../client/context.tsx';
import { errorOf, useOptionalCall } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { ChoiceGroup } from '../../components/choice-group.tsx';
import { counted } from '../../components/dates.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { usePartNames } from '../activity/use-part-names.ts';
import { OtherPartField } from './other-part-field.tsx';
import { PartPreview } from './part-preview.tsx';
import { lossWords } from './merge-words.ts';
import { relationshipFrom } from './relationship-words.ts';

/** Makes one part of two that turned out to be the same. */
export function MergePart({ part }: { part: Part }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" icon={<Merge aria-hidden className="size-4" />} onClick={() => setOpen(true)}>
        Merge
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={`Merge ${part.name} with another part`}
        description="When two parts turn out to be one. Words keep their dates, what is known of both is joined, and the merge can be undone at any time."
      >
        <MergeForm part={part} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function MergeForm({ part, onClose }: { part: Part; onClose: () => void }) {
  const names = usePartNames();
  const [otherId, setOtherId] = useState<PartId | null>(null);
  const [stays, setStays] = useState<'this' | 'other'>('this');
  const merge = useAction('parts.merge');
  const pair = otherId && (stays === 'this' ? { partId: otherId, intoPartId: part.id } : { partId: part.id, intoPartId: otherId });
  const preview = useOptionalCall('parts.previewMerge', pair);
  const onMerge = async () => {
    if (!pair) return;
    const result = await merge.run(pair);
    if (!result.ok) return;
    onClose();
    goTo(places.part(result.value.id));
  };
  const error = merge.error ?? errorOf(preview.error);
  return (
    <div className="flex flex-col gap-4">
      <OtherPartField label="The other part" part={part} value={otherId} onChange={setOtherId} />
      {otherId && (
        <ChoiceGroup
          label="Which of them stays"
          value={stays}
          choices={[
            { value: 'this', label: `${part.name} stays`, hint: 'With its name, role and status.' },
            { value: 'other', label: `${names.get(otherId) ?? 'The other part'} stays`, hint: 'With its name, role and status.' },
          ]}
          onChange={setStays}
          direction="column"
        />
      )}
      {error && <Notice tone="alert">{error.message}</Notice>}
      {pair && !error && (preview.data ? <MergePreview preview={preview.data} /> : <Skeleton rows={1} className="h-24" />)}
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button look="primary" disabled={!pair || !preview.data} busy={merge.running} onClick={() => void onMerge()}>
          Merge
        </Button>
      </div>
    </div>
  );
}

/** More relationships than this are counted, not listed. */
const LISTED_MOST = 6;

function MergePreview({ preview: { part, relationships, goes } }: { preview: RouteOutput<'parts.previewMerge'> }) {
  const names = usePartNames();
  const further = relationships.length - LISTED_MOST;
  return (
    <PartPreview title="What comes of it" part={part}>
      {relationships.length > 0 && (
        <ul className="text-sm text-muted">
          {relationships.slice(0, LISTED_MOST).map((relationship) => {
            const { words, otherId } = relationshipFrom(relationship, part.id);
            return (
              <li key={relationship.id} dir="auto" className="wrap-anywhere">
                {words} {names.get(otherId) ?? 'another part'}
              </li>
            );
          })}
          {further > 0 && <li>and {counted(further, 'further relationship', 'further relationships')}</li>}
        </ul>
      )}
      <p className="text-sm">{lossWords(goes)}</p>
    </PartPreview>
  );
}
