import { HardDrive, MessageCirclePlus, Square } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { Tooltip } from '../../components/tooltip.tsx';

/** The line above a conversation: what it is, where its words go, and what can be done with it. */
export function ChatHeader({ title, status, children }: { title: string; status?: ReactNode; children?: ReactNode }) {
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-6 py-3">
      <div className="flex min-w-0 flex-1 basis-48 flex-col">
        <h1 dir="auto" className="truncate text-base font-semibold" title={title}>
          {title}
        </h1>
        {status && <p className="text-xs text-muted">{status}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Tooltip
          side="bottom"
          words="What you write stays on this computer, and the companion’s replies are made here. Nothing is sent anywhere."
        >
          <button type="button" className="rounded-full">
            <Badge tone="pine" icon={<HardDrive aria-hidden className="size-3.5" />}>
              On this computer
            </Badge>
          </button>
        </Tooltip>
        {children}
      </div>
    </header>
  );
}

/** What can be done with a running session. */
export function RunningSessionActions({ busy, onEnd, onNew }: { busy: boolean; onEnd: () => void; onNew: () => void }) {
  return (
    <>
      <Button size="small" disabled={busy} icon={<Square aria-hidden className="size-3.5" />} onClick={onEnd}>
        End session
      </Button>
      <Button size="small" look="quiet" disabled={busy} icon={<MessageCirclePlus aria-hidden className="size-4" />} onClick={onNew}>
        New session
      </Button>
    </>
  );
}
