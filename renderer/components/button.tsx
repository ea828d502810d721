import { LoaderCircle } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';
type Size = 'medium' | 'small';

const looks: Record<Look, string> = {
  primary: 'bg-pine text-on-pine border-transparent hover:bg-pine-deep',
  secondary: 'bg-surface text-ink border-edge hover:bg-hover',
  quiet: 'bg-transparent text-ink border-transparent hover:bg-hover',
  danger: 'bg-surface text-alert border-alert hover:bg-alert-soft',
};

const sizes: Record<Size, string> = {
  medium: 'min-h-10 px-4 text-base',
  small: 'min-h-8 px-3 text-sm',
};

/** The classes of a button, for links that look like one. */
export const buttonClasses = (look: Look = 'secondary', size: Size = 'medium') =>
  joinClasses(
    'inline-flex items-center justify-center gap-2 rounded-md border font-medium whitespace-nowrap transition-colors',
    'disabled:opacity-55 disabled:pointer-events-none aria-disabled:opacity-70',
    looks[look],
    sizes[size],
  );

export type ButtonProps = ComponentProps<'button'> & {
  look?: Look;
  size?: Size;
  icon?: ReactNode;
  /** Shows that the press is being worked on, and takes no further one. */
  busy?: boolean;
};

/** A button. Its words are a verb. */
export function Button({ look = 'secondary', size = 'medium', icon, busy = false, children, className, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
      className={joinClasses(buttonClasses(look, size), className)}
    >
      {busy ? <Working /> : icon}
      {children}
    </button>
  );
}

/** Turns a box around the sign and not the sign itself: browsers do that without asking the page for every frame. */
function Working() {
  return (
    <span aria-hidden className="inline-flex animate-turn">
      <LoaderCircle className="size-4" />
    </span>
  );
}

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & { label: string; icon: ReactNode; size?: Size };

/** A button with a picture only; its label is read out and shown as a hint by a Tooltip around it. */
export function IconButton({ label, icon, size = 'medium', className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      {...rest}
      className={joinClasses(
        'inline-flex shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-ink disabled:pointer-events-none disabled:opacity-40',
        size === 'medium' ? 'size-9' : 'size-7',
        className,
      )}
    >
      {icon}
    </button>
  );
}
