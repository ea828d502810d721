import type { ParsedInput, RouteOutput } from '../../../shared/contracts/index.ts';
import type { Action, ActorKind } from '../../../shared/entities/action.ts';
import type { ActionId, SessionId } from '../../../shared/ids.ts';
import type { ActionBus } from '../actions/action-bus.ts';
import { type RecordedAction, actionRepository } from '../actions/action-repository.ts';
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
  redo(actor: Actor, input: ParsedInput<'actions.redo'>): Action[];
  undoSession(actor: Actor, input: ParsedInput<'actions.undoSession'>): Action[];
  redoSession(actor: Actor, input: ParsedInput<'actions.redoSession'>): Action[];
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

  const companionWork = (actor: Actor, sessionId: SessionId) => {
    if (!scopeOf(actor).find('sessions', sessionId)) throw notFound('This session');
    return actionsOf(actor)
      .companionActionsOf(sessionId)
      .filter(({ actionType }) => isUndoable(actionType));
  };
  const idsOf = (actions: readonly { id: ActionId }[]) => actions.map(({ id }) => id);

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
    undo: (actor, { actionId, withLater }) => bus.undo(actor, [actionId], withLater).map((id) => get(actor, id)),
    redo: (actor, { actionIds, withOthers }) => bus.redo(actor, actionIds, withOthers).map((id) => get(actor, id)),
    undoSession(actor, { sessionId, withLater }) {
      const done = companionWork(actor, sessionId).filter(({ revertedAt }) => revertedAt === null);
      if (done.length === 0) throw new Failure('CONFLICT', 'There is nothing of the companion’s to undo in this session.');
      return bus.undo(actor, idsOf(done), withLater).map((id) => get(actor, id));
    },
    redoSession(actor, { sessionId, withOthers }) {
      const undoneBy = lastUndoneBy(actionsOf(actor).ofSession(sessionId));
      // What the companion took back itself, as an offer for words that were changed, stays so.
      const undone = companionWork(actor, sessionId).filter(({ id, revertedAt }) => revertedAt !== null && undoneBy.get(id) === 'user');
      if (undone.length === 0) throw new Failure('CONFLICT', 'There is nothing of the companion’s to make again in this session.');
      return bus.redo(actor, idsOf(undone), withOthers).map((id) => get(actor, id));
    },
  };
}

/** Who undid each action last, among the undo actions given. */
function lastUndoneBy(actions: readonly RecordedAction[]): ReadonlyMap<ActionId, ActorKind> {
  const undos = actions.filter(({ actionType }) => actionType === 'undo').toSorted((a, b) => a.revision - b.revision);
  return new Map(undos.flatMap(({ payload: { about, actor } }) => (about === undefined ? [] : [[about, actor] as const])));
}
