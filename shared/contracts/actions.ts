import { z } from 'zod';
import { Action, ActorKind } from '../entities/action.ts';
import { PageRequest, Timestamp, page } from '../entities/common.ts';
import { ActionId, PartId, SessionId } from '../ids.ts';
import { route } from './route.ts';

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
   * Takes a change back. When later work rests on what it changed, it is refused as a CONFLICT that names the fields and that work;
   * `withLater` undoes that work too, newest first, all or nothing. Answers the undo actions, in the order they were made.
   */
  'actions.undo': route('person', z.strictObject({ actionId: ActionId, withLater: z.boolean().default(false) }), z.array(Action)),
  /** Makes an undone change again. */
  'actions.redo': route('person', z.strictObject({ actionId: ActionId }), Action),
  /** Takes back all the companion did in a session, with what was built on it, all or nothing. */
  'actions.undoSession': route('person', z.strictObject({ sessionId: SessionId }), z.array(Action)),
};
