import { z } from 'zod';
import { MessageId, ProposalId, SessionId } from '../ids.ts';
import { Timestamp, isStorableText } from './common.ts';
import { PartRole } from './part.ts';

export const sessionStatuses = ['active', 'ended'] as const;
export const SessionStatus = z.enum(sessionStatuses);
export type SessionStatus = z.infer<typeof SessionStatus>;

/** Messages of a session are counted this far; more is `as many or more`. */
export const MESSAGE_COUNT_MAX = 1000;

export const Session = z.strictObject({
  id: SessionId,
  /** Given when the session ends, from the person's first words; null while it is running. */
  title: z.string().nullable(),
  status: SessionStatus,
  startedAt: Timestamp,
  endedAt: Timestamp.nullable(),
  messageCount: z.int().nonnegative().max(MESSAGE_COUNT_MAX),
  lastMessageAt: Timestamp.nullable(),
});
export type Session = z.infer<typeof Session>;

export const messageRoles = ['user', 'assistant', 'system'] as const;
export const MessageRole = z.enum(messageRoles);
export type MessageRole = z.infer<typeof MessageRole>;

/** Words of a message in which a part seems to speak. Offsets count UTF-16 units of the message's content, end exclusive. */
export const Mark = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  role: PartRole,
  proposalId: ProposalId,
});
export type Mark = z.infer<typeof Mark>;

/** `streaming` while a reply is being written; `interrupted` when it was stopped or the application ended under it. */
export const deliveryStates = ['complete', 'streaming', 'interrupted'] as const;
export const DeliveryState = z.enum(deliveryStates);
export type DeliveryState = z.infer<typeof DeliveryState>;

export const MessageMetadata = z.strictObject({
  delivery: DeliveryState,
  marks: z.array(Mark).max(500).optional(),
  /** Which companion wrote it, for the assistant's messages. */
  provider: z.string().max(50).optional(),
});
export type MessageMetadata = z.infer<typeof MessageMetadata>;

export const Message = z.strictObject({
  id: MessageId,
  sessionId: SessionId,
  role: MessageRole,
  content: z.string(),
  metadata: MessageMetadata,
  /** Grows by one with every message of the profile: the order of writing, whatever the clock said. */
  sequence: z.int().positive(),
  createdAt: Timestamp,
});
export type Message = z.infer<typeof Message>;

/** The longest message, in UTF-16 units: a long evening's entry many times over, still drawn and searched at once. */
export const MESSAGE_MAX = 1_048_576;

export const MessageText = z
  .string()
  .max(MESSAGE_MAX, 'This message is too long. Please send it in several.')
  .refine((text) => text.trim() !== '', 'There is nothing to send yet.')
  .refine(isStorableText, 'This text holds a broken symbol that can’t be kept. Please remove it and send again.');
