import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CallError } from '../../shared/errors.ts';
import { Button } from './button.tsx';

/** What a page shows while there is nothing on it. */
export function EmptyState({ picture, title, children }: { picture?: ReactNode; title: string; children?: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-3 px-4 py-16 text-center">
      {picture && (
        <div aria-hidden className="text-pine">
          {picture}
        </div>
      )}
      <h2 className="text-lg font-semibold">{title}</h2>
      <div className="flex flex-col items-center gap-4 text-muted">{children}</div>
    </div>
  );
}

/** What happened, what to do, and a way to try again. */
export function ErrorState({
  error,
  title = 'This can’t be shown right now',
  onRetry,
}: {
  error: CallError;
  title?: string;
  onRetry?: () => void;
}) {
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center gap-3 px-4 py-16 text-center">
      <h2 className="text-lg font-semibold">{title}</h2>
      <p className="text-muted">{error.message}</p>
      {onRetry && (
        <Button icon={<RotateCcw aria-hidden className="size-4" />} onClick={onRetry}>
          Try again
        </Button>
      )}
      {error.id !== 'page' && <p className="text-xs text-muted">Reference {error.id}</p>}
    </div>
  );
}
