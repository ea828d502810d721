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
import { type WholeAction, actionRepository, isWhole } from './action-repository.ts';
import type { Actor } from './actor.ts';
import { type Derivation, claimOf } from './derivation.ts';
import { type Ledger, createLedger } from './ledger.ts';
import { enqueueMemoryUpdate } from './memory-queue.ts';
import { applyTurn } from './undo.ts';

export type Performed<Value> = { actionId: ActionId; value: Value };

/**
 * The one write path. Each action is one synchronous transaction holding the change, its audit row with forward and inverse patch,
 * and what it put in the memory queue.
 */
export type ActionBus = {
  /** @throws Failure INVALID_INPUT when the input is not what the action takes; whatever the action refuses with. */
  perform<Input, Value>(actor: Actor, definition: ActionDefinition<Input, Value>, input: Input): Performed<Value>;
  /**
   * Takes an action back, as an action of its own.
   * @param withLater undoes first what rests on it, newest first; all or nothing.
   * @returns the undo actions, in the order they were made.
   * @throws Failure NOT_FOUND; CONFLICT when it is undone already, can't be undone at all, or later work rests on it.
   */
  undo(actor: Actor, actionId: ActionId, withLater: boolean): ActionId[];
  /** Makes an undone action again. @throws Failure NOT_FOUND; CONFLICT when it is in force, or what it changed has changed since. */
  redo(actor: Actor, actionId: ActionId): ActionId;
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
    let value: Value;
    try {
      value = scope.write('action', work);
    } catch (error) {
      // Whoever catches this inside an outer transaction still commits the rest; telling too much is harmless, telling too little is not.
      if (depth === 1) {
        touched = new Set();
        performed = [];
      }
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

  const find = (actor: Actor, actionId: ActionId): WholeAction => {
    const action = options.scopeOf(actor).use(actionRepository).get(actionId);
    if (!action) throw notFound('This change');
    if (!undoableTypes.has(action.actionType)) throw new Failure('CONFLICT', 'A change of this kind is final. It can’t be undone.');
    if (!isWhole(action)) throw new Failure('CONFLICT', 'What this change held was forgotten on purpose, so it can’t be undone.');
    return action;
  };

  /** One step back or forth. */
  const turn = (actor: Actor, action: WholeAction, direction: 'undo' | 'redo'): ActionId =>
    record(actor, ({ scope, table, ledger, now }) => {
      const forward = options.upcast(action.payload.patch, action.schemaVersion);
      const inverse = options.upcast(action.result.patch, action.schemaVersion);
      const [apply, made] = direction === 'undo' ? [inverse, forward] : [forward, inverse];
      // First, so that what follows from the actions in force is computed from the right ones.
      table('agentActions').update(action.id, { revertedAt: direction === 'undo' ? now : null });
      applyTurn({ scope, ledger, derivations: options.derivations }, { apply, made, revision: action.revision });
      const { entityType, entityId, sessionId } = action;
      return { entry: { actionType: direction, entityType, entityId, sessionId, about: action.id }, value: null };
    }).actionId;

  const undo = (actor: Actor, actionId: ActionId, withLater: boolean): ActionId[] => {
    const action = find(actor, actionId);
    if (action.revertedAt !== null) throw new Failure('CONFLICT', 'This change is undone already.');
    const undone: ActionId[] = [];
    // Each round undoes the newest change in the way; every one of them is later than this one, so it comes to an end.
    for (;;) {
      try {
        return [...undone, turn(actor, action, 'undo')];
      } catch (error) {
        const next = error instanceof Failure ? error.conflict?.laterActions[0] : undefined;
        if (!withLater || !next) throw error;
        undone.push(...undo(actor, next.id, true));
      }
    }
  };

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

    undo: (actor, actionId, withLater) => transact(options.scopeOf(actor), () => undo(actor, actionId, withLater)),

    redo(actor, actionId) {
      const action = find(actor, actionId);
      if (action.revertedAt === null) throw new Failure('CONFLICT', 'This change is in force, so there is nothing to make again.');
      return turn(actor, action, 'redo');
    },
  };
}

/** Thrown to take a previewed transaction back. */
class PreviewEnd<Value> extends Error {
  seen: { value: Value } | null = null;
}

type Tools = { scope: OwnerScope; table: TableWriter; ledger: Ledger; now: number };
