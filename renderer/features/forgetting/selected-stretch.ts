import { useSyncExternalStore } from 'react';
import type { MessageId } from '../../../shared/ids.ts';
import type { Stretch } from './sentences-in.ts';

const subscribe = (listener: () => void): (() => void) => {
  document.addEventListener('selectionchange', listener);
  return () => document.removeEventListener('selectionchange', listener);
};

/** The stretch of a message's own words that is selected on the screen, or null: every block of them says where it begins (`data-start`). */
export function useSelectedStretch(messageId: MessageId, enabled: boolean): Stretch | null {
  const told = useSyncExternalStore(subscribe, () => (enabled ? selectedIn(messageId) : ''));
  if (told === '') return null;
  const [start = 0, end = 0] = told.split(' ').map(Number);
  return { start, end };
}

/** As text, so that the same selection is the same value. */
function selectedIn(messageId: MessageId): string {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return '';
  const range = selection.getRangeAt(0);
  const start = placeOf(messageId, range.startContainer, range.startOffset);
  const end = placeOf(messageId, range.endContainer, range.endOffset);
  if (start === null || end === null) return '';
  const words = range.toString();
  const from = start + (words.length - words.trimStart().length);
  const to = end - (words.length - words.trimEnd().length);
  return to > from ? `${from} ${to}` : '';
}

function placeOf(messageId: MessageId, node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest<HTMLElement>('[data-words][data-start]');
  if (!block || block.closest(`[data-message-id="${CSS.escape(messageId)}"]`) === null) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  return Math.min(Number(block.dataset.start) + before.toString().length, Number(block.dataset.end));
}
