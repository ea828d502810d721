import type { CoreEvent } from '../../../shared/contracts/events.ts';
import type { MessageId, SessionId } from '../../../shared/ids.ts';
import type { ActionBus } from '../actions/action-bus.ts';
import type { Actor } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import type { KeyedDigest } from '../memory/keyed-digest.ts';
import type { Clock } from '../ports.ts';
import { messageRepository } from '../sessions/message-repository.ts';
import { recordReached } from './guide/record-reached.ts';
import type { CompanionProvider } from './provider.ts';
import { type ReplyJob, streamReply } from './reply-stream.ts';
import { takeOver } from './with-takeover.ts';

/** Replies on their way: begun, gone on with where a line broke, and stopped. */
export type RunningReplies = {
  /** Begins after the answer to the call that posted it has left, so that a listener knows the reply before it grows. */
  begin(actor: Actor, job: ReplyJob): void;
  /** Stops one reply and resolves when what came of it is kept; at once when it is not on its way. */
  stop(messageId: MessageId): Promise<void>;
  /** Stops all of a session, or of every session. */
  stopAll(sessionId: SessionId | null): Promise<void>;
};

export function createRunningReplies(options: {
  bus: ActionBus;
  keyedDigest: KeyedDigest;
  scopeOf: (actor: Actor) => OwnerScope;
  /** Goes on where a model broke off. */
  guide: CompanionProvider;
  /** Posts an empty reply of the guide's. */
  postReply: (actor: Actor, sessionId: SessionId) => MessageId;
  clock: Clock;
  emit: (event: CoreEvent) => void;
  onFailure: (error: unknown) => void;
}): RunningReplies {
  const { bus, keyedDigest, scopeOf, guide, postReply, clock, emit, onFailure } = options;
  const running = new Map<MessageId, { sessionId: SessionId; stop: AbortController; done: Promise<void> }>();

  const run = (actor: Actor, job: ReplyJob, stop: AbortController, begins: Promise<void>): Promise<void> => {
    const { messageId, sessionId } = job;
    const scope = scopeOf(actor);
    const done = begins
      .then(() => streamReply(job, stop.signal, { scope, clock, emit, onFailure }))
      .then(() => keepReached(actor, messageId, stop.signal))
      .then(() => goOn(actor, job, stop))
      .catch(onFailure)
      .finally(() => running.delete(messageId));
    running.set(messageId, { sessionId, stop, done });
    return done;
  };

  const keepReached = (actor: Actor, messageId: MessageId, signal: AbortSignal): void => {
    const scope = scopeOf(actor);
    const state = scope.use(messageRepository).get(messageId)?.metadata.guide;
    if (state && !signal.aborted) recordReached({ bus, keyedDigest }, scope, actor, state);
  };

  /** Where the line to a model broke in the middle of its reply, the guide goes on in a message of its own: what came stays as it is. */
  const goOn = async (actor: Actor, { messageId, sessionId, request }: ReplyJob, stop: AbortController): Promise<void> => {
    const messages = scopeOf(actor).use(messageRepository);
    const reason = messages.get(messageId)?.metadata.brokeOff;
    // Whoever has written on meanwhile is answered there.
    if (reason === undefined || stop.signal.aborted || messages.last(sessionId)?.id !== messageId) return;
    const instead: CompanionProvider = { name: guide.name, reply: (asked, signal) => takeOver(reason, guide, asked, signal) };
    const next = { messageId: postReply(actor, sessionId), sessionId, provider: instead, request };
    await run(actor, next, stop, Promise.resolve());
  };

  return {
    begin: (actor, job) => void run(actor, job, new AbortController(), new Promise((resolve) => setImmediate(resolve))),
    async stop(messageId) {
      const reply = running.get(messageId);
      reply?.stop.abort();
      await reply?.done;
    },
    async stopAll(sessionId) {
      const replies = [...running.values()].filter((reply) => sessionId === null || reply.sessionId === sessionId);
      for (const reply of replies) reply.stop.abort();
      await Promise.all(replies.map((reply) => reply.done));
    },
  };
}
