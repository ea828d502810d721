import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { shortcutWords, useShortcut } from './shortcuts.ts';

type Veil = { drawn: boolean; draw: () => void };

const VeilContext = createContext<Veil>({ drawn: false, draw: () => undefined });

/** Draws the veil: everything is blurred at once and can't be reached until it is lifted. */
export const useVeil = () => use(VeilContext);

/** Holds the veil above every page, dialog and message. */
export function VeilProvider({ children }: { children: ReactNode }) {
  const [drawn, setDrawn] = useState(false);
  const draw = useCallback(() => setDrawn(true), []);
  useShortcut('h', () => setDrawn((current) => !current), true);
  const veil = useMemo(() => ({ drawn, draw }), [drawn, draw]);
  return (
    <VeilContext value={veil}>
      {children}
      {drawn && createPortal(<Cover onLift={() => setDrawn(false)} />, document.body)}
    </VeilContext>
  );
}

function Cover({ onLift }: { onLift: () => void }) {
  const lift = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const others = [...document.body.children].filter(
      (child): child is HTMLElement => child instanceof HTMLElement && !('veil' in child.dataset),
    );
    const hidden = others.filter((child) => !child.inert);
    for (const child of hidden) child.inert = true;
    document.documentElement.dataset['veiled'] = '';
    lift.current?.focus();
    return () => {
      for (const child of hidden) child.inert = false;
      delete document.documentElement.dataset['veiled'];
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);

  // While the veil is drawn no key reaches what lies under it.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopImmediatePropagation();
        onLift();
      }
    };
    addEventListener('keydown', onKeyDown, { capture: true });
    return () => removeEventListener('keydown', onKeyDown, { capture: true });
  }, [onLift]);

  return (
    <div
      data-veil
      role="dialog"
      aria-modal
      aria-label="Veiled"
      className="pointer-events-auto fixed inset-0 z-100 flex items-center justify-center bg-paper/60"
    >
      <button
        ref={lift}
        type="button"
        onClick={onLift}
        className="rounded-md border border-edge bg-surface px-6 py-4 text-base font-medium shadow-raised hover:bg-hover"
      >
        Lift the veil
        <span className="block text-sm font-normal text-muted">Esc or {shortcutWords('h', true)}</span>
      </button>
    </div>
  );
}
