import { useCallback, useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import type { Message } from '../../../shared/entities/session.ts';
import type { MessageId, SessionId } from '../../../shared/ids.ts';
import { Skeleton } from '../../components/skeleton.tsx';
import { ErrorState } from '../../components/states.tsx';
import { MessageList, type MessageListHandle } from './message-list.tsx';
import { streamingReply } from './message-window.ts';
import { useConversation } from './use-conversation.ts';
import type { Target } from './use-target.ts';
import { useReplyAnnouncements } from './use-reply-announcements.ts';

export type ConversationHandle = {
  /** Takes in what was just said and answered, and goes to the end. */
  take: (messages: readonly Message[]) => void;
};

export type ConversationViewProps = {
  ref?: Ref<ConversationHandle>;
  sessionId: SessionId;
  /** Opens the session at this message and points out words in it. */
  target?: Target | null;
  onStreaming?: (reply: Message | null) => void;
};

/** One session's messages. Give it the session's id as its key. */
export function ConversationView({ ref, sessionId, target = null, onStreaming }: ConversationViewProps) {
  const { conversation, state } = useConversation(sessionId, target?.messageId ?? null);
  const list = useRef<MessageListHandle>(null);
  const [unfolded, setUnfolded] = useState<ReadonlySet<MessageId>>(new Set());
  const latest = state.window?.items.at(-1) ?? null;
  const announcements = useReplyAnnouncements(latest);

  const unfold = useCallback(({ id }: Message) => setUnfolded((current) => new Set(current).add(id)), []);

  const streaming = streamingReply(state.window);
  const streamingId = streaming?.id ?? null;
  const reportStreaming = useRef(onStreaming);
  useEffect(() => {
    reportStreaming.current = onStreaming;
  });
  useEffect(() => {
    reportStreaming.current?.(streaming);
    // Only a beginning and an end are told, not every word.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [streamingId]);
  useEffect(() => () => reportStreaming.current?.(null), []);

  useImperativeHandle(
    ref,
    () => ({
      take(messages) {
        if (conversation.get().window?.hasAfter) void conversation.open(null);
        else conversation.take(messages);
        list.current?.stickToEnd();
      },
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
      ) : (
        <MessageList
          key={state.generation}
          ref={list}
          conversation={conversation}
          window={state.window}
          shifted={state.shifted}
          target={target}
          unfolded={unfolded}
          onUnfold={unfold}
        />
      )}
      <div aria-live="polite" className="sr-only">
        {announcements.map(({ key, words }) => (
          <p key={key}>{words}</p>
        ))}
      </div>
    </div>
  );
}
