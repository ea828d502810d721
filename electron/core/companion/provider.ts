import type { MessageRole } from '../../../shared/entities/session.ts';
import type { PartRole } from '../../../shared/entities/part.ts';

/** A part that seems to speak in the person's newest message. */
export type Noticed = { name: string; role: PartRole; quote: string; known: boolean };

/** What a companion is given to answer: the newest turns, oldest first, and what was noticed in the last one. */
export type CompanionRequest = {
  turns: readonly { role: MessageRole; content: string }[];
  noticed: readonly Noticed[];
  /** What was answered before, when the same words are to be answered once more: oldest first. */
  earlier?: readonly string[];
};

/** What comes while a reply is being written. */
export type ReplyEvent = { type: 'text'; text: string };

/**
 * Somebody who answers: the built-in guide, later a model of the person's choice.
 * Yields text as it comes and stops, throwing the signal's reason, as soon as the signal is aborted.
 */
export type CompanionProvider = {
  readonly name: string;
  reply(request: CompanionRequest, signal: AbortSignal): AsyncIterable<ReplyEvent>;
};
