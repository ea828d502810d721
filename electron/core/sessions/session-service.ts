import type { ParsedInput, RouteOutput } from '../../../shared/contracts/index.ts';
import type { Message, Session, SessionMode } from '../../../shared/entities/session.ts';
import type { PartId, SessionId } from '../../../shared/ids.ts';
import type { ActionBus } from '../actions/action-bus.ts';
import type { Actor } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { Failure, notFound } from '../failure.ts';
import type { Clock } from '../ports.ts';
import { matchesIn, queryOf } from './find-words.ts';
import { messageRepository } from './message-repository.ts';
import { endSession, renameSession, setSessionMode, setSessionRemembered, startSession } from './session-actions.ts';
import { sessionRepository } from './session-repository.ts';

/** Messages that are searched for the places of words before it is asked for more of them. */
const FOUND_AT_ONCE = 200;

export type SessionService = {
  list(actor: Actor, input: ParsedInput<'sessions.list'>): RouteOutput<'sessions.list'>;
  get(actor: Actor, sessionId: SessionId): Session;
  active(actor: Actor): Session | null;
  end(actor: Actor, sessionId: SessionId): Session;
  rename(actor: Actor, input: ParsedInput<'sessions.rename'>): Session;
  setRemembered(actor: Actor, input: ParsedInput<'sessions.setRemembered'>): Session;
  find(actor: Actor, input: ParsedInput<'messages.find'>): RouteOutput<'messages.find'>;
  messages(actor: Actor, input: ParsedInput<'messages.list'>): RouteOutput<'messages.list'>;
  /** When the active session becomes, or became, idle; null when none is active. */
  idleAt(actor: Actor, idleMinutes: number): number | null;
  /** Ends the active session if it has been idle for long enough, as of the moment it was. Answers whether it did. */
  endIdle(actor: Actor, idleMinutes: number): boolean;
  /** The active session, unless it has been idle for so long that the next message begins a new one. */
  goingOn(actor: Actor, idleMinutes: number): Session | undefined;
  /**
   * The session a message goes into: the one named, else the active one, else a new one.
   * A running session that has been idle longer than the setting allows is ended first, and a new one begun.
   */
  forNewMessage(actor: Actor, sessionId: SessionId | undefined, idleMinutes: number): SessionId;
  /**
   * Says what a session is for. Without a part it stays with the one it is with, as long as the mode stays.
   * Answers whether that is news. @throws Failure CONFLICT when it has ended; NOT_FOUND; INVALID_INPUT when the mode needs a part.
   */
  setMode(actor: Actor, sessionId: SessionId, mode: SessionMode, partId: PartId | null | undefined): boolean;
};

export function createSessionService(options: { bus: ActionBus; scopeOf: (actor: Actor) => OwnerScope; clock: Clock }): SessionService {
  const { bus, clock } = options;
  const sessionsOf = (actor: Actor) => options.scopeOf(actor).use(sessionRepository);
  const messagesOf = (actor: Actor) => options.scopeOf(actor).use(messageRepository);

  const get = (actor: Actor, sessionId: SessionId): Session => {
    const session = sessionsOf(actor).get(sessionId);
    if (!session) throw notFound('This session');
    return session;
  };

  const idleFrom = ({ lastMessageAt, startedAt }: Session, idleMinutes: number): number =>
    (lastMessageAt ?? startedAt) + idleMinutes * 60_000;

  /** On behalf of the person, as of the moment it became idle. */
  const endIfIdle = (actor: Actor, session: Session, idleMinutes: number): boolean => {
    const endedAt = idleFrom(session, idleMinutes);
    if (clock.now() < endedAt) return false;
    bus.perform({ kind: 'scheduler', userId: actor.userId }, endSession, { sessionId: session.id, endedAt });
    return true;
  };

  return {
    list: (actor, page) => sessionsOf(actor).list(page),
    get,
    active: (actor) => sessionsOf(actor).active() ?? null,

    end(actor, sessionId) {
      bus.perform(actor, endSession, { sessionId, endedAt: clock.now() });
      return get(actor, sessionId);
    },

    rename(actor, input) {
      if (get(actor, input.sessionId).title !== input.title) bus.perform(actor, renameSession, input);
      return get(actor, input.sessionId);
    },

    setRemembered(actor, input) {
      if (get(actor, input.sessionId).remembered !== input.remembered) bus.perform(actor, setSessionRemembered, input);
      return get(actor, input.sessionId);
    },

    find(actor, { sessionId, words, limit }) {
      get(actor, sessionId);
      const query = queryOf(words);
      if (query === null) return { matches: [], more: false };
      // One match more than asked for tells whether there are more.
      const matches: RouteOutput<'messages.find'>['matches'] = [];
      for (let page = pageAfter(0); page.length > 0 && matches.length <= limit; page = pageAfter(page.at(-1)?.sequence ?? 0))
        matches.push(...page.flatMap((message) => matchesIn(message, words)));
      function pageAfter(sequence: number): Message[] {
        return messagesOf(actor).matching(sessionId, query ?? '', sequence, FOUND_AT_ONCE);
      }
      return { matches: matches.slice(0, limit), more: matches.length > limit };
    },

    messages(actor, { sessionId, window, limit }) {
      get(actor, sessionId);
      const repository = messagesOf(actor);
      const newest = Number.MAX_SAFE_INTEGER;
      // One row more than asked for tells whether there is more, without counting.
      const backwards = (sequence: number, count: number) => cutStart(repository.before(sessionId, sequence, count + 1), count);
      const forwards = (sequence: number, count: number) => cutEnd(repository.after(sessionId, sequence, count + 1), count);

      switch (window.at) {
        case 'end': {
          const { items, more } = backwards(newest, limit);
          return { items, hasBefore: more, hasAfter: false };
        }
        case 'before': {
          const { items, more } = backwards(window.sequence, limit);
          return { items, hasBefore: more, hasAfter: repository.after(sessionId, window.sequence - 1, 1).length > 0 };
        }
        case 'after': {
          const { items, more } = forwards(window.sequence, limit);
          return { items, hasBefore: repository.before(sessionId, window.sequence + 1, 1).length > 0, hasAfter: more };
        }
        case 'around': {
          const message = repository.get(window.messageId);
          if (!message || message.sessionId !== sessionId) throw notFound('This message');
          const earlier = backwards(message.sequence, Math.floor((limit - 1) / 2));
          const later = forwards(message.sequence, limit - 1 - earlier.items.length);
          return { items: [...earlier.items, message, ...later.items], hasBefore: earlier.more, hasAfter: later.more };
        }
      }
    },

    idleAt(actor, idleMinutes) {
      const session = sessionsOf(actor).active();
      return session ? idleFrom(session, idleMinutes) : null;
    },

    endIdle(actor, idleMinutes) {
      const session = sessionsOf(actor).active();
      return session !== undefined && endIfIdle(actor, session, idleMinutes);
    },

    goingOn(actor, idleMinutes) {
      const session = sessionsOf(actor).active();
      return session && clock.now() < idleFrom(session, idleMinutes) ? session : undefined;
    },

    forNewMessage(actor, sessionId, idleMinutes) {
      const session = sessionId === undefined ? sessionsOf(actor).active() : get(actor, sessionId);
      // An ended one is answered too: posting into it is what is refused.
      if (session && (session.status === 'ended' || !endIfIdle(actor, session, idleMinutes))) return session.id;
      return bus.perform(actor, startSession, {}).value;
    },

    setMode(actor, sessionId, mode, partId) {
      const session = get(actor, sessionId);
      if (session.status === 'ended') throw new Failure('CONFLICT', 'This session has ended. A new message begins a new session.');
      const kept = session.mode === mode ? session.partId : null;
      const withPart = mode === 'write' ? null : partId === undefined ? kept : partId;
      if (session.mode === mode && session.partId === withPart) return false;
      bus.perform(actor, setSessionMode, { sessionId, mode, partId: withPart });
      return true;
    },
  };
}

const cutStart = <Item>(items: Item[], count: number) => ({
  items: items.length > count ? items.slice(items.length - count) : items,
  more: items.length > count,
});
const cutEnd = <Item>(items: Item[], count: number) => ({ items: items.slice(0, count), more: items.length > count });
