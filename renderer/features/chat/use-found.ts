import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import type { Message } from '../../../shared/entities/session.ts';
import type { MessageId } from '../../../shared/ids.ts';
import { placesOf } from '../../../shared/find-words.ts';
import type { Sticking } from './use-sticking.ts';
import { articleOf } from './use-target.ts';

/** Words that are looked for, and the place among them that is looked at: the `nth` one, from 0, of a message. */
export type Found = { words: string; messageId: MessageId; nth: number };

/** Paint over what is drawn, which changes nothing of it. Here and not with the other styles, whose builder does not know this selector yet. */
const paintStyles = new CSSStyleSheet();
paintStyles.replaceSync(`
  ::highlight(found) { background-color: var(--color-found); }
  ::highlight(found-now) { background-color: var(--color-pine); color: var(--color-on-pine); }
`);
document.adoptedStyleSheets.push(paintStyles);

const STEPS = 8;
const STEP_MS = 50;

/** Where words stand in what is drawn of a message. */
function rangesIn(article: Element, words: string): Range[] {
  const pieces: { node: Text; start: number }[] = [];
  let text = '';
  for (const root of article.querySelectorAll('[data-words]')) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text)) continue;
      pieces.push({ node, start: text.length });
      text += node.data;
    }
    // Two blocks are never one word.
    text += '\n';
  }
  const boundary = (offset: number) => {
    const piece = pieces.findLast(({ start }) => start <= offset);
    return piece && { node: piece.node, offset: Math.min(offset - piece.start, piece.node.data.length) };
  };
  return placesOf(text, words).flatMap(({ start, end }) => {
    const [from, last] = [boundary(start), boundary(end - 1)];
    if (!from || !last) return [];
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(last.node, Math.min(last.offset + 1, last.node.data.length));
    return [range];
  });
}

const nthOf = (ranges: readonly Range[], nth: number): Range | undefined => ranges[Math.min(nth, ranges.length - 1)];

/** Paints the words that are looked for over the messages that are drawn, and brings the one looked at to the middle. The focus stays where it is. */
export function useFound(
  found: Found | null,
  items: readonly Message[],
  list: {
    scroller: RefObject<HTMLElement | null>;
    content: RefObject<HTMLElement | null>;
    virtualizer: RefObject<VirtualizerHandle | null>;
    sticking: Sticking;
  },
  onUnfold: (message: Message) => void,
): void {
  const { scroller, content, virtualizer, sticking } = list;
  const latest = useRef({ items, onUnfold });
  useLayoutEffect(() => {
    latest.current = { items, onUnfold };
  });

  useEffect(() => {
    if (!found) return;
    let frame = 0;
    const paint = () => {
      const ranges: Range[] = [];
      let now: Range | undefined;
      for (const article of content.current?.querySelectorAll('[data-message-id]') ?? []) {
        const own = rangesIn(article, found.words);
        ranges.push(...own);
        if (article.getAttribute('data-message-id') === found.messageId) now = nthOf(own, found.nth);
      }
      CSS.highlights.set('found', new Highlight(...ranges.filter((range) => range !== now)));
      CSS.highlights.set('found-now', new Highlight(...(now ? [now] : [])));
    };
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(paint);
    });
    if (content.current) observer.observe(content.current, { childList: true, subtree: true, characterData: true });
    paint();
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      CSS.highlights.delete('found');
      CSS.highlights.delete('found-now');
    };
  }, [found, content]);

  useEffect(() => {
    if (!found) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const step = (left: number) => {
      const index = latest.current.items.findIndex(({ id }) => id === found.messageId);
      const message = latest.current.items[index];
      if (!message) return;
      sticking.letGo();
      if (left === STEPS) latest.current.onUnfold(message);
      const article = articleOf(scroller.current, found.messageId);
      const place = article && nthOf(rangesIn(article, found.words), found.nth)?.getBoundingClientRect();
      const view = scroller.current?.getBoundingClientRect();
      if (place && view) {
        const off = place.top + place.height / 2 - (view.top + view.height / 2);
        if (Math.abs(off) > view.height / 4) scroller.current?.scrollBy({ top: off, behavior: 'instant' });
      } else virtualizer.current?.scrollToIndex(index, { align: 'center' });
      if (left > 0) timer = setTimeout(() => step(left - 1), STEP_MS);
    };
    step(STEPS);
    return () => clearTimeout(timer);
  }, [found, scroller, virtualizer, sticking]);
}
