import { useState } from 'react';
import type { UndoConflict } from '../../../shared/errors.ts';
import { Button } from '../../components/button.tsx';
import { momentWords } from '../../components/dates.ts';
import { Dialog } from '../../components/dialog.tsx';
import { briefWords } from './action-words.ts';
import { obstaclesWords } from './field-words.ts';

/** Says why a change can't simply be taken back, and offers to undo what was built on it first. */
export function ConflictDialog({
  conflict,
  onUndoAll,
  onClose,
}: {
  conflict: UndoConflict;
  onUndoAll: () => Promise<boolean>;
  onClose: () => void;
}) {
  const [running, setRunning] = useState(false);
  const { fields, laterActions } = conflict;
  const undoable = laterActions.length > 0;
  const undoAll = async () => {
    setRunning(true);
    await onUndoAll();
    setRunning(false);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={undoable ? 'Something newer rests on this change' : 'This can’t be taken back any more'}
      description={
        undoable
          ? 'Nothing was undone, so that later work is not lost without your knowing.'
          : 'What it changed is no longer as it was left, so undoing it would overwrite something.'
      }
    >
      <section aria-label="What has changed since" className="flex flex-col gap-1">
        <h3 className="text-sm font-semibold">What has changed since</h3>
        <ul className="list-disc pl-5">
          {obstaclesWords(fields).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </section>
      {undoable && (
        <section aria-label="By this later work" className="flex flex-col gap-1">
          <h3 className="text-sm font-semibold">By this later work</h3>
          <ul className="list-disc pl-5">
            {laterActions.map(({ id, actionType, createdAt }) => (
              <li key={id}>
                {briefWords(actionType)} <span className="text-sm text-muted">({momentWords(createdAt)})</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          Leave it as it is
        </Button>
        {undoable && (
          <Button look="primary" busy={running} onClick={() => void undoAll()}>
            Undo those first
          </Button>
        )}
      </div>
    </Dialog>
  );
}
