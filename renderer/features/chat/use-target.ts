import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import type { Message } from '../../../shared/entities/session.ts';
import type { MessageId } from '../../../shared/ids.ts';
import type { Sticking } from './use-sticking.ts';

export type Target = { messageId: MessageId; quotes: readonly string[] };

/** The element of a message in a list of messages, if it is drawn. */
export const articleOf = (list: HTMLElement | null, messageId: MessageId): HTMLElement | null =>
  list?.querySelector<HTMLElement>(`[data-message-id="${CSS.escape(messageId)}"]`) ?? null;

/** Rows find their sizes only once they are drawn, so the way to a message takes a few steps. */
const STEPS = 8;
const STEP_MS = 50;

/** Brings the message a session was opened at, or the words looked for in it, to the middle, and the focus to it. */
export function useTarget(
  target: Target | null,
  items: readonly Message[],
  list: { scroller: RefObject<HTMLElement | null>; virtualizer: RefObject<VirtualizerHandle | null>; sticking: Sticking },
): void {
  const { scroller, virtualizer, sticking } = list;
  const latestItems = useRef(items);
  useLayoutEffect(() => {
    latestItems.current = items;
  });
  // The words to point out may come later than the message; the target is then another object.
  useEffect(() => {
    if (!target) return;
    const { messageId } = target;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const step = (left: number) => {
      const index = latestItems.current.findIndex(({ id }) => id === messageId);
      if (index < 0) return;
      sticking.letGo();
      const article = articleOf(scroller.current, messageId);
      if (article) {
        article.focus({ preventScroll: true });
        (article.querySelector('[data-found]') ?? article).scrollIntoView({ block: 'center' });
      } else virtualizer.current?.scrollToIndex(index, { align: 'center' });
      if (left > 0) timer = setTimeout(() => step(left - 1), STEP_MS);
    };
    step(STEPS);
    return () => clearTimeout(timer);
  }, [target, scroller, virtualizer, sticking]);
}
