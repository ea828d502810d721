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
import { postMessage } from '../sessions/session-actions.ts';
import type { SessionService } from '../sessions/session-service.ts';
import { exilesRest } from '../safety/exiles-rest.ts';
import { safetyRepository } from '../safety/safety-repository.ts';
import type { SafetyService } from '../safety/safety-service.ts';
import { askGently } from '../safety/safety-words.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import { type DetectSafety, type Heeded, heedSafety } from './heed-safety.ts';
import { noticeParts } from './notice-parts.ts';
import type { CompanionProvider, Noticed } from './provider.ts';
import { createPartMemory } from './remember-parts.ts';
import { keepReply, streamReply } from './reply-stream.ts';
import { SAFETY_PROVIDER, crisisWords, sayingOnly, startingWith } from './safety-reply.ts';

/** How many of a session's newest messages a companion is given. */
const TURNS_GIVEN = 60;

export type CompanionService = {
  say(actor: Actor, input: ParsedInput<'companion.say'>): RouteOutput<'companion.say'>;
  stop(actor: Actor, messageId: MessageId): Promise<void>;
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
  safety: SafetyService;
  detectSafety: DetectSafety;
  provider: CompanionProvider;
  clock: Clock;
  emit: (event: CoreEvent) => void;
  onFailure: (error: unknown) => void;
};

export function createCompanionService(options: CompanionOptions): CompanionService {
  const { bus, scopeOf, sessions, settings, safety, detectSafety, provider, clock, emit, onFailure } = options;
  const knownTo = createPartMemory();
  const running = new Map<MessageId, { stop: AbortController; done: Promise<void> }>();

  const messageOf = (actor: Actor, id: MessageId): Message => {
    const message = scopeOf(actor).use(messageRepository).get(id);
    if (!message) throw notFound('This message');
    return message;
  };

  /** Who answers. A crisis is answered by the machine itself, whatever companion was chosen; a new concern is met with one gentle sentence first. */
  const answering = (actor: Actor, { label, isNews }: Heeded): CompanionProvider => {
    const scope = scopeOf(actor);
    if (label === 'crisis') return sayingOnly(crisisWords(scope.use(messageRepository).repliesBy(SAFETY_PROVIDER)));
    if (label === 'concern' && isNews) return startingWith(askGently('concern', scope.use(safetyRepository).flagsEver()), provider);
    return provider;
  };

  const begin = (actor: Actor, sessionId: SessionId, replyId: MessageId, companion: CompanionProvider, noticed: Noticed[]): void => {
    const scope = scopeOf(actor);
    const { sequence } = messageOf(actor, replyId);
    const turns = scope
      .use(messageRepository)
      .before(sessionId, sequence, TURNS_GIVEN)
      .map(({ role, content }) => ({ role, content }));
    const stop = new AbortController();
    const job = { messageId: replyId, sessionId, provider: companion, request: { turns, noticed, safetyOpen: safety.safetyOpen(actor) } };
    // Begins after the answer to `say` has left, so that a listener knows the reply before it grows.
    const done = new Promise<void>((resolve) => setImmediate(resolve))
      .then(() => streamReply(job, stop.signal, { scope, clock, emit, onFailure }))
      .finally(() => running.delete(replyId));
    running.set(replyId, { stop, done });
  };

  return {
    say(actor, { text, sessionId: wanted }) {
      const scope = scopeOf(actor);
      // Before anything else, and whoever answers.
      const { label } = detectSafety(text);
      const { idleMinutes } = settings.get(actor);
      // One transaction: the message, what was found in it and the reply that is about to come, or none of them.
      const { sessionId, messageId, replyId, companion, noticed } = bus.together(actor, () => {
        const session = sessions.forNewMessage(actor, wanted, idleMinutes);
        const message = bus.perform(actor, postMessage, {
          sessionId: session,
          role: 'user',
          content: text,
          metadata: { delivery: 'complete' },
        }).value;
        const answers = answering(actor, heedSafety(bus, actor, scope, { id: message, sessionId: session, label }));
        const found = noticeParts({ bus, knownTo }, actor, scope, { id: message, content: text, exilesRest: exilesRest(scope) });
        const reply = bus.perform(companionOf(actor.userId), postMessage, {
          sessionId: session,
          role: 'assistant',
          content: '',
          metadata: { delivery: 'streaming', provider: answers.name },
        }).value;
        return { sessionId: session, messageId: message, replyId: reply, companion: answers, noticed: found };
      });
      begin(actor, sessionId, replyId, companion, noticed);
      return { session: sessions.get(actor, sessionId), message: messageOf(actor, messageId), reply: messageOf(actor, replyId) };
    },

    async stop(actor, messageId) {
      messageOf(actor, messageId);
      const reply = running.get(messageId);
      reply?.stop.abort();
      await reply?.done;
    },

    settleUnfinished(actor) {
      const scope = scopeOf(actor);
      for (const message of scope.use(messageRepository).unfinished()) keepReply(scope, message.id, message.content, 'interrupted');
    },

    async close() {
      const replies = [...running.values()];
      for (const reply of replies) reply.stop.abort();
      await Promise.all(replies.map((reply) => reply.done));
    },
  };
}
