import { useState } from 'react';
import type { UndoConflict } from '../../../shared/errors.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { useCall } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { momentWords } from '../../components/dates.ts';
import { Dialog } from '../../components/dialog.tsx';
import { actionSentence, briefWords } from './action-words.ts';
import { conflictWords, type Way } from './conflict-words.ts';
import { obstaclesWords } from './field-words.ts';
import { usePartNames } from './use-part-names.ts';

export type { Way } from './conflict-words.ts';

/** So many changes are listed until more are asked for. */
const AT_ONCE = 8;

/** Says why something can’t simply be undone or made again, names all that would have to come first, and offers to do that too. */
export function ConflictDialog({
  way,
  conflict,
  onGoOn,
  onClose,
}: {
  way: Way;
  conflict: UndoConflict;
  onGoOn: () => Promise<boolean>;
  onClose: () => void;
}) {
  const [running, setRunning] = useState(false);
  const { fields, laterActions, earlierActions } = conflict;
  const { title, description, later, earlier, goOn } = conflictWords(way, conflict);
  const run = async () => {
    setRunning(true);
    await onGoOn();
    setRunning(false);
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title} description={description}>
      {fields.length > 0 && (
        <section aria-label="What it is about" className="flex flex-col gap-1">
          <h3 className="text-sm font-semibold">What it is about</h3>
          <ul className="list-disc pl-5">
            {obstaclesWords(fields).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </section>
      )}
      <ActionList title={later} actions={laterActions} />
      <ActionList title={earlier} actions={earlierActions} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          Leave it as it is
        </Button>
        {goOn !== null && (
          <Button look="primary" busy={running} onClick={() => void run()}>
            {goOn}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

type Named = UndoConflict['laterActions'][number];

function ActionList({ title, actions }: { title: string; actions: readonly Named[] }) {
  const [most, setMost] = useState(AT_ONCE);
  if (actions.length === 0) return null;
  return (
    <section aria-label={title} className="flex flex-col gap-1">
      <h3 className="text-sm font-semibold">{title}</h3>
      <ul className="list-disc pl-5">
        {actions.slice(0, most).map((action) => (
          <li key={action.id} className="wrap-anywhere">
            <ActionLine action={action} /> <span className="text-sm text-muted">({momentWords(action.createdAt)})</span>
          </li>
        ))}
      </ul>
      {actions.length > most && (
        <Button size="small" look="quiet" className="self-start" onClick={() => setMost(most + AT_ONCE * 5)}>
          Show {Math.min(actions.length - most, AT_ONCE * 5)} more
        </Button>
      )}
    </section>
  );
}

/** A change as a sentence with names; in brief until it is read. */
function ActionLine({ action: { id, actionType } }: { action: { id: ActionId; actionType: string } }) {
  const action = useCall('actions.get', { actionId: id });
  const names = usePartNames();
  return <span dir="auto">{action.data ? actionSentence(action.data, names) : briefWords(actionType)}</span>;
}
