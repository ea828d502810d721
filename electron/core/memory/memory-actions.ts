import type { Operation } from 'fast-json-patch';
import { freeze } from 'immer';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type MemoryDocument, MemoryRuleKind, MemorySection, SnapshotMetadata } from '../../../shared/entities/memory.ts';
import { MemoryRuleId, MemorySnapshotId } from '../../../shared/ids.ts';
import { defineAction } from '../actions/action.ts';
import { Failure, notFound } from '../failure.ts';
import { requireMemory } from './memory-document.ts';
import { memoryStore } from './memory-store.ts';
import { applyOperations } from './patch/apply-operations.ts';
import { hashOf, inCanonicalOrder } from './patch/canonical-json.ts';
import { operationsBetween } from './patch/difference.ts';
import { ruleRepository } from './rule-repository.ts';

/** Why a version is written: its cause, what it is made from, and what is gone that it takes out. */
const Why = SnapshotMetadata.omit({ actor: true, hash: true });
export type Why = z.infer<typeof Why>;

/** What a version is called in the audit trail, so that it says what the person did. What nobody did by hand is a revision. */
const revisions: Record<Why['cause'], string> = {
  ...{ session: 'revise_memory', check_in: 'revise_memory', insight: 'revise_memory', upkeep: 'revise_memory', lost: 'revise_memory' },
  edited: 'reword_memory',
  wrong: 'correct_memory',
  never: 'keep_out_of_memory',
  restored: 'restore_memory',
  undone: 'take_back_memory',
};

/**
 * Writes the next version of the memory. The operations are applied once more to what is stored, and what comes of it is checked and compared with
 * what was meant before anything is written. A version is not undone as an action: a later version takes it back (`memory.undo`).
 */
const revisionCalled = (type: string) =>
  defineAction({
    type,
    entityType: 'memory',
    undoable: false,
    input: z.strictObject({
      /** The version the operations were made for. */
      seen: z.int().nonnegative(),
      operations: z.array(z.custom<Operation>()).min(1),
      /** The memory that is meant. */
      meant: z.custom<MemoryDocument>(),
      ...Why.shape,
      checkpointEvery: z.int().positive(),
    }),
    perform({ actor, ids, ledger, now, scope }, { seen, operations, meant, checkpointEvery, ...why }) {
      const store = scope.use(memoryStore);
      const current = store.current();
      if (current.version !== seen) throw new Failure('CONFLICT', 'The memory has changed meanwhile. Please try again.');
      const document = freeze(meant, true);
      requireMemory(document);
      if (!isDeepStrictEqual(applyOperations(current.document, operations), document))
        throw new Error('The operations come to another memory than was meant.');
      const hash = hashOf(document);
      const version = seen + 1;
      const isCheckpoint = seen % checkpointEvery === 0;
      const id = MemorySnapshotId.parse(ids.next());
      ledger.append('userMemorySnapshots', {
        ...{ id, userId: actor.userId, version, isCheckpoint, createdAt: now },
        operations: (isCheckpoint ? operationsBetween(null, document) : operations).map(ordered),
        metadata: { ...metadataOf(why), actor: actor.kind, hash },
      });
      store.keep({ version, document, hash, createdAt: now });
      const session = why.cause === 'session' && why.from !== undefined ? scope.find('sessions', why.from) : undefined;
      return { value: version, entityId: id, sessionId: session?.id ?? null };
    },
  });

const revising = new Map([...new Set(Object.values(revisions))].map((type) => [type, revisionCalled(type)]));

/** The action that writes a version of this cause. */
export function revisionFor(cause: Why['cause']): ReturnType<typeof revisionCalled> {
  const found = revising.get(revisions[cause]);
  if (!found) throw new Error('Every cause has its action.');
  return found;
}

/**
 * Keeps a rule about what is not to be remembered. Said once more, it counts from then on. `words` are further digests of the same rule: rows without a
 * section beside its own, of the same moment.
 */
export const addMemoryRule = defineAction({
  type: 'add_memory_rule',
  entityType: 'memory_rule',
  undoable: false,
  input: z.strictObject({
    kind: MemoryRuleKind,
    section: MemorySection.nullable(),
    digest: z.string().length(43),
    words: z.array(z.string().length(43)),
  }),
  perform({ actor, ids, ledger, now, scope }, { words, ...rule }) {
    const keep = (one: Omit<typeof rule, 'words'>): MemoryRuleId => {
      const earlier = scope.use(ruleRepository).about(one.kind, one.digest);
      const id = earlier?.id ?? MemoryRuleId.parse(ids.next());
      if (earlier) ledger.update('memoryRules', id, { createdAt: now });
      else ledger.insert('memoryRules', { id, userId: actor.userId, ...one, createdAt: now });
      return id;
    };
    const id = keep(rule);
    for (const digest of words) keep({ ...rule, section: null, digest });
    return { value: id, entityId: id, sessionId: null };
  },
});

export const dropMemoryRule = defineAction({
  type: 'drop_memory_rule',
  entityType: 'memory_rule',
  undoable: true,
  input: z.strictObject({ ruleId: MemoryRuleId }),
  perform({ ledger, scope }, { ruleId }) {
    const rule = ledger.get('memoryRules', ruleId);
    if (!rule) throw notFound('This rule');
    for (const { id } of scope.use(ruleRepository).wordsOf(rule)) ledger.remove('memoryRules', id);
    ledger.remove('memoryRules', ruleId);
    return { value: ruleId, entityId: ruleId, sessionId: null };
  },
});

/** Only what there is: JSON has no undefined. */
const metadataOf = ({ cause, from, revision, gone = [] }: Why): Why => ({
  cause,
  ...(from !== undefined && { from }),
  ...(revision !== undefined && { revision }),
  ...(gone.length > 0 && { gone }),
});

/** As it is stored: a version whose keys stand in canonical order is read without being put in order (`hasHash`). */
const ordered = (operation: Operation): Operation =>
  'value' in operation ? { ...operation, value: inCanonicalOrder(operation.value) } : operation;

export const memoryActions = [...revising.values(), addMemoryRule, dropMemoryRule];
