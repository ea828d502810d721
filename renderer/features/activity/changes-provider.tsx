import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { ActionId, SessionId } from '../../../shared/ids.ts';
import type { CallError, UndoConflict } from '../../../shared/errors.ts';
import { useClient } from '../../client/context.tsx';
import { counted } from '../../components/dates.ts';
import { useToast } from '../../components/toast.tsx';
import { actionSentence, briefWords } from './action-words.ts';
import { ChangesContext, type Changes } from './changes.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { findRedo, findUndo } from './find-turn.ts';
import { useUndoKeys } from './use-undo-keys.ts';

/** Of what changed, only the newest message stays at the edge. */
const topic = 'change';

/** Offers to take back each change the person makes, and holds the one way in which the whole application undoes and redoes. */
export function ChangesProvider({ children }: { children: ReactNode }) {
  const client = useClient();
  const toast = useToast();
  const [refused, setRefused] = useState<{ actionId: ActionId; conflict: UndoConflict } | null>(null);

  const redo = useCallback(
    async (actionId: ActionId) => {
      const result = await client.call('actions.redo', { actionId });
      toast({ topic, words: result.ok ? 'Made again.' : result.error.message });
      return result.ok;
    },
    [client, toast],
  );

  const undo = useCallback(
    async (actionId: ActionId, withLater = false) => {
      const result = await client.call('actions.undo', { actionId, withLater });
      if (result.ok) {
        setRefused(null);
        const about = await client.call('actions.get', { actionId });
        const words = about.ok ? `Undone: ${briefWords(about.value.actionType).toLowerCase()}.` : 'Undone.';
        const more = result.value.length > 1 ? ` ${counted(result.value.length - 1, 'later change', 'later changes')} went with it.` : '';
        const altText = 'It can be made again from Activity.';
        toast({ topic, words: `${words}${more}`, action: { label: 'Redo', altText, run: () => void redo(actionId) } });
      } else tellRefusal(result.error, (conflict) => setRefused({ actionId, conflict }), toast);
      return result.ok;
    },
    [client, redo, toast],
  );

  const undoSession = useCallback(
    async (sessionId: SessionId) => {
      const result = await client.call('actions.undoSession', { sessionId });
      toast({
        topic,
        words: result.ok ? 'What the companion did in this session is undone. Each line can be made again.' : result.error.message,
      });
      return result.ok;
    },
    [client, toast],
  );

  useEffect(
    () =>
      client.subscribe((event) => {
        if (event.type !== 'action.performed' || event.actor !== 'user') return;
        // What a session is for is shown where it is chosen, and changed back there.
        if (event.actionType === 'set_session_mode') return;
        void client.call('actions.get', { actionId: event.actionId }).then((result) => {
          if (!result.ok) return;
          const altText = 'It can be undone at any time from Activity.';
          toast({ topic, words: actionSentence(result.value), action: { label: 'Undo', altText, run: () => void undo(event.actionId) } });
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

  const changes = useMemo<Changes>(() => ({ undo, redo, undoSession }), [undo, redo, undoSession]);
  return (
    <ChangesContext value={changes}>
      {children}
      {refused && (
        <ConflictDialog conflict={refused.conflict} onUndoAll={() => undo(refused.actionId, true)} onClose={() => setRefused(null)} />
      )}
    </ChangesContext>
  );
}

/** A refusal with reasons gets a window of its own; any other failure is said at the edge. */
function tellRefusal(error: CallError, explain: (conflict: UndoConflict) => void, toast: ReturnType<typeof useToast>): void {
  if (error.code === 'CONFLICT' && error.conflict) explain(error.conflict);
  else toast({ topic, words: error.message });
}
