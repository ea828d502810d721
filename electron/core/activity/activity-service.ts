import type { ParsedInput, RouteOutput } from '../../../shared/contracts/index.ts';
import type { Action } from '../../../shared/entities/action.ts';
import type { ActionId, SessionId } from '../../../shared/ids.ts';
import type { ActionBus } from '../actions/action-bus.ts';
import { actionRepository } from '../actions/action-repository.ts';
import type { Actor } from '../actions/actor.ts';
import type { Derivation } from '../actions/derivation.ts';
import { decodeCursor, pageOf } from '../db/cursor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { Failure, notFound } from '../failure.ts';
import { describeAction } from './describe-action.ts';

/** Everything that changed, by whom, and the ways back. */
export type ActivityService = {
  list(actor: Actor, filter: ParsedInput<'actions.list'>): RouteOutput<'actions.list'>;
  get(actor: Actor, actionId: ActionId): Action;
  undo(actor: Actor, input: ParsedInput<'actions.undo'>): Action[];
  redo(actor: Actor, actionId: ActionId): Action;
  undoSession(actor: Actor, sessionId: SessionId): Action[];
};

export function createActivityService(options: {
  bus: ActionBus;
  scopeOf: (actor: Actor) => OwnerScope;
  derivations: readonly Derivation[];
  isUndoable: (actionType: string) => boolean;
}): ActivityService {
  const { bus, scopeOf, derivations, isUndoable } = options;
  const actionsOf = (actor: Actor) => scopeOf(actor).use(actionRepository);
  const describe = (actor: Actor, action: Parameters<typeof describeAction>[1]): Action =>
    describeAction(scopeOf(actor), action, { undoable: isUndoable(action.actionType), derivations });
  const get = (actor: Actor, actionId: ActionId): Action => {
    const action = actionsOf(actor).get(actionId);
    if (!action) throw notFound('This change');
    return describe(actor, action);
  };

  return {
    get,
    list(actor, { cursor, limit, ...filter }) {
      const before = cursor === undefined ? undefined : Number(decodeCursor(cursor)[0]);
      const rows = actionsOf(actor).list({ ...filter, before, limit: limit + 1 });
      return pageOf(
        rows,
        limit,
        (row) => [row.revision, row.id],
        (row) => describe(actor, row),
      );
    },
    undo: (actor, { actionId, withLater }) => bus.undo(actor, actionId, withLater).map((id) => get(actor, id)),
    redo: (actor, actionId) => get(actor, bus.redo(actor, actionId)),
    undoSession(actor, sessionId) {
      if (!scopeOf(actor).find('sessions', sessionId)) throw notFound('This session');
      const undone = bus.together(actor, () => {
        const made: ActionId[] = [];
        for (const { id, actionType } of actionsOf(actor).companionActionsOf(sessionId)) {
          // What an earlier one in this list rested on may have been undone along with it.
          const isInForce = actionsOf(actor).get(id)?.revertedAt === null;
          if (isUndoable(actionType) && isInForce) made.push(...bus.undo(actor, id, true));
        }
        return made;
      });
      if (undone.length === 0) throw new Failure('CONFLICT', 'There is nothing of the companion’s to undo in this session.');
      return undone.map((id) => get(actor, id));
    },
  };
}
