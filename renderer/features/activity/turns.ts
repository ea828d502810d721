import type { Action } from '../../../shared/entities/action.ts';
import type { ActionId } from '../../../shared/ids.ts';

/** Whether an action is an undo or a redo of another one. */
export const isTurn = ({ actionType }: Pick<Action, 'actionType'>): boolean => actionType === 'undo' || actionType === 'redo';

/** Whether an action can be undone now. */
export const canUndo = (action: Action): boolean => action.undoable && action.revertedAt === null && !isTurn(action);

/** Whether an undone action can be made again. */
export const canRedo = (action: Action): boolean => action.undoable && action.revertedAt !== null && !isTurn(action);

/**
 * What the person may have undone and could make again, the last undone first, from their own actions, newest first.
 * Once something new was done, what was undone before it is no longer among them.
 */
export function undoneLately(actions: readonly Action[]): ActionId[] {
  const firstInForce = actions.findIndex(canUndo);
  const since = firstInForce === -1 ? actions : actions.slice(0, firstInForce);
  return since.flatMap(({ actionType, about }) => (actionType === 'undo' && about !== null ? [about] : []));
}
