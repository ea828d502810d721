import { MessageCirclePlus, Square } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import type { SessionId } from '../../../shared/ids.ts';
import { Tooltip } from '../../components/tooltip.tsx';
import { ProviderBadge } from './provider-badge.tsx';

/** Below 768 pixels only the pictures of the line stay, so that the words below it keep their room. */
const wordClasses = 'max-md:sr-only';

/** One line under the title. */
export function HeaderStatus({ children }: { children: ReactNode }) {
  return <p className="truncate text-xs text-muted">{children}</p>;
}

/** The line above a conversation: what it is, where its words go, and what can be done with it. */
export function ChatHeader({
  title,
  status,
  sessionId,
  isPrivate = false,
  children,
}: {
  title: string;
  status?: ReactNode;
  /** The session whose words these are, when it is not the one that goes on. */
  sessionId?: SessionId;
  /** A session that is begun next will be private. */
  isPrivate?: boolean;
  children?: ReactNode;
}) {
  return (
    <header className="flex shrink-0 items-center gap-x-4 border-b border-line px-6 py-3 max-md:py-2">
      <div className="flex min-w-0 flex-1 flex-col">
        <h1 dir="auto" className="truncate text-base font-semibold" title={title}>
          {title}
        </h1>
        {status}
      </div>
      <div className="flex shrink-0 items-center gap-2">
        <ProviderBadge wordClasses={wordClasses} sessionId={sessionId} isPrivate={isPrivate} />
        {children}
      </div>
    </header>
  );
}

/** What can be done with a running session. */
export function RunningSessionActions({ busy, onEnd, onNew }: { busy: boolean; onEnd: () => void; onNew: () => void }) {
  return (
    <>
      <Tooltip side="bottom" words="End this session. It stays in the list and can be read.">
        <Button size="small" disabled={busy} icon={<Square aria-hidden className="size-3.5" />} onClick={onEnd}>
          <span className={wordClasses}>End session</span>
        </Button>
      </Tooltip>
      <Tooltip side="bottom" words="End this session and begin a new one.">
        <Button size="small" look="quiet" disabled={busy} icon={<MessageCirclePlus aria-hidden className="size-4" />} onClick={onNew}>
          <span className="max-lg:sr-only">New session</span>
        </Button>
      </Tooltip>
    </>
  );
}
