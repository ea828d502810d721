import type { CoreEvent } from '../../../shared/contracts/events.ts';
import type { ParsedInput, RouteOutput } from '../../../shared/contracts/index.ts';
import type { Message } from '../../../shared/entities/session.ts';
import type { MessageId, SessionId } from '../../../shared/ids.ts';
import type { ActionBus } from '../actions/action-bus.ts';
import { type Actor, companionOf } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { notFound } from '../failure.ts';
import type { Clock } from '../ports.ts';
import { messageRepository } from '../sessions/message-repository.ts';
import { editMessage, requireEditable, restartReply } from '../sessions/message-actions.ts';
import { postMessage } from '../sessions/session-actions.ts';
import type { SessionService } from '../sessions/session-service.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import { noticeParts } from './notice-parts.ts';
import type { CompanionProvider, Noticed } from './provider.ts';
import { keepReply, streamReply } from './reply-stream.ts';
import { noticedIn, takeBackMarks, withdrawUnmarked } from './settle-noticed.ts';

/** How many of a session's newest messages a companion is given. */
const TURNS_GIVEN = 60;

export type CompanionService = {
  say(actor: Actor, input: ParsedInput<'companion.say'>): RouteOutput<'companion.say'>;
  /** Makes the last reply again, one that was cut off or one that is whole. What it said is kept as an earlier version. */
  regenerate(actor: Actor, messageId: MessageId): RouteOutput<'companion.regenerate'>;
  /**
   * Puts other words in place of the person's last ones and answers them anew, in the place of the earlier reply. Earlier words and reply are kept.
   * A reply that is still being written is stopped first.
   */
  edit(actor: Actor, input: ParsedInput<'companion.edit'>): Promise<RouteOutput<'companion.edit'>>;
  stop(actor: Actor, messageId: MessageId): Promise<void>;
  /** Stops every reply on its way in a session. */
  stopSession(actor: Actor, sessionId: SessionId): Promise<void>;
  /** Marks replies that a crash cut off as interrupted. Call it once after unlocking. */
  settleUnfinished(actor: Actor): void;
  /** Stops every reply on its way and resolves when what came is kept. Nothing new begins afterwards. */
  close(): Promise<void>;
};

export type CompanionOptions = {
  bus: ActionBus;
  scopeOf: (actor: Actor) => OwnerScope;
  sessions: SessionService;
  settings: SettingsService;
  provider: CompanionProvider;
  clock: Clock;
  emit: (event: CoreEvent) => void;
  onFailure: (error: unknown) => void;
};

export function createCompanionService(options: CompanionOptions): CompanionService {
  const { bus, scopeOf, sessions, settings, provider, clock, emit, onFailure } = options;
  const running = new Map<MessageId, { sessionId: SessionId; stop: AbortController; done: Promise<void> }>();

  const messageOf = (actor: Actor, id: MessageId): Message => {
    const message = scopeOf(actor).use(messageRepository).get(id);
    if (!message) throw notFound('This message');
    return message;
  };

  const begin = (actor: Actor, sessionId: SessionId, replyId: MessageId, noticed: Noticed[]): void => {
    const scope = scopeOf(actor);
    const { sequence, metadata } = messageOf(actor, replyId);
    const earlier = metadata.versions?.map(({ content }) => content) ?? [];
    const turns = scope
      .use(messageRepository)
      .before(sessionId, sequence, TURNS_GIVEN)
      .map(({ role, content }) => ({ role, content }));
    const stop = new AbortController();
    const job = { messageId: replyId, sessionId, provider, request: { turns, noticed, earlier } };
    // Begins after the answer to `say` has left, so that a listener knows the reply before it grows.
    const done = new Promise<void>((resolve) => setImmediate(resolve))
      .then(() => streamReply(job, stop.signal, { scope, clock, emit, onFailure }))
      .finally(() => running.delete(replyId));
    running.set(replyId, { sessionId, stop, done });
  };

  const beginReply = (actor: Actor, sessionId: SessionId): MessageId =>
    bus.perform(companionOf(actor.userId), postMessage, {
      sessionId,
      role: 'assistant',
      content: '',
      metadata: { delivery: 'streaming', provider: provider.name },
    }).value;

  const stopAll = async (replies: { stop: AbortController; done: Promise<void> }[]): Promise<void> => {
    for (const reply of replies) reply.stop.abort();
    await Promise.all(replies.map((reply) => reply.done));
  };
  const stopSession = (sessionId: SessionId) => stopAll([...running.values()].filter((reply) => reply.sessionId === sessionId));

  return {
    say(actor, { text, sessionId: wanted }) {
      const scope = scopeOf(actor);
      const { idleMinutes } = settings.get(actor);
      // One transaction: the message, what was noticed in it and the reply that is about to come, or none of them.
      const { sessionId, messageId, replyId, noticed } = bus.together(actor, () => {
        const session = sessions.forNewMessage(actor, wanted, idleMinutes);
        const message = bus.perform(actor, postMessage, {
          sessionId: session,
          role: 'user',
          content: text,
          metadata: { delivery: 'complete' },
        }).value;
        const found = noticeParts(bus, actor, scope, { id: message, content: text });
        return { sessionId: session, messageId: message, replyId: beginReply(actor, session), noticed: found };
      });
      begin(actor, sessionId, replyId, noticed);
      return { session: sessions.get(actor, sessionId), message: messageOf(actor, messageId), reply: messageOf(actor, replyId) };
    },

    regenerate(actor, messageId) {
      bus.perform(actor, restartReply, { messageId, provider: provider.name });
      const reply = messageOf(actor, messageId);
      const [asked] = scopeOf(actor).use(messageRepository).before(reply.sessionId, reply.sequence, 1);
      begin(actor, reply.sessionId, messageId, asked ? noticedIn(scopeOf(actor), asked) : []);
      return { reply };
    },

    async edit(actor, { messageId, text }) {
      const scope = scopeOf(actor);
      const { sessionId } = requireEditable(scope, messageId);
      await stopSession(sessionId);
      const { replyId, noticed } = bus.together(actor, () => {
        const { content, sequence } = requireEditable(scope, messageId);
        if (content !== text) {
          takeBackMarks(bus, actor, scope, messageId);
          bus.perform(actor, editMessage, { messageId, content: text });
          noticeParts(bus, actor, scope, { id: messageId, content: text });
          withdrawUnmarked(bus, actor, scope, messageId);
        }
        const [answer] = scope.use(messageRepository).after(sessionId, sequence, 1);
        const again =
          answer?.role === 'assistant'
            ? bus.perform(actor, restartReply, { messageId: answer.id, provider: provider.name }).value
            : undefined;
        return { replyId: again ?? beginReply(actor, sessionId), noticed: noticedIn(scope, messageOf(actor, messageId)) };
      });
      begin(actor, sessionId, replyId, noticed);
      return { session: sessions.get(actor, sessionId), message: messageOf(actor, messageId), reply: messageOf(actor, replyId) };
    },

    async stop(actor, messageId) {
      messageOf(actor, messageId);
      const reply = running.get(messageId);
      reply?.stop.abort();
      await reply?.done;
    },

    stopSession: (_actor, sessionId) => stopSession(sessionId),

    settleUnfinished(actor) {
      const scope = scopeOf(actor);
      for (const message of scope.use(messageRepository).unfinished()) keepReply(scope, message.id, message.content, 'interrupted');
    },

    async close() {
      await stopAll([...running.values()]);
    },
  };
}
