import type { GuideState, MessageRole, TakeoverReason, ToolUse } from '../../../shared/entities/session.ts';
import type { PartRole } from '../../../shared/entities/part.ts';
import type { PartId } from '../../../shared/ids.ts';
import type { GuideContext, InDanger } from './guide/guide-context.ts';

/** A part that seems to speak in the person's newest message. */
export type Noticed = { name: string; role: PartRole; quote: string; known: boolean; partId?: PartId };

/**
 * What a companion is given to answer: the newest turns, oldest first, what was noticed in the last one, and whether a hard moment is open,
 * in which work with exiles rests. Nothing of the person's plan for such moments is ever among it.
 */
export type CompanionRequest = {
  turns: readonly { role: MessageRole; content: string }[];
  noticed: readonly Noticed[];
  safetyOpen: boolean;
  /** What the Guide goes by while it is. */
  danger?: InDanger | null;
  /** A question about safety stands in front of the reply already. */
  isAsked?: boolean;
  /** Where the Guide stands; without it a conversation for writing has just begun. */
  guide?: GuideContext;
};

/**
 * What comes while a reply is being written: words, where the Guide stands with it, something the companion did, that the guide goes on in its place,
 * or that the reply ends in the middle because the line broke.
 */
export type ReplyEvent =
  | { type: 'text'; text: string }
  | { type: 'guide'; state: GuideState }
  | { type: 'tool'; use: ToolUse }
  | { type: 'took_over'; reason: TakeoverReason; provider: string }
  | { type: 'broke_off'; reason: TakeoverReason };

/**
 * Somebody who answers: the built-in guide, or a model of the person's choice.
 * Yields text as it comes and stops, throwing the signal's reason, as soon as the signal is aborted.
 */
export type CompanionProvider = {
  readonly name: string;
  reply(request: CompanionRequest, signal: AbortSignal): AsyncIterable<ReplyEvent>;
};
