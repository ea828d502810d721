import { z } from 'zod';
import { Action, ActorKind } from '../entities/action.ts';
import { PageRequest, Timestamp, page } from '../entities/common.ts';
import { ActionId, PartId, SessionId } from '../ids.ts';
import { route } from './route.ts';

/** How many changes can be made again at once. */
export const REDO_MAX = 5000;

export const actionsContract = {
  /** Newest first. */
  'actions.list': route(
    'person',
    z.strictObject({
      actor: ActorKind.optional(),
      actionType: z.string().max(100).optional(),
      partId: PartId.optional(),
      sessionId: SessionId.optional(),
      since: Timestamp.optional(),
      ...PageRequest,
    }),
    page(Action),
  ),
  'actions.get': route('person', z.strictObject({ actionId: ActionId }), Action),
  /**
   * Takes a change back. When later work rests on what it changed, it is refused as a CONFLICT that names the fields and all that work;
   * `withLater` undoes that work too, newest first, all or nothing. Answers the undo actions, in the order they were made.
   */
  'actions.undo': route('person', z.strictObject({ actionId: ActionId, withLater: z.boolean().default(false) }), z.array(Action)),
  /**
   * Makes undone changes again, the oldest first, all or nothing. When others would have to be undone or made again first, it is refused as a
   * CONFLICT that names them; `withOthers` does that too. Answers the undo and redo actions, in the order they were made.
   */
  'actions.redo': route(
    'person',
    z.strictObject({ actionIds: z.array(ActionId).min(1).max(REDO_MAX), withOthers: z.boolean().default(false) }),
    z.array(Action),
  ),
  /** Takes back all the companion did in a session, as `actions.undo` does: what anybody built on it goes only with `withLater`. */
  'actions.undoSession': route('person', z.strictObject({ sessionId: SessionId, withLater: z.boolean().default(false) }), z.array(Action)),
  /** Makes again all that the person undid of what the companion did in a session, as `actions.redo` does. */
  'actions.redoSession': route('person', z.strictObject({ sessionId: SessionId, withOthers: z.boolean().default(false) }), z.array(Action)),
};
