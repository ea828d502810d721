import { useEffect, useState, useSyncExternalStore } from 'react';
import type { MessageId, SessionId } from '../../../shared/ids.ts';
import { useClient } from '../../client/context.tsx';
import { createConversation, type Conversation, type ConversationState } from './conversation.ts';

/** The messages of one session, opened at the end or around one message. */
export function useConversation(
  sessionId: SessionId,
  messageId: MessageId | null,
): { conversation: Conversation; state: ConversationState } {
  const client = useClient();
  const [conversation] = useState(() => createConversation(client, sessionId));
  useEffect(() => conversation.start(), [conversation]);
  useEffect(() => void conversation.open(messageId), [conversation, messageId]);
  return { conversation, state: useSyncExternalStore(conversation.subscribe, conversation.get) };
}
