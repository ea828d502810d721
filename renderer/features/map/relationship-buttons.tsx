import { useState, type MouseEvent } from 'react';
import type { Relationship } from '../../../shared/entities/relationship.ts';
import { useAction } from '../../client/context.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { focusBeside } from '../../components/focus-beside.ts';
import { Notice } from '../../components/notice.tsx';
import { RelationshipForm } from '../parts/relationship-form.tsx';

type RelationshipButtonsProps = {
  relationship: Relationship;
  sentence: string;
  /** Puts the focus somewhere else, where these buttons stand in no row of others. */
  onRemoved?: () => void;
};

/** Changes or removes a relationship. Removing it can be undone at the edge of the window. */
export function RelationshipButtons({ relationship, sentence, onRemoved }: RelationshipButtonsProps) {
  const remove = useAction('relationships.delete');
  const [changing, setChanging] = useState(false);
  const onRemove = async ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const result = await remove.run({ relationshipId: relationship.id });
    if (!result.ok) return;
    if (onRemoved) onRemoved();
    else focusBeside(currentTarget);
  };
  return (
    <>
      <div className="flex gap-0.5">
        <Button size="small" look="quiet" aria-label={`Change: ${sentence}`} onClick={() => setChanging(true)}>
          Change
        </Button>
        <Button
          size="small"
          look="quiet"
          busy={remove.running}
          aria-label={`Remove: ${sentence}`}
          onClick={(event) => void onRemove(event)}
        >
          Remove
        </Button>
      </div>
      {remove.error && <Notice tone="alert">{remove.error.message}</Notice>}
      {changing && (
        <Dialog open onOpenChange={setChanging} title={sentence}>
          <RelationshipForm part={{ id: relationship.fromPartId }} known={relationship} onDone={() => setChanging(false)} />
        </Dialog>
      )}
    </>
  );
}
