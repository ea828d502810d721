import type { CoreEvent } from '../../../shared/contracts/events.ts';
import type { RouteInput } from '../../../shared/contracts/index.ts';
import type { Message } from '../../../shared/entities/session.ts';
import type { CallError } from '../../../shared/errors.ts';
import type { MessageId, SessionId } from '../../../shared/ids.ts';
import type { Client } from '../../client/client.ts';
import {
  PAGE_SIZE,
  WINDOW_MOST,
  appendPage,
  endReplies,
  furtherOf,
  growReply,
  isShifted,
  noteTool,
  prependPage,
  putMessage,
  refreshWindow,
  trimWindow,
  type Growth,
  type GrowthOutcome,
  type MessageWindow,
} from './message-window.ts';

export type ConversationState = {
  readonly window: MessageWindow | null;
  readonly error: CallError | null;
  readonly loading: 'before' | 'after' | null;
  /** Messages came or went at the start: the list holds its place from the end. */
  readonly shifted: boolean;
  /** Grows when the window is read anew somewhere else, so that nothing of its measures holds any more. */
  readonly generation: number;
};

export type Conversation = {
  get: () => ConversationState;
  subscribe: (listener: () => void) => () => void;
  /** Begins to listen; returns a function that ends it. */
  start: () => () => void;
  /** Reads the window anew, at the end or around one message. */
  open: (messageId: MessageId | null) => Promise<void>;
  loadBefore: () => Promise<void>;
  loadAfter: () => Promise<void>;
  /** Tries again what could not be read. */
  retry: () => void;
  /** Takes in messages the core has just answered. */
  take: (messages: readonly Message[]) => void;
  trim: (visible: { first: number; last: number }) => void;
};

/** How many ends of replies are remembered: a reading is on its way for no longer than a few of them. */
const ENDED_KNOWN = 4;

type Place = NonNullable<RouteInput<'messages.list'>['window']>;

/** Holds the stretch of one session's messages that is in memory and keeps it as the core has it. */
export function createConversation(client: Client, sessionId: SessionId): Conversation {
  let state: ConversationState = { window: null, error: null, loading: null, shifted: false, generation: 0 };
  let waiting: Growth[] = [];
  /** How the replies ended that ended while this was open: what was read before arrives after it now and then. */
  let ended: ReadonlyMap<MessageId, Message> = new Map();
  let refreshing = false;
  let refreshAgain = false;
  /** Something was forgotten: what is on the screen counts for nothing. */
  let anew = false;
  const listeners = new Set<() => void>();

  const set = (change: Partial<ConversationState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const setWindow = (next: MessageWindow) => {
    let window = endReplies(next, ended);
    // Words that came before their message was known here.
    waiting = waiting.filter((growth) => {
      const result = growReply(window, growth);
      if (result.outcome === 'grown') window = result.window;
      return isForLater(result.outcome);
    });
    if (window !== state.window) set({ window, shifted: isShifted(state.window, window), error: null });
  };
  const read = (window: Place, limit = PAGE_SIZE) => client.call('messages.list', { sessionId, window, limit });

  async function open(messageId: MessageId | null): Promise<void> {
    const result = await read(messageId ? { at: 'around', messageId } : { at: 'end' });
    if (!result.ok) return set({ error: result.error });
    set({ window: null, generation: state.generation + 1 });
    setWindow(result.value);
  }

  async function load(side: 'before' | 'after'): Promise<void> {
    const window = state.window;
    const edge = side === 'before' ? window?.items[0] : window?.items.at(-1);
    if (!window || !edge || state.loading || !(side === 'before' ? window.hasBefore : window.hasAfter)) return;
    const generation = state.generation;
    set({ loading: side });
    const result = await read({ at: side, sequence: edge.sequence });
    set({ loading: null, error: result.ok ? null : result.error });
    if (!state.window || state.generation !== generation || !result.ok) return;
    setWindow(side === 'before' ? prependPage(state.window, result.value) : appendPage(state.window, result.value));
  }

  /** Reads the whole window again; several wishes at once become one more reading. */
  async function refresh(): Promise<void> {
    if (!state.window) return;
    if (refreshing) {
      refreshAgain = true;
      return;
    }
    refreshing = true;
    const first = state.window.items[0];
    if (!first) await open(null);
    else {
      const generation = state.generation;
      const began = state.window.items.at(-1)?.sequence ?? 0;
      const takeAnew = anew;
      anew = false;
      const result = await read({ at: 'after', sequence: first.sequence - 1 }, WINDOW_MOST);
      if (!result.ok) anew ||= takeAnew;
      if (result.ok && state.window && state.generation === generation)
        setWindow(refreshWindow(state.window, result.value, began, takeAnew));
    }
    refreshing = false;
    if (refreshAgain) {
      refreshAgain = false;
      await refresh();
    }
  }

  function take(messages: readonly Message[]): void {
    if (!state.window) return;
    setWindow(messages.reduce((window, message) => keepLonger(window, message), state.window));
  }

  function onEvent(event: CoreEvent): void {
    if (event.type === 'data.changed' && event.entities.includes('message')) {
      anew ||= event.entities.includes('forgetting');
      void refresh();
    }
    if (event.type === 'reply.finished' && event.message.sessionId === sessionId) {
      ended = new Map([...[...ended].slice(-ENDED_KNOWN), [event.message.id, event.message]]);
      waiting = waiting.filter(({ messageId }) => messageId !== event.message.id);
      if (state.window) setWindow(putMessage(state.window, event.message));
    }
    if (event.type === 'reply.tool' && event.sessionId === sessionId && state.window) setWindow(noteTool(state.window, event));
    if (event.type === 'reply.grew' && event.sessionId === sessionId) {
      const result = state.window ? growReply(state.window, event) : { outcome: 'missing' as const };
      if (result.outcome === 'grown') setWindow(result.window);
      if (isForLater(result.outcome)) waiting = [...waiting.slice(-999), event];
      if (result.outcome === 'gap') void refresh();
    }
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      const endEvents = client.subscribe(onEvent);
      const endConnection = client.connection.subscribe(() => {
        if (client.connection.get() === 'open') void refresh();
      });
      return () => {
        endEvents();
        endConnection();
      };
    },
    open,
    loadBefore: () => load('before'),
    loadAfter: () => load('after'),
    retry() {
      set({ error: null });
      void load('before').then(() => load('after'));
    },
    take,
    trim(visible) {
      if (state.window && !state.loading) setWindow(trimWindow(state.window, visible));
    },
  };
}

/** Words of a message that is not known yet, or of one that is being made again and is not known to be. */
const isForLater = (outcome: GrowthOutcome['outcome']): boolean => outcome === 'missing' || outcome === 'finished';

/** A message the core answered, unless what is here is already further. */
function keepLonger(window: MessageWindow, message: Message): MessageWindow {
  const known = window.items.find(({ id }) => id === message.id);
  const further = known ? furtherOf(known, message) : message;
  return further === known ? window : putMessage(window, further);
}
