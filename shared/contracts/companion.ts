import { z } from 'zod';
import { GuideMove } from '../entities/guide.ts';
import { Message, MessageText, Session, SessionMode } from '../entities/session.ts';
import { MessageId, PartId, SessionId } from '../ids.ts';
import { Nothing, route } from './route.ts';

/** Who speaks in a line of a dialogue: the person as Self, or one of their parts. */
const LineBy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('self') }),
  z.strictObject({ kind: z.literal('part'), partId: PartId }),
]);

/** What a session is kept from, from now on and before another word of it goes anywhere: every provider, memory. Left out, it stays as it is. */
const keptFrom = { private: z.literal(true).optional(), remembered: z.literal(false).optional() };

export const companionContract = {
  /**
   * Keeps the person's message and begins a reply. Without a session it goes on with the active one or starts one; an ended session is a CONFLICT.
   * A session that was idle too long is ended first: look at the answer's session, not at the one that was named.
   * `mode` and `partId` say what the session is for from now on; a `speaker` makes it a dialogue.
   * Answers as soon as the message is stored; the reply then arrives as `reply.grew` and `reply.finished` events.
   */
  'companion.say': route(
    'person',
    z
      .strictObject({
        text: MessageText,
        sessionId: SessionId.optional(),
        mode: SessionMode.optional(),
        partId: PartId.optional(),
        speaker: LineBy.optional(),
        ...keptFrom,
      })
      .refine(({ mode, partId }) => partId === undefined || mode !== undefined, 'Say what to do with the part: choose a mode.')
      .refine(
        ({ mode, speaker }) => speaker === undefined || (mode ?? 'dialogue') === 'dialogue',
        'Only a dialogue has lines by speakers.',
      ),
    z.strictObject({ session: Session, message: Message, reply: Message }),
  ),
  /**
   * Makes the last reply of a running session again, whether it was cut off or is whole; what it said is kept in `metadata.versions`.
   * A CONFLICT while it is still being written. Answers it empty; it then grows as after `companion.say`.
   */
  'companion.regenerate': route('person', z.strictObject({ messageId: MessageId }), z.strictObject({ reply: Message })),
  /**
   * Puts other words in place of the last thing the person wrote in a running session, and answers them in the place of the reply there was.
   * Both keep what they said in `metadata.versions`. Earlier messages are a CONFLICT: what came after answers them as they were.
   */
  'companion.edit': route(
    'person',
    z.strictObject({ messageId: MessageId, text: MessageText }),
    z.strictObject({ session: Session, message: Message, reply: Message }),
  ),
  /**
   * Says what a session is for and, in every mode but writing, begins a reply that opens it. Without a session it is the active one, or a new one.
   * In the same mode it stays with its part when `partId` is left out; null stands for nobody in particular.
   * An unknown part is NOT_FOUND; a letter or a visit without a part is INVALID_INPUT; an ended session is a CONFLICT. Nothing new has no reply.
   */
  'sessions.setMode': route(
    'person',
    z.strictObject({ sessionId: SessionId.optional(), mode: SessionMode, partId: PartId.nullable().optional(), ...keptFrom }),
    z.strictObject({ session: Session, reply: Message.nullable() }),
  ),
  /** Asks the Guide for something without writing: see GuideMove. What does not fit the session's mode is a CONFLICT. */
  'companion.move': route(
    'person',
    z.strictObject({ sessionId: SessionId.optional(), move: GuideMove }),
    z.strictObject({ session: Session, reply: Message }),
  ),
  /** Stops a reply; what came so far is kept and marked interrupted. Stopping a finished reply changes nothing. */
  'companion.stop': route('person', z.strictObject({ messageId: MessageId }), Nothing),
};
