import { z } from 'zod';
import { ActorKind } from '../entities/action.ts';
import { Message, ToolUse } from '../entities/session.ts';
import { ActionId, MessageId, SessionId } from '../ids.ts';
import { LockState } from './profiles.ts';

/** What may have changed, so that a screen can read it again. */
export const changedEntities = [
  'session',
  'message',
  'part',
  'relationship',
  'assessment',
  'proposal',
  'note',
  'safety',
  'settings',
  'action',
  'memory',
  'job',
  'forgetting',
] as const;

/** What the core tells its hosts without being asked. Nothing of a profile is told while it is locked. */
export const CoreEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('lock.changed'), lock: LockState }),
  z.strictObject({ type: z.literal('data.changed'), entities: z.array(z.enum(changedEntities)) }),
  /** A change that can be undone was just made; screens offer that. */
  z.strictObject({ type: z.literal('action.performed'), actionId: ActionId, actionType: z.string(), actor: ActorKind }),
  /** `text` continues the reply at offset `from`, in UTF-16 units. */
  z.strictObject({
    type: z.literal('reply.grew'),
    sessionId: SessionId,
    messageId: MessageId,
    from: z.int().nonnegative(),
    text: z.string(),
  }),
  /** The companion looked something up or changed something while it answers; `at` counts from 0. */
  z.strictObject({
    type: z.literal('reply.tool'),
    sessionId: SessionId,
    messageId: MessageId,
    at: z.int().nonnegative(),
    use: ToolUse,
  }),
  z.strictObject({ type: z.literal('reply.finished'), message: Message }),
]);
export type CoreEvent = z.infer<typeof CoreEvent>;
