import { z } from 'zod';
import { ActionId, MessageId, NoteId, PartId, ProposalId, SessionId } from '../ids.ts';
import { Name, Timestamp, isStorableText } from './common.ts';
import { GuideStep } from './guide.ts';
import { PartRole } from './part.ts';

export const sessionStatuses = ['active', 'ended'] as const;
export const SessionStatus = z.enum(sessionStatuses);
export type SessionStatus = z.infer<typeof SessionStatus>;

/**
 * What a session is for: writing while the companion mostly listens, the six Fs with a part, a dialogue with parts, a letter to a part, or
 * a visit to a part one knows.
 */
export const sessionModes = ['write', 'six_fs', 'dialogue', 'letter', 'visit'] as const;
export const SessionMode = z.enum(sessionModes);
export type SessionMode = z.infer<typeof SessionMode>;

/** The modes that are with one part; the six Fs and a dialogue can do without. */
export const modesWithPart = ['letter', 'visit'] as const satisfies readonly SessionMode[];

/** What a session keeps beside its own columns. What is missing has its default: writing, with nobody in particular, remembered. */
export const SessionMetadata = z.strictObject({
  mode: SessionMode.optional(),
  partId: PartId.optional(),
  /** False when no memory is to be kept of it. */
  remembered: z.literal(false).optional(),
});
export type SessionMetadata = z.infer<typeof SessionMetadata>;

export const SESSION_TITLE_MAX = 120;
export const SessionTitle = Name(SESSION_TITLE_MAX, 'A title has 1 to 120 characters.');

/** Messages of a session are counted this far; more is `as many or more`. */
export const MESSAGE_COUNT_MAX = 1000;

export const Session = z.strictObject({
  id: SessionId,
  /** The person's own; else given when the session ends, from their first words, and null while it is running. */
  title: z.string().nullable(),
  status: SessionStatus,
  startedAt: Timestamp,
  endedAt: Timestamp.nullable(),
  messageCount: z.int().nonnegative().max(MESSAGE_COUNT_MAX),
  lastMessageAt: Timestamp.nullable(),
  mode: SessionMode,
  /** The part it is with, in every mode but writing; null also when that part is gone. */
  partId: PartId.nullable(),
  /** Whether memory may be made of it. */
  remembered: z.boolean(),
  /** Whether it is kept from every provider. */
  private: z.boolean(),
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

/** Who speaks in a line of the person's: themselves as Self, or one of their parts, by the name it had then. */
export const Speaker = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('self') }),
  z.strictObject({ kind: z.literal('part'), partId: PartId, name: z.string() }),
]);
export type Speaker = z.infer<typeof Speaker>;

/** Something a reply told of, by its kind and identifier: a belief, a part it named, or what a belief it told was made of. */
export const ToldOf = z.templateLiteral([
  z.enum(['belief', 'part', 'session', 'check_in', 'insight']),
  ':',
  z.string().regex(/^[\w-]{16,36}$/u),
]);
export type ToldOf = z.infer<typeof ToldOf>;
export const TOLD_MAX = 1000;

/** Why the guide answered although another companion was chosen. */
export const takeoverReasons = [
  'offline',
  'unreachable',
  'no_key',
  'key_refused',
  'refused',
  'busy',
  'cut_off',
  'timed_out',
  'failed',
  'private',
] as const;
export const TakeoverReason = z.enum(takeoverReasons);
export type TakeoverReason = z.infer<typeof TakeoverReason>;

/** How a person wants to be listened to for the rest of a session: none of their words said back, nothing asked, or nothing answered at all. */
export const guideWishes = ['no_quotes', 'no_questions', 'only_listen'] as const;
export const GuideWish = z.enum(guideWishes);
export type GuideWish = z.infer<typeof GuideWish>;

/** What a message said before it was edited, or a reply before it was made again. */
export const MessageVersion = z.strictObject({
  content: z.string(),
  createdAt: Timestamp,
  delivery: DeliveryState,
  provider: z.string().max(50).optional(),
  brokeOff: TakeoverReason.optional(),
  /** What the Guide told of in it, so that forgetting finds it here too. */
  remembered: z.array(MessageId).max(60).optional(),
  told: z.array(ToldOf).max(TOLD_MAX).optional(),
});
export type MessageVersion = z.infer<typeof MessageVersion>;

/** A message that was edited or made again this often is not changed any more: nothing earlier would be let go to make room. */
export const VERSIONS_MAX = 50;

/** What a companion changed while it answered: the action that takes it back, and what it is about. */
export const ToolChange = z.strictObject({
  actionId: ActionId,
  partId: PartId.optional(),
  noteId: NoteId.optional(),
  /** An offer is answered where it stands: nothing came of it yet. */
  proposalId: ProposalId.optional(),
});
export type ToolChange = z.infer<typeof ToolChange>;

/** Something a companion did while it answered. `about` is what it looked at or changed, in a person's words. */
export const ToolUse = z.strictObject({
  tool: z.string().max(50),
  about: z.string().max(300),
  outcome: z.enum(['done', 'failed']),
  /** Left out where nothing was changed. */
  changed: ToolChange.optional(),
});
export type ToolUse = z.infer<typeof ToolUse>;

/**
 * Where the Guide stood when it had written a reply: all it goes on from, after a restart and in another session. It holds no words of the
 * person’s; what was learned at a step is the message it was said in.
 */
export const GuideState = z.strictObject({
  mode: SessionMode,
  partId: PartId.optional(),
  /** In the six Fs: the step whose question is open, and the message each step was answered in. */
  step: GuideStep.optional(),
  learned: z.partialRecord(GuideStep, MessageId).optional(),
  /** How often in a row another part was asked to give space. */
  rounds: z.int().nonnegative().max(10).optional(),
  /** How often in a row the open question found no answer. */
  unsure: z.int().nonnegative().max(10).optional(),
  /**
   * It asked whether to go on where an earlier session stopped or after something hurt, it was left, a letter was finished, or the reply was about the
   * person's safety.
   */
  at: z.enum(['resume_offer', 'pause_offer', 'left', 'letter_finished', 'in_danger']).optional(),
  /** An exile came near while somebody may be in danger: what is gone through here rests as long as that is so. */
  resting: z.literal(true).optional(),
  /** It told what is remembered: the messages whose words may stand in what it told. */
  remembered: z.array(MessageId).max(60).optional(),
  /** What the person asked of it for this session. */
  wishes: z.array(GuideWish).max(guideWishes.length).optional(),
  /** What else it told of: forgetting that takes the reply along. */
  told: z.array(ToldOf).max(TOLD_MAX).optional(),
  /** Which of its own sentences the reply used. */
  used: z.array(z.string().max(60)).max(20),
});
export type GuideState = z.infer<typeof GuideState>;

export const MessageMetadata = z.strictObject({
  delivery: DeliveryState,
  marks: z.array(Mark).max(500).optional(),
  /** Which companion wrote it, for the assistant's messages. */
  provider: z.string().max(50).optional(),
  tookOver: TakeoverReason.optional(),
  /** Why a model’s reply ended in the middle, when nobody stopped it. */
  brokeOff: TakeoverReason.optional(),
  tools: z.array(ToolUse).max(100).optional(),
  speaker: Speaker.optional(),
  /** What the session was for when the person wrote this, when it was not just writing. */
  mode: SessionMode.optional(),
  /** The part the session was with when the person wrote this: it stays so when the session goes on with something else. */
  partId: PartId.optional(),
  guide: GuideState.optional(),
  /** The person wrote this in danger: it is answered on this computer, and its words are never given to a provider. */
  crisis: z.literal(true).optional(),
  /** The sentence with which the companion said that it is software, if it did. */
  introduced: z.string().max(60).optional(),
  /** Earlier ones, oldest first. */
  versions: z.array(MessageVersion).max(VERSIONS_MAX).optional(),
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
  /** When the words there are now were written; the earlier ones keep their own time. */
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
