import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import { createContext, use, useRef, type ReactNode } from 'react';
import { IconButton } from './button.tsx';
import { joinClasses } from './join-classes.ts';

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  /** Keeps title and description for screen readers only. */
  titleHidden?: boolean;
  /** Near the top instead of the middle, without padding: for the palette. */
  placement?: 'middle' | 'top';
  children: ReactNode;
};

/** Whether this is drawn inside of a window already: one that opens from there shades it too, and not the page alone. */
const AboveAnother = createContext(false);

/** A window above the page. Esc and a press outside close it; focus goes back to where it was, or to the page when that is gone. */
export function Dialog({ open, onOpenChange, title, description, titleHidden = false, placement = 'middle', children }: DialogProps) {
  const hidden = titleHidden && 'sr-only';
  const isAboveAnother = use(AboveAnother);
  const opener = useRef<Element | null>(null);
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className={joinClasses('fixed inset-0 bg-shade', isAboveAnother ? 'z-50' : 'z-40')} />
        <Primitive.Content
          onOpenAutoFocus={() => {
            opener.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            // Radix knows the way back only to a trigger of its own. Where the page has taken the focus already, it stays there.
            event.preventDefault();
            if (document.activeElement !== document.body) return;
            const before = opener.current;
            if (before instanceof HTMLElement && before.isConnected) before.focus();
            else document.getElementById('main')?.focus({ preventScroll: true });
          }}
          {...(description === undefined && { 'aria-describedby': undefined })}
          className={joinClasses(
            'fixed left-1/2 z-50 flex max-h-[85vh] w-[min(34rem,calc(100vw-2rem))] -translate-x-1/2 flex-col overflow-auto *:shrink-0 rounded-lg border border-line bg-surface shadow-raised animate-appear',
            placement === 'middle' ? 'top-1/2 -translate-y-1/2 gap-4 p-6' : 'top-[12vh]',
          )}
        >
          <Primitive.Title className={joinClasses('pr-10 text-lg font-semibold', hidden)}>{title}</Primitive.Title>
          {description !== undefined && (
            <Primitive.Description className={joinClasses('text-base text-muted', hidden)}>{description}</Primitive.Description>
          )}
          <AboveAnother value>{children}</AboveAnother>
          {!titleHidden && (
            <Primitive.Close asChild>
              <IconButton label="Close" icon={<X aria-hidden className="size-4.5" />} className="absolute top-4 right-4" />
            </Primitive.Close>
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
