import { ArrowDown } from 'lucide-react';
import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useReducer, useRef, useState, type Ref } from 'react';
import { flushSync } from 'react-dom';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import type { Message } from '../../../shared/entities/session.ts';
import type { MessageId } from '../../../shared/ids.ts';
import { Button } from '../../components/button.tsx';
import { isSameDay } from '../../components/dates.ts';
import { SafetyPanel } from '../safety/safety-panel.tsx';
import { useHelpPlace } from '../safety/use-help-place.ts';
import type { Conversation } from './conversation.ts';
import { MessageRow } from './message-row.tsx';
import { MarkDescriptions } from './message-words.tsx';
import type { MessageWindow } from './message-window.ts';
import { useFound, type Found } from './use-found.ts';
import { useProposalsAhead } from './use-proposals-ahead.ts';
import { useSticking } from './use-sticking.ts';
import type { MessageActions } from './use-message-actions.tsx';
import { articleOf, useTarget, type Target } from './use-target.ts';

const TOP_SPACE = 24;
/** From this many rows before an edge the next page is asked for. */
const AHEAD = 15;

export type MessageListHandle = { stickToEnd: () => void };

export type MessageListProps = {
  ref?: Ref<MessageListHandle>;
  conversation: Conversation;
  window: MessageWindow;
  shifted: boolean;
  target: Target | null;
  /** Words that are looked for, and the place that is looked at. */
  found: Found | null;
  unfolded: ReadonlySet<MessageId>;
  onUnfold: (message: Message) => void;
  actions: MessageActions;
  /** Whether the session runs, so that its last messages can be changed. */
  running: boolean;
};

/** The messages in memory, of which only those in view are drawn. */
export function MessageList({ ref, conversation, window, shifted, target, found, unfolded, onUnfold, actions, running }: MessageListProps) {
  const { items } = window;
  const scroller = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const virtualizer = useRef<VirtualizerHandle>(null);
  const atTarget = target !== null && items.some(({ id }) => id === target.messageId);
  const latestItems = useRef(items);
  useLayoutEffect(() => {
    latestItems.current = items;
  });
  // What is asked in danger is read from its beginning: at the end of it, a low window would show the end alone.
  const readFrom = useCallback(() => {
    const newest = latestItems.current.at(-1);
    return newest?.metadata.provider === 'safety' ? articleOf(scroller.current, newest.id) : null;
  }, []);
  const { sticking, away } = useSticking(scroller, !atTarget && !window.hasAfter, readFrom);
  useProposalsAhead(items);
  const helpUnder = useHelpPlace(items);
  const [focused, setFocused] = useState<string | null>(null);

  useImperativeHandle(ref, () => ({ stickToEnd: () => void requestAnimationFrame(sticking.toEnd) }), [sticking]);

  const look = useCallback(() => {
    const list = virtualizer.current;
    if (!list) return;
    const first = list.findItemIndex(list.scrollOffset);
    const last = list.findItemIndex(list.scrollOffset + list.viewportSize);
    if (first < AHEAD) void conversation.loadBefore();
    if (last > items.length - 1 - AHEAD) void conversation.loadAfter();
    return { first, last };
  }, [conversation, items.length]);

  // When a row has another height, the rows below it and the place in the list follow before that is painted. A frame later
  // everything would jump up and back, away from under a pointer that is being pressed.
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const onResize = useCallback(() => {
    flushSync(redraw);
    sticking.hold();
  }, [sticking]);

  // The end is in view from the first frame on.
  useLayoutEffect(() => {
    if (sticking.isSticking()) scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, [sticking]);
  useTarget(target, items, { scroller, virtualizer, sticking });
  useFound(found, items, { scroller, content, virtualizer, sticking }, onUnfold);

  // After a window has grown, first ask whether more is needed, then let go of what is far away.
  useEffect(() => {
    const timer = setTimeout(() => {
      const visible = look();
      if (visible && !sticking.isSticking()) conversation.trim(visible);
      else if (visible) conversation.trim({ first: Math.min(visible.first, items.length - 1), last: items.length - 1 });
    }, 120);
    return () => clearTimeout(timer);
  }, [look, conversation, sticking, items.length]);

  // The reader stays at the words they were reading when a long message opens below them.
  const unfold = useCallback(
    (message: Message) => {
      sticking.letGo();
      const article = articleOf(scroller.current, message.id);
      const top = article?.getBoundingClientRect().top ?? 0;
      onUnfold(message);
      article?.focus({ preventScroll: true });
      const stay = (frames: number) => {
        const moved = article?.isConnected ? article.getBoundingClientRect().top - top : 0;
        if (Math.abs(moved) > 1) scroller.current?.scrollBy({ top: moved, behavior: 'instant' });
        if (frames > 0) requestAnimationFrame(() => stay(frames - 1));
      };
      requestAnimationFrame(() => stay(4));
    },
    [sticking, onUnfold],
  );
  const focusedIndex = focused === null ? -1 : items.findIndex(({ id }) => id === focused);
  const keepMounted = useMemo(() => (focusedIndex < 0 ? [] : [focusedIndex]), [focusedIndex]);
  const lastOfPerson = window.hasAfter ? -1 : items.findLastIndex(({ role }) => role === 'user');
  const isChangeable = (index: number, { role }: Message) =>
    running && !window.hasAfter && (role === 'user' ? index === lastOfPerson : index === items.length - 1);
  const unseen = useUnseen(items, away);
  const showJump = away || window.hasAfter;

  return (
    <>
      <MarkDescriptions />
      {/* The focus events tell which row has to stay drawn. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section
        ref={scroller}
        aria-label="Messages"
        // A region that scrolls has to be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onFocus={(event) => setFocused(event.target.closest('[data-row]')?.getAttribute('data-row') ?? null)}
        onBlur={() => setFocused(null)}
        className="h-full overflow-y-auto -outline-offset-2 [overflow-anchor:none]"
      >
        <div ref={content}>
          <div style={{ height: TOP_SPACE }} />
          <Virtualizer
            ref={virtualizer}
            scrollRef={scroller}
            startMargin={TOP_SPACE}
            data={items}
            shift={shifted}
            bufferSize={600}
            keepMounted={keepMounted}
            onScroll={look}
            onResize={onResize}
          >
            {(message, index) => {
              const previous = items[index - 1];
              return (
                // While the list scrolls, as it does with each line of a reply, its rows would take no press without this class.
                <div key={message.id} data-row={message.id} className="pointer-events-auto">
                  <MessageRow
                    message={message}
                    startsDay={previous ? !isSameDay(previous.createdAt, message.createdAt) : !window.hasBefore}
                    unfolded={unfolded.has(message.id)}
                    onUnfold={unfold}
                    actions={actions}
                    changeable={isChangeable(index, message)}
                    quotes={target?.messageId === message.id ? target.quotes : null}
                  />
                  {message.id === helpUnder && <SafetyPanel />}
                </div>
              );
            }}
          </Virtualizer>
        </div>
      </section>
      {showJump && (
        <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
          <Button
            size="small"
            className="pointer-events-auto shadow-raised"
            icon={<ArrowDown aria-hidden className="size-4" />}
            onClick={() => (window.hasAfter ? void conversation.open(null) : sticking.toEnd())}
          >
            {unseen > 0 ? `Jump to latest, ${unseen} new` : 'Jump to latest'}
          </Button>
        </div>
      )}
    </>
  );
}

/** How many messages came at the end since the reader went away from it. */
function useUnseen(items: readonly Message[], away: boolean): number {
  const last = items.at(-1)?.sequence ?? 0;
  const [left, setLeft] = useState<number | null>(null);
  if (away && left === null) setLeft(last);
  if (!away && left !== null) setLeft(null);
  return left === null ? 0 : items.filter(({ sequence }) => sequence > left).length;
}
