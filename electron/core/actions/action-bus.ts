import type { Operation } from 'fast-json-patch';
import { z } from 'zod';
import type { ActorKind } from '../../../shared/entities/action.ts';
import type { MemoryUpdateKind } from '../../../shared/entities/job.ts';
import { ActionId, MemoryUpdateId } from '../../../shared/ids.ts';
import type { OwnerScope, TableWriter } from '../db/owner-scope.ts';
import type { OwnedTableName, Row } from '../db/schema.ts';
import { Failure, notFound } from '../failure.ts';
import type { Clock, Ids } from '../ports.ts';
import type { ActionDefinition } from './action.ts';
import { type RecordedAction, type WholeAction, actionRepository, isWhole } from './action-repository.ts';
import type { Actor } from './actor.ts';
import { type Derivation, claimOf } from './derivation.ts';
import { type Ledger, createLedger } from './ledger.ts';
import { enqueueMemoryUpdate } from './memory-queue.ts';
import { type Direction, applyTurn, turnRefused } from './undo.ts';

export type Performed<Value> = { actionId: ActionId; value: Value };

/**
 * The one write path. Each action is one synchronous transaction holding the change, its audit row with forward and inverse patch,
 * and what it put in the memory queue.
 */
export type ActionBus = {
  /** @throws Failure INVALID_INPUT when the input is not what the action takes; whatever the action refuses with. */
  perform<Input, Value>(actor: Actor, definition: ActionDefinition<Input, Value>, input: Input): Performed<Value>;
  /**
   * Takes actions back, the newest first, each as an action of its own; all or nothing. Those undone already are passed over.
   * @param withLater undoes first all that rests on them.
   * @returns the undo actions, in the order they were made.
   * @throws Failure NOT_FOUND; CONFLICT when all are undone already, one can’t be undone at all, or later work rests on them: then with
   * everything `withLater` would undo beside them.
   */
  undo(actor: Actor, actionIds: readonly ActionId[], withLater: boolean): ActionId[];
  /**
   * Makes undone actions again, the oldest first; all or nothing. Those in force are passed over.
   * @param withOthers undoes first what is in the way, and makes again first what they rest on.
   * @returns the undo and redo actions, in the order they were made.
   * @throws Failure NOT_FOUND; CONFLICT when all are in force, or others would have to be undone or made again first: then with all of them.
   */
  redo(actor: Actor, actionIds: readonly ActionId[], withOthers: boolean): ActionId[];
  /** Several actions that stand or fall together. */
  together<Value>(actor: Actor, work: () => Value): Value;
  /** What `work` sees of the actions it performs, none of which comes to be: the transaction is always taken back. */
  preview<Value>(actor: Actor, work: () => Value): Value;
};

export type ActionBusOptions = {
  scopeOf: (actor: Actor) => OwnerScope;
  /** Every action there is; one that is not registered is refused. Types must be unique. */
  definitions: readonly { readonly type: string; readonly undoable: boolean }[];
  derivations: readonly Derivation[];
  /** Brings the patches of an older schema up to today's. */
  upcast: (patch: readonly Operation[], schemaVersion: number) => readonly Operation[];
  schemaVersion: number;
  clock: Clock;
  ids: Ids;
  /** Told after a commit which tables changed; never after a rollback. */
  onCommit: (tables: ReadonlySet<OwnedTableName>, performed: readonly PerformedAction[]) => void;
};

/** What was done, for those who offer to undo it. */
export type PerformedAction = { actionId: ActionId; actionType: string; actor: ActorKind; undoable: boolean };

export function createActionBus(options: ActionBusOptions): ActionBus {
  const registered = new Set<unknown>(options.definitions);
  if (new Set(options.definitions.map(({ type }) => type)).size !== options.definitions.length)
    throw new Error('Two actions have the same type.');
  let depth = 0;
  let touched = new Set<OwnedTableName>();
  let performed: PerformedAction[] = [];
  const undoableTypes = new Set(options.definitions.filter(({ undoable }) => undoable).map(({ type }) => type));

  /** Runs a transaction and, when the outermost one has committed, tells what changed. */
  const transact = <Value>(scope: OwnerScope, work: (table: TableWriter) => Value): Value => {
    depth += 1;
    const before = { touched: new Set(touched), performed: performed.length };
    let value: Value;
    try {
      value = scope.write('action', work);
    } catch (error) {
      // Whoever catches this inside an outer transaction still commits the rest: what was done before, and nothing of this.
      touched = before.touched;
      performed = performed.slice(0, before.performed);
      throw error;
    } finally {
      depth -= 1;
    }
    if (depth === 0 && touched.size > 0) {
      const [changed, done] = [touched, performed];
      touched = new Set();
      performed = [];
      options.onCommit(changed, done);
    }
    return value;
  };

  type Entry = Pick<Row<'agentActions'>, 'actionType' | 'entityType' | 'entityId' | 'sessionId'> & { about?: ActionId };

  /** Runs `work` with a ledger and writes down what it did, all in one transaction. */
  const record = <Value>(actor: Actor, work: (tools: Tools) => { entry: Entry; value: Value }): Performed<Value> => {
    const scope = options.scopeOf(actor);
    return transact(scope, (table) => {
      const now = options.clock.now();
      const ledger = createLedger(table, scope.links, (name, row) => claimOf(options.derivations, name, row));
      const { entry, value } = work({ scope, table, ledger, now });
      const { about, ...columns } = entry;
      const seenRevision = scope.use(actionRepository).latestRevision();
      const actionId = ActionId.parse(options.ids.next());
      table('agentActions').insert({
        ...columns,
        sessionId: actor.sessionId ?? columns.sessionId,
        revision: seenRevision + 1,
        id: actionId,
        userId: actor.userId,
        payload: {
          actor: actor.kind,
          seenRevision,
          patch: [...ledger.forward],
          ...(ledger.linked.size > 0 && { linked: [...ledger.linked] }),
          ...(about && { about }),
        },
        result: { revision: seenRevision + 1, patch: [...ledger.inverse] },
        revertedAt: null,
        createdAt: now,
        schemaVersion: options.schemaVersion,
      });
      for (const name of ledger.touched) touched.add(name);
      touched.add('agentActions');
      performed.push({ actionId, actionType: entry.actionType, actor: actor.kind, undoable: undoableTypes.has(entry.actionType) });
      return { actionId, value };
    });
  };

  const canTurn = (action: RecordedAction): action is WholeAction => undoableTypes.has(action.actionType) && isWhole(action);

  const find = (actor: Actor, actionId: ActionId, direction: Direction): WholeAction => {
    const action = options.scopeOf(actor).use(actionRepository).get(actionId);
    if (!action) throw notFound('This change');
    const refused = (words: string) => new Failure('CONFLICT', words);
    if (action.payload.about !== undefined) throw refused(turnOfTurn(action.actionType, direction));
    if (!undoableTypes.has(action.actionType)) throw refused('A change of this kind is final. It can’t be undone.');
    if (!isWhole(action)) throw refused(`What this change held was forgotten on purpose, so it can’t be ${directionWords[direction]}.`);
    return action;
  };

  /** One step back or forth. */
  const turn = (actor: Actor, action: WholeAction, direction: Direction): ActionId =>
    record(actor, ({ scope, table, ledger, now }) => {
      const forward = options.upcast(action.payload.patch, action.schemaVersion);
      const inverse = options.upcast(action.result.patch, action.schemaVersion);
      const [apply, made] = direction === 'undo' ? [inverse, forward] : [forward, inverse];
      // First, so that what follows from the actions in force is computed from the right ones.
      table('agentActions').update(action.id, { revertedAt: direction === 'undo' ? now : null });
      applyTurn({ scope, ledger, derivations: options.derivations }, { direction, apply, made, revision: action.revision });
      const { entityType, entityId, sessionId } = action;
      return { entry: { actionType: direction, entityType, entityId, sessionId, about: action.id }, value: null };
    }).actionId;

  /** Turns actions back or forth with all that has to be turned first, and refuses afterwards if more was turned than may be. */
  const turnAll = (actor: Actor, actionIds: readonly ActionId[], direction: Direction, withOthers: boolean): ActionId[] =>
    transact(options.scopeOf(actor), () => {
      const read = (id: ActionId) => options.scopeOf(actor).use(actionRepository).get(id);
      const needsTurn = ({ revertedAt }: WholeAction, way: Direction) => (revertedAt === null) === (way === 'undo');
      const given = [...new Set(actionIds)].map((id) => find(actor, id, direction));
      const chosen = given.filter((action) => needsTurn(action, direction)).toSorted((a, b) => a.revision - b.revision);
      if (chosen.length === 0)
        throw new Failure(
          'CONFLICT',
          direction === 'undo' ? 'This change is undone already.' : 'This change is in force, so there is nothing to make again.',
        );
      const turned = new Map<ActionId, { action: WholeAction; way: Direction; made: ActionId }>();
      const fields = new Set<string>();
      const goThrough = (action: WholeAction, way: Direction): void => {
        // Each round turns something that was not turned before, so it comes to an end.
        for (;;) {
          try {
            turned.set(action.id, { action, way, made: turn(actor, action, way) });
            return;
          } catch (error) {
            const conflict = error instanceof Failure ? error.conflict : undefined;
            const { laterActions = [], earlierActions = [] } = conflict ?? {};
            const [first, next] = laterActions.length > 0 ? [laterActions, 'undo' as const] : [earlierActions, 'redo' as const];
            if (first.length === 0 || first.some(({ id }) => turned.has(id))) throw error;
            if (chosen.some(({ id }) => id === action.id)) for (const field of conflict?.fields ?? []) fields.add(field);
            for (const { id } of first) {
              const other = read(id);
              // What is final, or was forgotten, can’t be turned for anybody.
              if (!other || !canTurn(other))
                throw turnRefused(way, { fields: conflict?.fields ?? [], laterActions: [], earlierActions: [] });
              if (needsTurn(other, next)) goThrough(other, next);
            }
          }
        }
      };
      // One may have been turned along with another.
      for (const action of direction === 'undo' ? chosen.toReversed() : chosen) if (!turned.has(action.id)) goThrough(action, direction);
      const chosenIds = new Set(chosen.map(({ id }) => id));
      const others = [...turned.values()].filter(({ action }) => !chosenIds.has(action.id));
      if (others.length > 0 && !withOthers) {
        const byRevision = others.map(({ action, way }) => ({ ...action, way })).toSorted((a, b) => a.revision - b.revision);
        throw turnRefused(direction, {
          fields: [...fields],
          laterActions: byRevision.filter(({ way }) => way === 'undo').toReversed(),
          earlierActions: byRevision.filter(({ way }) => way === 'redo'),
        });
      }
      return [...turned.values()].map(({ made }) => made);
    });

  return {
    together: (actor, work) => transact(options.scopeOf(actor), work),

    preview<Value>(actor: Actor, work: () => Value): Value {
      const end = new PreviewEnd<Value>();
      try {
        transact(options.scopeOf(actor), () => {
          end.seen = { value: work() };
          throw end;
        });
      } catch (error) {
        if (error === end && end.seen) return end.seen.value;
        throw error;
      }
      throw new Error('A preview was kept.');
    },

    perform(actor, definition, input) {
      if (!registered.has(definition)) throw new Error(`The action ${definition.type} is not registered.`);
      const parsed = definition.input.safeParse(input);
      if (!parsed.success) throw new Failure('INVALID_INPUT', z.prettifyError(parsed.error), { cause: parsed.error });
      const { ids } = options;
      return record(actor, ({ scope, table, ledger, now }) => {
        const enqueue = (kind: MemoryUpdateKind, refId: string) =>
          enqueueMemoryUpdate(scope, table, { kind, refId, id: MemoryUpdateId.parse(ids.next()), now });
        const { value, entityId, sessionId } = definition.perform({ actor, scope, ledger, ids, now, enqueue }, parsed.data);
        return { entry: { actionType: definition.type, entityType: definition.entityType, entityId, sessionId }, value };
      });
    },

    undo: (actor, actionIds, withLater) => turnAll(actor, actionIds, 'undo', withLater),
    redo: (actor, actionIds, withOthers) => turnAll(actor, actionIds, 'redo', withOthers),
  };
}

const directionWords: Readonly<Record<Direction, string>> = { undo: 'undone', redo: 'made again' };

/** Undo and redo are the ways themselves: what they are about is turned, not they. */
function turnOfTurn(actionType: string, direction: Direction): string {
  const wanted = direction === 'undo' && actionType === 'undo' ? 'redo' : 'undo';
  return direction === 'undo'
    ? `This is itself ${actionType === 'undo' ? 'an undo' : 'a redo'}. To take it back, ${wanted} the change it was about.`
    : 'This is itself a way back or forth. Undo or redo the change it was about.';
}

/** Thrown to take a previewed transaction back. */
class PreviewEnd<Value> extends Error {
  seen: { value: Value } | null = null;
}

type Tools = { scope: OwnerScope; table: TableWriter; ledger: Ledger; now: number };
