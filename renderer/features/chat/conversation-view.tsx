import { useCallback, useEffect, useImperativeHandle, useRef, useState, type ReactNode, type Ref } from 'react';
import type { GuideState, Message } from '../../../shared/entities/session.ts';
import type { MessageId, SessionId } from '../../../shared/ids.ts';
import { useShortcut } from '../../app/shortcuts.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { Skeleton, useDelayed } from '../../components/skeleton.tsx';
import { ErrorState } from '../../components/states.tsx';
import type { ConversationState } from './conversation.ts';
import { FindBar } from './find-bar.tsx';
import { MessageList, type MessageListHandle } from './message-list.tsx';
import { streamingReply } from './message-window.ts';
import { useMessageActions } from './use-message-actions.tsx';
import { useConversation } from './use-conversation.ts';
import type { Found } from './use-found.ts';
import type { Target } from './use-target.ts';
import { useReplyAnnouncements } from './use-reply-announcements.ts';

export type ConversationHandle = {
  /** Takes in what was just said and answered, and goes to the end. */
  take: (messages: readonly Message[]) => void;
  /** Opens the bar that finds words in this session. */
  find: () => void;
};

export type ConversationViewProps = {
  ref?: Ref<ConversationHandle>;
  sessionId: SessionId;
  /** Opens the session at this message and points out words in it. */
  target?: Target | null;
  /** Whether the session runs, so that its last messages can be changed. */
  running: boolean;
  /** Shown as long as nothing is written in the session. */
  invitation?: ReactNode;
  /** Told which reply is being written, when it begins and when it ends. */
  onStreaming?: (reply: MessageId | null) => void;
  /** Told where the Guide stands whenever a reply of its has moved it. */
  onGuide?: (guide: GuideState | null) => void;
};

/** One session's messages. Give it the session's id as its key. */
export function ConversationView({ ref, sessionId, target = null, running, invitation, onStreaming, onGuide }: ConversationViewProps) {
  const { conversation, state } = useConversation(sessionId, target?.messageId ?? null);
  const list = useRef<MessageListHandle>(null);
  const toEnd = useCallback(() => list.current?.stickToEnd(), []);
  const { actions, question } = useMessageActions(conversation, toEnd);
  const [unfolded, setUnfolded] = useState<ReadonlySet<MessageId>>(new Set());
  const [finding, setFinding] = useState(false);
  const [found, setFound] = useState<Found | null>(null);
  useShortcut('f', () => setFinding(true));
  const onLook = useCallback(
    (next: Found | null) => {
      setFound(next);
      if (next && !conversation.get().window?.items.some(({ id }) => id === next.messageId)) void conversation.open(next.messageId);
    },
    [conversation],
  );
  const stopFinding = () => {
    setFinding(false);
    setFound(null);
  };
  const latest = state.window?.items.at(-1) ?? null;
  const announcements = useReplyAnnouncements(latest);

  const unfold = useCallback(({ id }: Message) => setUnfolded((current) => new Set(current).add(id)), []);

  const streaming = streamingReply(state.window)?.id ?? null;
  const reportStreaming = useRef(onStreaming);
  useEffect(() => {
    reportStreaming.current = onStreaming;
  });
  useEffect(() => {
    reportStreaming.current?.(streaming);
  }, [streaming]);
  useEffect(() => () => reportStreaming.current?.(null), []);

  const guide = state.window?.items.findLast(({ metadata }) => metadata.guide)?.metadata.guide ?? null;
  const reportGuide = useRef(onGuide);
  useEffect(() => {
    reportGuide.current = onGuide;
  });
  useEffect(() => {
    reportGuide.current?.(guide);
  }, [guide]);
  useEffect(() => () => reportGuide.current?.(null), []);

  useImperativeHandle(
    ref,
    () => ({
      take(messages) {
        if (conversation.get().window?.hasAfter) void conversation.open(null);
        else conversation.take(messages);
        list.current?.stickToEnd();
      },
      find: () => setFinding(true),
    }),
    [conversation],
  );

  return (
    <div className="relative min-h-0 flex-1">
      {state.window === null ? (
        <div className="reading-column px-6 py-8">
          {state.error ? (
            <ErrorState error={state.error} onRetry={() => void conversation.open(target?.messageId ?? null)} />
          ) : (
            <Skeleton rows={3} className="h-20" />
          )}
        </div>
      ) : state.window.items.length === 0 && invitation ? (
        invitation
      ) : (
        <MessageList
          key={state.generation}
          ref={list}
          conversation={conversation}
          window={state.window}
          shifted={state.shifted}
          target={target}
          found={found}
          unfolded={unfolded}
          onUnfold={unfold}
          actions={actions}
          running={running}
        />
      )}
      {state.window !== null && <EdgeState state={state} onRetry={conversation.retry} />}
      {finding && <FindBar sessionId={sessionId} onLook={onLook} onClose={stopFinding} />}
      {question}
      <div aria-live="polite" className="sr-only">
        {announcements.map(({ key, words }) => (
          <p key={key}>{words}</p>
        ))}
      </div>
    </div>
  );
}

/** What is shown above the messages while more of them are on their way, or can't be read. */
function EdgeState({ state, onRetry }: { state: ConversationState; onRetry: () => void }) {
  const slow = useDelayed(state.loading !== null);
  if (!state.error && !slow) return null;
  return (
    <div className="reading-column pointer-events-none absolute inset-x-0 top-2 px-6">
      {state.error ? (
        <div className="pointer-events-auto">
          <Notice tone="caution">
            <span className="flex flex-wrap items-center justify-between gap-2">
              More of this session can’t be read right now.
              <Button size="small" onClick={onRetry}>
                Try again
              </Button>
            </span>
          </Notice>
        </div>
      ) : (
        <p role="status" className="mx-auto w-fit rounded-full border border-line bg-surface px-3 py-1 text-xs text-muted">
          Reading more
        </p>
      )}
    </div>
  );
}
