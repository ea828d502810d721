import { z } from 'zod';
import { LongText, PageRequest, page } from '../entities/common.ts';
import { MESSAGE_MAX, Message, Session, SessionTitle } from '../entities/session.ts';
import { MessageId, SessionId } from '../ids.ts';
import { Nothing, route } from './route.ts';

/** Where words that are looked for stand. Offsets count UTF-16 units of the message's content, end exclusive. */
export const MessageMatch = z.strictObject({
  messageId: MessageId,
  sequence: z.int().positive(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
});
export type MessageMatch = z.infer<typeof MessageMatch>;

/** A session, or null for the one that has not begun. */
const DraftPlace = { sessionId: SessionId.nullable() };

export const sessionsContract = {
  /** Newest first. */
  'sessions.list': route('person', z.strictObject({ ...PageRequest }), page(Session)),
  'sessions.get': route('person', z.strictObject({ sessionId: SessionId }), Session),
  /** The session a new message would go on in, if there is one. */
  'sessions.active': route('person', Nothing, Session.nullable()),
  /** Ends the active session, if any, so that the next message starts a new one. Ended sessions stay as they are. */
  'sessions.end': route('person', z.strictObject({ sessionId: SessionId }), Session),
  'sessions.rename': route('person', z.strictObject({ sessionId: SessionId, title: SessionTitle }), Session),
  /** Whether memory may be made of a session. */
  'sessions.setRemembered': route('person', z.strictObject({ sessionId: SessionId, remembered: z.boolean() }), Session),
  /** Unsent words. */
  'sessions.draft': route('person', z.strictObject(DraftPlace), z.strictObject({ text: z.string() })),
  /** Keeps unsent words in place of the ones before; none when the text is empty. View state: no action, nothing to undo. */
  'sessions.keepDraft': route(
    'person',
    z.strictObject({ ...DraftPlace, text: LongText(MESSAGE_MAX, 'These unsent words are too many to be kept.') }),
    Nothing,
  ),
  /**
   * Words that stand one after the other in messages of a session, letter case and accents aside; the last word may be the beginning of one.
   * In order, at most `limit`; `more` when there are more.
   */
  'messages.find': route(
    'person',
    z.strictObject({ sessionId: SessionId, words: z.string().max(500), limit: z.int().min(1).max(1000).default(500) }),
    z.strictObject({ matches: z.array(MessageMatch), more: z.boolean() }),
  ),
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
