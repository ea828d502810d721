import { z } from 'zod';
import { MessageMetadata, MessageRole, type Session, SessionMode, SessionTitle, modesWithPart } from '../../../shared/entities/session.ts';
import { Timestamp } from '../../../shared/entities/common.ts';
import { MessageId, PartId, SessionId } from '../../../shared/ids.ts';
import { type ActionWork, defineAction } from '../actions/action.ts';
import { Failure, notFound } from '../failure.ts';
import { messageRepository } from './message-repository.ts';
import { sessionRepository } from './session-repository.ts';
import { titleFrom } from './session-title.ts';

/** Begins a session. There is at most one active session; the caller ends the other one first. */
export const startSession = defineAction({
  type: 'start_session',
  entityType: 'session',
  undoable: false,
  input: z.strictObject({}),
  perform({ actor, ids, ledger, now, scope }) {
    if (scope.use(sessionRepository).active())
      throw new Failure('CONFLICT', 'A session is still running. End it before starting another one.');
    const id = SessionId.parse(ids.next());
    ledger.insert('sessions', { id, userId: actor.userId, title: null, status: 'active', startedAt: now, endedAt: null, metadata: {} });
    return { value: id, entityId: id, sessionId: id };
  },
});

/** Ends a session, gives it a title if it has none, and puts one memory update in the queue, unless no memory is to be kept of it. */
export const endSession = defineAction({
  type: 'end_session',
  entityType: 'session',
  undoable: false,
  input: z.strictObject({ sessionId: SessionId, endedAt: Timestamp }),
  perform({ enqueue, ledger, scope }, { sessionId, endedAt }) {
    const session = requireActive(scope.use(sessionRepository).get(sessionId));
    const title = session.title ?? titleFrom(scope.use(sessionRepository).firstWords(sessionId));
    ledger.update('sessions', sessionId, { status: 'ended', endedAt: Math.max(endedAt, session.startedAt), title });
    if (session.remembered) enqueue('session', sessionId);
    return { value: sessionId, entityId: sessionId, sessionId };
  },
});

/** Adds a message to a running session, in the order of writing. */
export const postMessage = defineAction({
  type: 'post_message',
  entityType: 'message',
  undoable: false,
  input: z.strictObject({ sessionId: SessionId, role: MessageRole, content: z.string(), metadata: MessageMetadata }),
  perform(work, { sessionId, role, content, metadata }) {
    const { actor, ids, ledger, now, scope } = work;
    requireActive(scope.use(sessionRepository).get(sessionId));
    const id = MessageId.parse(ids.next());
    const sequence = scope.use(messageRepository).nextSequence();
    ledger.insert('messages', { id, sessionId, userId: actor.userId, role, content, metadata, createdAt: now, sequence });
    return { value: id, entityId: id, sessionId };
  },
});

/** Notes on a message which of its words a part seems to speak in. */
export const markMessage = defineAction({
  type: 'mark_message',
  entityType: 'message',
  undoable: true,
  input: z.strictObject({ messageId: MessageId, marks: MessageMetadata.shape.marks.unwrap() }),
  perform({ ledger }: ActionWork, { messageId, marks }) {
    const message = ledger.get('messages', messageId);
    if (!message) throw notFound('This message');
    ledger.update('messages', messageId, { metadata: { ...message.metadata, marks } });
    return { value: messageId, entityId: messageId, sessionId: message.sessionId };
  },
});

/** Gives a session the person's own title. */
export const renameSession = defineAction({
  type: 'rename_session',
  entityType: 'session',
  undoable: true,
  input: z.strictObject({ sessionId: SessionId, title: SessionTitle }),
  perform({ ledger }, { sessionId, title }) {
    ledger.update('sessions', requireSession(ledger.get('sessions', sessionId)).id, { title });
    return { value: sessionId, entityId: sessionId, sessionId };
  },
});

/** Says what a running session is for from now on, and with which part. Just writing is with nobody in particular. */
export const setSessionMode = defineAction({
  type: 'set_session_mode',
  entityType: 'session',
  undoable: true,
  input: z.strictObject({ sessionId: SessionId, mode: SessionMode, partId: PartId.nullable() }),
  perform({ ledger, scope }, { sessionId, mode, partId }) {
    requireActive(scope.use(sessionRepository).get(sessionId));
    if (partId && !ledger.get('parts', partId)) throw notFound('This part');
    if (!partId && modesWithPart.some((one) => one === mode))
      throw new Failure('INVALID_INPUT', 'A letter or a visit is with one of your parts. Choose which one.');
    const { mode: _mode, partId: _partId, ...others } = ledger.get('sessions', sessionId)?.metadata ?? {};
    const metadata = mode === 'write' ? others : { ...others, mode, ...(partId && { partId }) };
    ledger.update('sessions', sessionId, { metadata });
    return { value: sessionId, entityId: sessionId, sessionId };
  },
});

/**
 * Says whether memory may be made of a session. Once it has ended, its memory is looked at again: what was made of it goes when none may be,
 * and is made when it may.
 */
export const setSessionRemembered = defineAction({
  type: 'set_session_remembered',
  entityType: 'session',
  undoable: true,
  input: z.strictObject({ sessionId: SessionId, remembered: z.boolean() }),
  perform({ enqueue, ledger }, { sessionId, remembered }) {
    const { metadata, status } = requireSession(ledger.get('sessions', sessionId));
    const { remembered: _before, ...others } = metadata;
    ledger.update('sessions', sessionId, { metadata: remembered ? others : { ...others, remembered: false } });
    if (status === 'ended') enqueue('session', sessionId);
    return { value: sessionId, entityId: sessionId, sessionId };
  },
});

export const sessionActions = [startSession, endSession, postMessage, markMessage, setSessionMode, renameSession, setSessionRemembered];

function requireSession<Found>(session: Found | undefined): Found {
  if (!session) throw notFound('This session');
  return session;
}

/** @throws Failure NOT_FOUND, or CONFLICT when the session has ended. */
export function requireActive(session: Session | undefined): Session {
  const known = requireSession(session);
  if (known.status === 'ended') throw new Failure('CONFLICT', 'This session has ended. A new message begins a new session.');
  return known;
}
