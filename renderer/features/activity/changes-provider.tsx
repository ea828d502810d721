import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { ActionId, SessionId } from '../../../shared/ids.ts';
import type { Action } from '../../../shared/entities/action.ts';
import type { Result, UndoConflict } from '../../../shared/errors.ts';
import type { Client } from '../../client/client.ts';
import { useClient } from '../../client/context.tsx';
import { counted } from '../../components/dates.ts';
import { useToast } from '../../components/toast.tsx';
import { actionSentence, actionWords, type PartNames } from './action-words.ts';
import { ChangesContext, type Changes } from './changes.ts';
import { ConflictDialog, type Way } from './conflict-dialog.tsx';
import { findRedo, findUndo } from './find-turn.ts';
import { partNames } from './use-part-names.ts';
import { useUndoKeys } from './use-undo-keys.ts';

/** Of what changed, only the newest message stays at the edge. */
const topic = 'change';

/** Offers to take back each change the person makes, and holds the one way in which the whole application undoes and redoes. */
export function ChangesProvider({ children }: { children: ReactNode }) {
  const client = useClient();
  const toast = useToast();
  const [refused, setRefused] = useState<Refusal | null>(null);

  /** Turns something, and says how it went; a refusal with reasons gets a window of its own, from which it can go on with the others. */
  const turn = useCallback(
    async (
      attempt: (withOthers: boolean) => Promise<Result<Action[]>>,
      way: Way,
      tell: (made: readonly Action[]) => void | Promise<void>,
    ) => {
      const run = async (withOthers: boolean): Promise<boolean> => {
        const result = await attempt(withOthers);
        if (result.ok) {
          setRefused(null);
          await tell(result.value);
        } else if (result.error.conflict) setRefused({ way, conflict: result.error.conflict, goOn: () => run(true) });
        else {
          setRefused(null);
          toast({ topic, words: result.error.message });
        }
        return result.ok;
      };
      return run(false);
    },
    [toast],
  );

  const redoAll = useCallback(
    (actionIds: readonly ActionId[]) =>
      turn(
        (withOthers) => client.call('actions.redo', { actionIds: [...actionIds], withOthers }),
        'redo',
        (made) => toast({ topic, words: `Made again${withOthersWords(made, actionIds.length)}.` }),
      ),
    [client, toast, turn],
  );
  const redo = useCallback((actionId: ActionId) => redoAll([actionId]), [redoAll]);

  const offerRedo = useCallback(
    (made: readonly Action[]) => ({
      label: 'Redo',
      altText: 'It can be made again from Activity.',
      run: () => void redoAll(made.flatMap(({ about }) => about ?? [])),
    }),
    [redoAll],
  );

  const undo = useCallback(
    (actionId: ActionId) =>
      turn(
        (withLater) => client.call('actions.undo', { actionId, withLater }),
        'undo',
        async (made) => {
          const { action, names } = await readAction(client, actionId);
          const words = action ? `Undone: ${actionWords(action, names)}.` : 'Undone.';
          const more = made.length > 1 ? ` ${counted(made.length - 1, 'later change', 'later changes')} went with it.` : '';
          toast({ topic, words: `${words}${more}`, action: offerRedo(made) });
        },
      ),
    [client, offerRedo, toast, turn],
  );

  const undoSession = useCallback(
    (sessionId: SessionId) =>
      turn(
        (withLater) => client.call('actions.undoSession', { sessionId, withLater }),
        'undo-session',
        (made) => toast({ topic, words: 'What the companion did in this session is undone.', action: offerRedo(made) }),
      ),
    [client, offerRedo, toast, turn],
  );

  const redoSession = useCallback(
    (sessionId: SessionId) =>
      turn(
        (withOthers) => client.call('actions.redoSession', { sessionId, withOthers }),
        'redo',
        () => toast({ topic, words: 'What the companion did in this session is made again.' }),
      ),
    [client, toast, turn],
  );

  useEffect(
    () =>
      client.subscribe((event) => {
        if (event.type !== 'action.performed' || event.actor !== 'user') return;
        // What a session is for is shown where it is chosen, and changed back there.
        if (event.actionType === 'set_session_mode') return;
        void readAction(client, event.actionId).then(({ action, names }) => {
          if (!action) return;
          const altText = 'It can be undone at any time from Activity.';
          toast({ topic, words: actionSentence(action, names), action: { label: 'Undo', altText, run: () => void undo(event.actionId) } });
        });
      }),
    [client, toast, undo],
  );

  useUndoKeys({
    undo: async () => {
      const found = await findUndo(client);
      if (found.ok && found.value) await undo(found.value);
      else toast({ topic, words: found.ok ? 'There is nothing of yours to undo.' : found.error.message });
    },
    redo: async () => {
      const found = await findRedo(client);
      if (found.ok && found.value) await redo(found.value);
      else toast({ topic, words: found.ok ? 'There is nothing to make again.' : found.error.message });
    },
  });

  const changes = useMemo<Changes>(() => ({ undo, redo, undoSession, redoSession }), [undo, redo, undoSession, redoSession]);
  return (
    <ChangesContext value={changes}>
      {children}
      {refused && <ConflictDialog way={refused.way} conflict={refused.conflict} onGoOn={refused.goOn} onClose={() => setRefused(null)} />}
    </ChangesContext>
  );
}

type Refusal = { way: Way; conflict: UndoConflict; goOn: () => Promise<boolean> };

/** An action with what all parts are called, to tell of it; null when it can’t be read. */
async function readAction(client: Client, actionId: ActionId): Promise<{ action: Action | null; names: PartNames }> {
  const [action, map] = await Promise.all([client.call('actions.get', { actionId }), client.call('map.get', {})]);
  return { action: action.ok ? action.value : null, names: partNames(map.ok ? map.value.parts : []) };
}

/** That others went along with what was asked for. */
function withOthersWords(made: readonly Action[], asked: number): string {
  const others = made.length - asked;
  return others > 0 ? `, with ${counted(others, 'other change', 'other changes')} that had to come first` : '';
}
