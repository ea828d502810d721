import { useCallback, useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { PartId } from '../../../shared/ids.ts';
import { completeMention, mentionAt, mentionsFor, type Mentionable, type MentionBegun } from './mentions.ts';

/** How many names are offered at once. */
const MOST = 6;

export type Mentions = {
  /** The names on offer; empty while none is being typed. */
  offered: readonly Mentionable<PartId>[];
  active: number;
  listId: string;
  optionId: (index: number) => string;
  /** Looks at the text around the cursor; call it after every change and move. */
  look: () => void;
  /** Takes the keys that belong to the list; answers whether it did. */
  onKeyDown: (event: KeyboardEvent) => boolean;
  choose: (index: number) => void;
  close: () => void;
};

/** Completes names of parts after an `@`, anywhere in a field: arrow keys choose, Enter and Tab take, Escape closes. */
export function useMentions(
  field: RefObject<HTMLTextAreaElement | null>,
  parts: readonly Mentionable<PartId>[],
  onChange: (text: string) => void,
): Mentions {
  const listId = useId();
  const [begun, setBegun] = useState<MentionBegun | null>(null);
  const [active, setActive] = useState(0);
  const offered = begun ? mentionsFor(parts, begun.typed, MOST) : [];
  const optionId = (index: number) => `${listId}-${index}`;
  const close = useCallback(() => setBegun(null), []);

  const look = useCallback(() => {
    const element = field.current;
    const next = element && element.selectionStart === element.selectionEnd ? mentionAt(element.value, element.selectionStart) : null;
    setBegun((current) => (current?.at === next?.at && current?.typed === next?.typed ? current : next));
    setActive((current) => (next === null ? 0 : current));
  }, [field]);

  const choose = (index: number) => {
    const element = field.current;
    const part = offered[index];
    if (!element || !begun || !part) return;
    const done = completeMention(element.value, element.selectionStart, begun, part.name);
    // The field holds the name before the next key comes, so that no letter lands where the cursor was.
    flushSync(() => {
      onChange(done.text);
      close();
    });
    element.focus({ preventScroll: true });
    element.setSelectionRange(done.cursor, done.cursor);
  };

  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (offered.length === 0 || event.nativeEvent.isComposing) return false;
    const at = Math.min(active, offered.length - 1);
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        setActive((at + (event.key === 'ArrowDown' ? 1 : -1) + offered.length) % offered.length);
        break;
      case 'Enter':
      case 'Tab':
        if (event.shiftKey) return false;
        choose(at);
        break;
      case 'Escape':
        close();
        break;
      default:
        return false;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  return { offered, active: Math.min(active, Math.max(0, offered.length - 1)), listId, optionId, look, onKeyDown, choose, close };
}
