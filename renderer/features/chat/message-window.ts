import type { Message, ToolUse } from '../../../shared/entities/session.ts';
import type { MessageId } from '../../../shared/ids.ts';

/** How many messages are asked for at a time, and how many are kept at most. */
export const PAGE_SIZE = 50;
export const WINDOW_MOST = 200;

/** The stretch of a session's messages that is in memory, oldest first. */
export type MessageWindow = { readonly items: readonly Message[]; readonly hasBefore: boolean; readonly hasAfter: boolean };

const sameMessage = (one: Message, other: Message) =>
  one.content === other.content && JSON.stringify(one.metadata) === JSON.stringify(other.metadata);

/** A message that was edited or made again has more versions, and was written later. */
const isEarlier = (one: Message, other: Message): boolean => {
  const [before, after] = [one.metadata.versions?.length ?? 0, other.metadata.versions?.length ?? 0];
  return before === after ? one.createdAt < other.createdAt : before < after;
};

/** A message as the core has just answered it, unless what is known is further: words that came by themselves, or a later version. */
export function furtherOf(known: Message, answered: Message): Message {
  if (isEarlier(answered, known)) return known;
  if (isEarlier(known, answered)) return answered;
  return known.metadata.delivery !== 'streaming' || known.content.length > answered.content.length ? known : answered;
}

/** Keeps what is already drawn where nothing changed, and never takes back words of a reply that is still being written. */
function reconcile(known: Message, read: Message): Message {
  if (isEarlier(read, known)) return known;
  const behind =
    !isEarlier(known, read) &&
    known.metadata.delivery === 'streaming' &&
    read.metadata.delivery === 'streaming' &&
    known.content.length > read.content.length;
  return behind || sameMessage(known, read) ? known : read;
}

/** Adds an older page in front. */
export function prependPage(window: MessageWindow, page: MessageWindow): MessageWindow {
  const first = window.items[0]?.sequence ?? Infinity;
  return {
    items: [...page.items.filter(({ sequence }) => sequence < first), ...window.items],
    hasBefore: page.hasBefore,
    hasAfter: window.hasAfter,
  };
}

/** Adds a newer page at the end. */
export function appendPage(window: MessageWindow, page: MessageWindow): MessageWindow {
  const last = window.items.at(-1)?.sequence ?? 0;
  return {
    items: [...window.items, ...page.items.filter(({ sequence }) => sequence > last)],
    hasBefore: window.hasBefore,
    hasAfter: page.hasAfter,
  };
}

/**
 * Takes over a fresh reading that starts at the window's first message. Deleted messages go; new ones come only when the window reached the end.
 * @param anew takes messages as they were read, whatever is known of them: a message that lost words has fewer versions than before.
 * @param began the newest sequence number that was known when the reading began: what is newer was added meanwhile.
 */
export function refreshWindow(window: MessageWindow, page: MessageWindow, began: number, anew = false): MessageWindow {
  const known = new Map(window.items.map((message) => [message.id, message]));
  const last = window.items.at(-1)?.sequence ?? 0;
  const read = page.items
    .filter(({ sequence }) => !window.hasAfter || sequence <= last)
    .map((message) => {
      const before = known.get(message.id);
      if (!before) return message;
      if (anew) return sameMessage(before, message) ? before : message;
      return reconcile(before, message);
    });
  // What was added while the page was being read is newer than the page.
  const lastRead = Math.max(began, page.items.at(-1)?.sequence ?? 0);
  const added = page.hasAfter || window.hasAfter ? [] : window.items.filter(({ sequence }) => sequence > lastRead);
  const items = [...read, ...added];
  const unchanged = items.length === window.items.length && items.every((message, index) => message === window.items[index]);
  const hasAfter = window.hasAfter || page.hasAfter;
  return unchanged && hasAfter === window.hasAfter ? window : { items, hasBefore: window.hasBefore, hasAfter };
}

/** Puts a message in its place: over its earlier state, or at the end when the window reaches it. */
export function putMessage(window: MessageWindow, message: Message): MessageWindow {
  const index = window.items.findLastIndex(({ id }) => id === message.id);
  if (index >= 0) {
    const items = window.items.with(index, message);
    return { ...window, items };
  }
  const last = window.items.at(-1)?.sequence ?? 0;
  if (window.hasAfter || message.sequence <= last) return window;
  return { ...window, items: [...window.items, message] };
}

export type Growth = { readonly messageId: MessageId; readonly from: number; readonly text: string };
export type GrowthOutcome =
  { outcome: 'grown'; window: MessageWindow } | { outcome: 'gap' } | { outcome: 'missing' } | { outcome: 'finished' };

/** Ends the replies that are known to have ended, where a reading from before shows them as being written. */
export function endReplies(window: MessageWindow, ended: ReadonlyMap<MessageId, Message>): MessageWindow {
  const items = window.items.map((message) => {
    const end = message.metadata.delivery === 'streaming' ? ended.get(message.id) : undefined;
    return end ? furtherOf(end, message) : message;
  });
  return items.every((message, index) => message === window.items[index]) ? window : { ...window, items };
}

/** Continues a reply at an offset. A gap means that something was missed and has to be read again. */
export function growReply(window: MessageWindow, { messageId, from, text }: Growth): GrowthOutcome {
  const index = window.items.findLastIndex(({ id }) => id === messageId);
  const message = window.items[index];
  if (!message) return { outcome: 'missing' };
  if (message.metadata.delivery !== 'streaming') return { outcome: 'finished' };
  if (from > message.content.length) return { outcome: 'gap' };
  if (from + text.length <= message.content.length) return { outcome: 'grown', window };
  const grown = { ...message, content: message.content.slice(0, from) + text };
  return { outcome: 'grown', window: { ...window, items: window.items.with(index, grown) } };
}

/** Notes what the companion did while it answers. What is known already, from a reading in between, stays as it is. */
export function noteTool(window: MessageWindow, { messageId, at, use }: { messageId: MessageId; at: number; use: ToolUse }): MessageWindow {
  const index = window.items.findLastIndex(({ id }) => id === messageId);
  const message = window.items[index];
  const tools = message?.metadata.tools ?? [];
  if (!message || message.metadata.delivery !== 'streaming' || tools.length !== at) return window;
  const noted = { ...message, metadata: { ...message.metadata, tools: [...tools, use] } };
  return { ...window, items: window.items.with(index, noted) };
}

/** Drops the far side of a window that has become too long, never anything near what is being looked at. */
export function trimWindow(window: MessageWindow, visible: { first: number; last: number }, margin = 70): MessageWindow {
  const excess = window.items.length - WINDOW_MOST;
  if (excess <= 0) return window;
  const after = window.items.length - 1 - visible.last;
  if (after >= visible.first) {
    const dropped = Math.min(excess, Math.max(0, after - margin));
    return dropped === 0 ? window : { ...window, items: window.items.slice(0, -dropped), hasAfter: true };
  }
  const dropped = Math.min(excess, Math.max(0, visible.first - margin));
  return dropped === 0 ? window : { ...window, items: window.items.slice(dropped), hasBefore: true };
}

/** Whether a change added or removed messages at the start, so that the list has to hold its place from the end. */
export function isShifted(before: MessageWindow | null, after: MessageWindow): boolean {
  const oldFirst = before?.items[0];
  const newFirst = after.items[0];
  return oldFirst !== undefined && newFirst !== undefined && oldFirst.id !== newFirst.id;
}

/** The reply that is being written, if one is. */
export const streamingReply = (window: MessageWindow | null): Message | null =>
  window?.items.findLast(({ role, metadata }) => role === 'assistant' && metadata.delivery === 'streaming') ?? null;
