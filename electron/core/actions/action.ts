import type { z } from 'zod';
import type { MemoryUpdateKind } from '../../../shared/entities/job.ts';
import type { SessionId } from '../../../shared/ids.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import type { Clock, Ids } from '../ports.ts';
import type { Actor } from './actor.ts';
import type { Ledger } from './ledger.ts';

/** What an action has at hand while it runs, all inside one transaction. */
export type ActionWork = {
  readonly actor: Actor;
  readonly scope: OwnerScope;
  readonly ledger: Ledger;
  readonly ids: Ids;
  /** The time of the action, the same however long it takes. */
  readonly now: ReturnType<Clock['now']>;
  /** Puts something that happened in the memory queue, or reopens it there with a higher revision. */
  enqueue(kind: MemoryUpdateKind, refId: string): void;
};

/** What an action was about, for the audit row, and what its caller gets back. */
export type ActionOutcome<Value> = { value: Value; entityId: string; sessionId: SessionId | null };

export type EntityType =
  | 'user'
  | 'session'
  | 'message'
  | 'part'
  | 'relationship'
  | 'assessment'
  | 'proposal'
  | 'note'
  | 'safety_plan'
  | 'safety_contact'
  | 'safety_flag'
  | 'private_flag'
  | 'memory'
  | 'memory_rule';

/**
 * One way domain data can change. Features define theirs; the composition root registers them; nothing else writes.
 * `perform` throws a Failure to refuse, which takes everything back.
 */
export type ActionDefinition<Input, Value> = {
  /** As stored in `agent_actions.action_type`: create_part, end_session, … Never reused for something else. */
  readonly type: string;
  readonly entityType: EntityType;
  /** False for what is final, such as a message: it can be forgotten, not undone. */
  readonly undoable: boolean;
  readonly input: z.ZodType<Input>;
  perform(work: ActionWork, input: Input): ActionOutcome<Value>;
};

/** Declares an action, keeping its types. */
export const defineAction = <Input, Value>(definition: ActionDefinition<Input, Value>): ActionDefinition<Input, Value> => definition;
