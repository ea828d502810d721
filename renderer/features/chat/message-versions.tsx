import { ChevronLeft, ChevronRight } from 'lucide-react';
import { IconButton } from '../../components/button.tsx';
import { momentWords } from '../../components/dates.ts';

export type MessageVersionsProps = {
  /** How many there are, the one in force included. */
  count: number;
  /** Which one is shown, from 0. */
  shown: number;
  writtenAt: number;
  onShow: (version: number) => void;
};

/** Leafs through what a message said before. Earlier versions can be read, not brought back. */
export function MessageVersions({ count, shown, writtenAt, onShow }: MessageVersionsProps) {
  const isNewest = shown === count - 1;
  return (
    <div role="group" aria-label="Versions" className="-ml-1.5 flex flex-wrap items-center text-sm text-muted">
      <IconButton
        label="Earlier version"
        disabled={shown === 0}
        size="small"
        icon={<ChevronLeft aria-hidden className="size-4" />}
        onClick={() => onShow(shown - 1)}
      />
      <span aria-live="polite" className="tabular-nums">
        {shown + 1} of {count}
      </span>
      <IconButton
        label="Later version"
        disabled={isNewest}
        size="small"
        icon={<ChevronRight aria-hidden className="size-4" />}
        onClick={() => onShow(shown + 1)}
      />
      {!isNewest && <span className="ml-1">An earlier version, from {momentWords(writtenAt)}</span>}
    </div>
  );
}
