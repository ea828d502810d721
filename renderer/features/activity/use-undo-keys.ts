import { useEffect, useRef } from 'react';

const textInputs = new Set(['text', 'search', 'password', 'email', 'url', 'tel', 'number']);

/** Whether a key pressed here is about text being typed, which has an undo of its own. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && textInputs.has(target.type)) ||
  (target instanceof HTMLElement && target.isContentEditable);

/** Whether the whole page is covered: by the veil, or by a window that asks something. */
const isCovered = (): boolean => document.documentElement.hasAttribute('data-veiled') || document.querySelector('[role="dialog"]') !== null;

/**
 * Ctrl or Cmd+Z and Ctrl or Cmd+Shift+Z, outside of text fields, windows above the page and the veil.
 * Each press counts: what is pressed while the one before is still being done waits for it, and is left when that one asks something.
 */
export function useUndoKeys(runs: { undo: () => Promise<void>; redo: () => Promise<void> }): void {
  const latest = useRef(runs);
  const before = useRef(Promise.resolve());
  useEffect(() => {
    latest.current = runs;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = event.ctrlKey !== event.metaKey;
      if (!command || event.altKey || event.isComposing || event.key.toLowerCase() !== 'z' || event.defaultPrevented) return;
      if (isTyping(event.target) || isCovered()) return;
      event.preventDefault();
      if (event.repeat) return;
      const way = event.shiftKey ? 'redo' : 'undo';
      const run = () => (isCovered() ? undefined : latest.current[way]());
      before.current = before.current.then(run, run);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
