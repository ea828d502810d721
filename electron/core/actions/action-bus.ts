import { z } from 'zod';
import { ActionId } from '../../../shared/ids.ts';
import type { OwnerScope, TableWriter } from '../db/owner-scope.ts';
import type { MemoryUpdateKind, OwnedTableName } from '../db/schema.ts';
import { Failure } from '../failure.ts';
import type { Clock, Ids } from '../ports.ts';
import type { ActionDefinition } from './action.ts';
import { actionRepository } from './action-repository.ts';
import type { Actor } from './actor.ts';
import { createLedger } from './ledger.ts';

export type Performed<Value> = { actionId: ActionId; value: Value };

/**
 * The one write path. Each action is one synchronous transaction holding the change, its audit row with forward and inverse patch,
 * and what it put in the memory queue.
 */
export type ActionBus = {
  /** @throws Failure INVALID_INPUT when the input is not what the action takes; whatever the action refuses with. */
  perform<Input, Value>(actor: Actor, definition: ActionDefinition<Input, Value>, input: Input): Performed<Value>;
  /** Several actions that stand or fall together. */
  together<Value>(actor: Actor, work: () => Value): Value;
};

export type ActionBusOptions = {
  scopeOf: (actor: Actor) => OwnerScope;
  /** Every action there is; one that is not registered is refused. Types must be unique. */
  definitions: readonly { readonly type: string }[];
  schemaVersion: number;
  clock: Clock;
  ids: Ids;
  /** Told after a commit which tables changed; never after a rollback. */
  onCommit: (tables: ReadonlySet<OwnedTableName>) => void;
};

export function createActionBus(options: ActionBusOptions): ActionBus {
  const registered = new Set<unknown>(options.definitions);
  if (new Set(options.definitions.map(({ type }) => type)).size !== options.definitions.length)
    throw new Error('Two actions have the same type.');
  let depth = 0;
  let touched = new Set<OwnedTableName>();

  /** Runs a transaction and, when the outermost one has committed, tells what changed. */
  const transact = <Value>(scope: OwnerScope, work: (table: TableWriter) => Value): Value => {
    depth += 1;
    let value: Value;
    try {
      value = scope.write('action', work);
    } catch (error) {
      // Whoever catches this inside an outer transaction still commits the rest; telling too much is harmless, telling too little is not.
      if (depth === 1) touched = new Set();
      throw error;
    } finally {
      depth -= 1;
    }
    if (depth === 0 && touched.size > 0) {
      const changed = touched;
      touched = new Set();
      options.onCommit(changed);
    }
    return value;
  };

  return {
    together: (actor, work) => transact(options.scopeOf(actor), work),

    perform(actor, definition, input) {
      if (!registered.has(definition)) throw new Error(`The action ${definition.type} is not registered.`);
      const parsed = definition.input.safeParse(input);
      if (!parsed.success) throw new Failure('INVALID_INPUT', z.prettifyError(parsed.error), { cause: parsed.error });
      const scope = options.scopeOf(actor);
      const { clock, ids } = options;

      return transact(scope, (table) => {
        const now = clock.now();
        const ledger = createLedger(table);
        const enqueue = (kind: MemoryUpdateKind, refId: string) => enqueueMemoryUpdate(scope, table, { kind, refId, id: ids.next(), now });
        const outcome = definition.perform({ actor, scope, ledger, ids, now, enqueue }, parsed.data);
        const seenRevision = scope.use(actionRepository).latestRevision();
        const actionId = ActionId.parse(ids.next());
        table('agentActions').insert({
          id: actionId,
          userId: actor.userId,
          sessionId: outcome.sessionId,
          actionType: definition.type,
          entityType: definition.entityType,
          entityId: outcome.entityId,
          payload: { actor: actor.kind, seenRevision, patch: [...ledger.forward] },
          result: { revision: seenRevision + 1, patch: [...ledger.inverse] },
          revertedAt: null,
          createdAt: now,
          schemaVersion: options.schemaVersion,
        });
        for (const name of ledger.touched) touched.add(name);
        return { actionId, value: outcome.value };
      });
    },
  };
}

/** Unique per owner, kind and ref: a later change raises the revision and reopens the row, so that it takes effect once more. */
function enqueueMemoryUpdate(
  scope: OwnerScope,
  table: TableWriter,
  update: { kind: MemoryUpdateKind; refId: string; id: string; now: number },
): void {
  const queued = scope.use(actionRepository).memoryUpdate(update.kind, update.refId);
  if (queued) {
    table('memoryUpdates').update(queued.id, { revision: queued.revision + 1, processed: false });
    return;
  }
  table('memoryUpdates').insert({
    id: update.id,
    userId: scope.userId,
    kind: update.kind,
    refId: update.refId,
    processed: false,
    createdAt: update.now,
    revision: 1,
  });
}
