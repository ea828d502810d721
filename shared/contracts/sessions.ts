import { z } from 'zod';
import { PageRequest, page } from '../entities/common.ts';
import { Message, Session } from '../entities/session.ts';
import { MessageId, SessionId } from '../ids.ts';
import { Nothing, route } from './route.ts';

export const sessionsContract = {
  /** Newest first. */
  'sessions.list': route('person', z.strictObject({ ...PageRequest }), page(Session)),
  'sessions.get': route('person', z.strictObject({ sessionId: SessionId }), Session),
  /** The session a new message would go on in, if there is one. */
  'sessions.active': route('person', Nothing, Session.nullable()),
  /** Ends the active session, if any, so that the next message starts a new one. Ended sessions stay as they are. */
  'sessions.end': route('person', z.strictObject({ sessionId: SessionId }), Session),
  /**
   * A window of a session's messages, oldest first: the newest ones, those before or after a sequence number, or those around one message.
   * `total` counts the whole session; `before` and `after` count what lies outside the window on each side.
   */
  'messages.list': route(
    'person',
    z.strictObject({
      sessionId: SessionId,
      window: z
        .discriminatedUnion('at', [
          z.strictObject({ at: z.literal('end') }),
          z.strictObject({ at: z.literal('before'), sequence: z.int().positive() }),
          z.strictObject({ at: z.literal('after'), sequence: z.int().nonnegative() }),
          z.strictObject({ at: z.literal('around'), messageId: MessageId }),
        ])
        .default({ at: 'end' }),
      limit: z.int().min(1).max(200).default(50),
    }),
    z.strictObject({ items: z.array(Message), hasBefore: z.boolean(), hasAfter: z.boolean() }),
  ),
};
