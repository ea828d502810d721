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
  /** Stops a reply; what came so far is kept and marked interrupted. Stopping a finished reply changes nothing. */
  'companion.stop': route('person', z.strictObject({ messageId: MessageId }), Nothing),
};
