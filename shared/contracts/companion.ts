import { z } from 'zod';
import { Message, MessageText, Session } from '../entities/session.ts';
import { MessageId, SessionId } from '../ids.ts';
import { Nothing, route } from './route.ts';

export const companionContract = {
  /**
   * Keeps the person's message and begins a reply. Without a session it goes on with the active one or starts one; an ended session is a CONFLICT.
   * A session that was idle too long is ended first: look at the answer's session, not at the one that was named.
   * Answers as soon as the message is stored; the reply then arrives as `reply.grew` and `reply.finished` events.
   */
  'companion.say': route(
    'person',
    z.strictObject({ text: MessageText, sessionId: SessionId.optional() }),
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
  /** Stops a reply; what came so far is kept and marked interrupted. Stopping a finished reply changes nothing. */
  'companion.stop': route('person', z.strictObject({ messageId: MessageId }), Nothing),
};
