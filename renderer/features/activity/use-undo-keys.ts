import { useEffect, useRef } from 'react';

const textInputs = new Set(['text', 'search', 'password', 'email', 'url', 'tel', 'number']);

/** Whether a key pressed here is about text being typed, which has an undo of its own. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && textInputs.has(target.type)) ||
  (target instanceof HTMLElement && target.isContentEditable);

/** Ctrl or Cmd+Z and Ctrl or Cmd+Shift+Z, outside of text fields, windows above the page and the veil. One at a time. */
export function useUndoKeys(runs: { undo: () => Promise<void>; redo: () => Promise<void> }): void {
  const latest = useRef(runs);
  const running = useRef(false);
  useEffect(() => {
    latest.current = runs;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = event.ctrlKey !== event.metaKey;
      if (!command || event.altKey || event.isComposing || event.key.toLowerCase() !== 'z' || event.defaultPrevented) return;
      if (isTyping(event.target) || document.documentElement.hasAttribute('data-veiled') || document.querySelector('[role="dialog"]'))
        return;
      event.preventDefault();
      if (event.repeat || running.current) return;
      running.current = true;
      void latest.current[event.shiftKey ? 'redo' : 'undo']().finally(() => {
        running.current = false;
      });
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
