import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { GuideMove } from '../../../shared/entities/guide.ts';
import type { GuideState, Message, Session, SessionMode } from '../../../shared/entities/session.ts';
import type { MessageId, PartId } from '../../../shared/ids.ts';
import { useAction, useClient } from '../../client/context.tsx';
import { callKey, errorOf, useCall } from '../../client/queries.ts';
import { TrailMark } from '../../components/page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { EmptyState, ErrorState } from '../../components/states.tsx';
import { useClearToasts, useToast } from '../../components/toast.tsx';
import { MemoryChip } from '../memory/memory-chip.tsx';
import { BeginningChoices } from './beginning-choices.tsx';
import { ChatHeader, HeaderStatus, RunningSessionActions } from './chat-header.tsx';
import { Composer, type LineBy } from './composer.tsx';
import { ConversationView, type ConversationHandle } from './conversation-view.tsx';
import { ModeBar } from './mode-bar.tsx';
import { SessionMenu } from './session-menu.tsx';
import { flagWords, startedWords } from './session-words.ts';
import { keptFrom, useBeginning, usualBeginning } from './use-beginning.ts';
import { useDraftKeeping } from './use-draft-keeping.ts';
import { useModeChoice } from './use-mode-choice.ts';
import { missingPart } from './waiting-words.ts';
import { useSessionEnding } from './use-session-ending.ts';

/** The running session, or the place where the next one begins. */
export function ChatPage() {
  const client = useClient();
  const queryClient = useQueryClient();
  const active = useCall('sessions.active', {});
  const say = useAction('companion.say');
  const setMode = useAction('sessions.setMode');
  const move = useAction('companion.move');
  const end = useSessionEnding();
  const toast = useToast();
  const clearToasts = useClearToasts();
  const beginning = useBeginning();
  const parts = useCall('map.get', {}).data?.parts ?? [];
  const [ending, setEnding] = useState(false);
  const [streaming, setStreaming] = useState<MessageId | null>(null);
  const [guide, setGuide] = useState<GuideState | null>(null);
  const conversation = useRef<ConversationHandle>(null);
  const [composerTurn, setComposerTurn] = useState(0);

  const session = active.data ?? null;
  const error = errorOf(active.error);
  useDraftKeeping(active.isSuccess ? (session?.id ?? null) : undefined);

  // A session that is shown as private stays so, also when it has been idle for so long that the next words begin another.
  const kept = session ?? beginning.value;

  /** Shows at once what the core answered: the session as it is now, and what was just said in it. */
  const take = (now: Session, messages: readonly Message[]) => {
    queryClient.setQueryData(callKey('sessions.active', {}), now);
    beginning.set(usualBeginning);
    if (now.id === session?.id) conversation.current?.take(messages);
  };
  const onSend = async (text: string, speaker: LineBy) => {
    const result = await say.run({ text, ...(speaker && { speaker }), ...keptFrom(kept) });
    if (!result.ok) return false;
    const { session: now, message, reply } = result.value;
    // Nothing lies over what is asked in danger.
    if (reply.metadata.provider === 'safety') clearToasts();
    take(now, [message, reply]);
    return true;
  };
  const onMode = async (mode: SessionMode, partId: PartId | null) => {
    const result = await setMode.run({ mode, partId, ...keptFrom(kept) });
    if (!result.ok) return toast({ words: result.error.message });
    const { session: now, reply } = result.value;
    take(now, reply ? [reply] : []);
  };
  const choice = useModeChoice(session, (mode, partId) => void onMode(mode, partId));
  const onMove = async (wanted: GuideMove) => {
    const result = await move.run({ move: wanted });
    if (!result.ok) return toast({ words: result.error.message });
    take(result.value.session, [result.value.reply]);
  };
  const onStop = async (messageId: MessageId) => {
    const result = await client.call('companion.stop', { messageId });
    if (!result.ok) toast({ words: result.error.message });
  };
  const onEnd = async () => {
    if (!session) return;
    setEnding(true);
    await end(session);
    setEnding(false);
    // The field takes the focus again, ready for what comes next.
    setComposerTurn((turn) => turn + 1);
  };

  return (
    <div className="flex h-full flex-col">
      <ChatHeader
        title={session?.title ?? 'Chat'}
        isPrivate={session === null && kept.private}
        status={
          <MemoryChip>
            <HeaderStatus>
              {session ? [startedWords(session), ...flagWords(session)].join(' · ') : active.isSuccess ? 'No session is running' : ' '}
            </HeaderStatus>
          </MemoryChip>
        }
      >
        {session && (
          <>
            <RunningSessionActions busy={ending} onEnd={() => void onEnd()} onNew={() => void onEnd()} />
            <SessionMenu
              session={session}
              onFind={() => conversation.current?.find()}
              onForgotten={() => queryClient.setQueryData(callKey('sessions.active', {}), null)}
            />
          </>
        )}
      </ChatHeader>
      {error ? (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <ErrorState error={error} onRetry={() => void active.refetch()} />
        </div>
      ) : active.isPending ? (
        <div className="reading-column min-h-0 flex-1 px-6 py-8">
          <Skeleton rows={3} className="h-20" />
        </div>
      ) : session ? (
        <ConversationView
          key={session.id}
          ref={conversation}
          sessionId={session.id}
          running
          invitation={<Invitation />}
          onStreaming={setStreaming}
          onGuide={setGuide}
        />
      ) : (
        <div className="min-h-0 flex-1">
          <Invitation />
        </div>
      )}
      <Composer
        key={composerTurn}
        mode={choice.mode}
        onSend={onSend}
        sending={say.running}
        missing={missingPart(choice.mode, choice.partId, parts.length)}
        error={say.error}
        onStop={streaming ? () => void onStop(streaming) : null}
      >
        <ModeBar
          choice={choice}
          guide={guide}
          busy={move.running || setMode.running || streaming !== null}
          onMove={(wanted) => void onMove(wanted)}
        >
          {active.isSuccess && !session && <BeginningChoices />}
        </ModeBar>
      </Composer>
    </div>
  );
}

/** Stands where the words will be, until there are some. */
function Invitation() {
  return (
    <div className="flex h-full flex-col justify-center overflow-y-auto">
      <EmptyState picture={<TrailMark />} title="What is here today?">
        <p>A feeling, a moment that stayed with you, a voice you noticed. You can begin anywhere, in your own words.</p>
      </EmptyState>
    </div>
  );
}
