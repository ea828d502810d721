import { useState } from 'react';
import type { Relationship } from '../../../shared/entities/relationship.ts';
import { useAction } from '../../client/context.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { RelationshipForm } from '../parts/relationship-form.tsx';

/** Changes or removes a relationship. Removing it can be undone at the edge of the window. */
export function RelationshipButtons({ relationship, sentence }: { relationship: Relationship; sentence: string }) {
  const remove = useAction('relationships.delete');
  const [changing, setChanging] = useState(false);
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
          onClick={() => void remove.run({ relationshipId: relationship.id })}
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
