import { MessageCirclePlus } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { Link, useSearchParams } from 'wouter';
import { BeliefId, MessageId, PartId, SessionId } from '../../../shared/ids.ts';
import { goTo } from '../../app/hash-location.ts';
import { places } from '../../app/places.ts';
import { errorOf, useCall, useOptionalCall } from '../../client/queries.ts';
import { Button, buttonClasses } from '../../components/button.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { ErrorState } from '../../components/states.tsx';
import { ChatHeader, HeaderStatus } from './chat-header.tsx';
import { ConversationView, type ConversationHandle } from './conversation-view.tsx';
import { SessionMenu } from './session-menu.tsx';
import { wordsBehind } from '../memory/words-behind.ts';
import { flagWords, sessionName, sessionSummary } from './session-words.ts';
import { useNewSession } from './use-session-ending.ts';

/** One session of the list, to be read again; perhaps opened at a message whose words show a part. */
export function SessionPage({ address }: { address: string }) {
  const parsed = SessionId.safeParse(address);
  return parsed.success ? (
    <ReadSession sessionId={parsed.data} />
  ) : (
    <ErrorState title="There is no such session" error={{ code: 'NOT_FOUND', message: 'It may have been deleted.', id: 'page' }} />
  );
}

function ReadSession({ sessionId }: { sessionId: SessionId }) {
  const [search] = useSearchParams();
  const messageId = MessageId.safeParse(search.get('message')).data ?? null;
  const partId = PartId.safeParse(search.get('part')).data ?? null;
  const conversation = useRef<ConversationHandle>(null);
  const session = useCall('sessions.get', { sessionId });
  const beliefId = BeliefId.safeParse(search.get('belief')).data ?? null;
  const ofPart = useQuotes(partId, messageId);
  const ofBelief = useReasonWords(beliefId, messageId);
  const quotes = beliefId ? ofBelief : ofPart;
  const startNewSession = useNewSession();
  const target = useMemo(() => (messageId ? { messageId, quotes } : null), [messageId, quotes]);
  const error = errorOf(session.error);

  if (error) return <ErrorState title="This session can’t be shown right now" error={error} onRetry={() => void session.refetch()} />;
  if (!session.data) {
    return (
      <div className="reading-column px-6 py-8">
        <Skeleton rows={3} className="h-20" />
      </div>
    );
  }
  const ended = session.data.status === 'ended';
  return (
    <div className="flex h-full flex-col">
      <ChatHeader
        title={sessionName(session.data)}
        sessionId={sessionId}
        status={<HeaderStatus>{[sessionSummary(session.data), ...flagWords(session.data)].join(' · ')}</HeaderStatus>}
      >
        <SessionMenu session={session.data} onFind={() => conversation.current?.find()} onForgotten={() => goTo(places.sessions)} />
      </ChatHeader>
      <ConversationView key={sessionId} ref={conversation} sessionId={sessionId} target={target} running={!ended} />
      <footer className="shrink-0 border-t border-line py-3">
        <div className="reading-column flex flex-wrap items-center justify-between gap-3 px-6 text-sm text-muted">
          {ended ? 'This session has ended. It can be read, and stays as it is.' : 'This session is still running.'}
          {ended ? (
            <Button size="small" icon={<MessageCirclePlus aria-hidden className="size-4" />} onClick={() => void startNewSession()}>
              Start a new session
            </Button>
          ) : (
            <Link href={places.chat} className={buttonClasses('primary', 'small')}>
              Go on writing
            </Link>
          )}
        </div>
      </footer>
    </div>
  );
}

const none: readonly string[] = [];

/** The words of a part's evidence in one message. */
function useQuotes(partId: PartId | null, messageId: MessageId | null): readonly string[] {
  const part = useOptionalCall('parts.get', partId && { partId });
  const evidence = part.data?.recentEvidence;
  return useMemo(() => evidence?.filter((item) => item.messageId === messageId).map(({ quote }) => quote) ?? none, [evidence, messageId]);
}

/** The words of a message that are the reason for something remembered. */
function useReasonWords(beliefId: BeliefId | null, messageId: MessageId | null): readonly string[] {
  const why = useOptionalCall('memory.why', beliefId && { path: beliefId });
  return useMemo(() => {
    const reason = why.data?.reasons.find((one) => one.messageId === messageId);
    return why.data && reason?.words ? wordsBehind(why.data.belief, reason.words.replace(/…$/u, '')) : none;
  }, [why.data, messageId]);
}
