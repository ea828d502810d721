import type { SafetyState } from '../../../shared/entities/safety.ts';
import type { Message } from '../../../shared/entities/session.ts';
import type { MessageId } from '../../../shared/ids.ts';

/**
 * The reply under which help stands in a conversation: the newest one that followed a message which raised an open flag, or in which the machine
 * itself asked. Null when nothing of this conversation is open.
 */
export function helpPlace(
  messages: readonly Pick<Message, 'id' | 'role' | 'sessionId' | 'metadata'>[],
  { open }: SafetyState,
): MessageId | null {
  const raisedBy = new Set(open.map(({ messageId }) => messageId));
  const sessions = new Set(open.map(({ sessionId }) => sessionId));
  const place = messages.findLast(({ role, sessionId, metadata }, at) => {
    if (role !== 'assistant' || !sessions.has(sessionId)) return false;
    const previous = messages[at - 1];
    return metadata.provider === 'safety' || (previous !== undefined && raisedBy.has(previous.id));
  });
  return place?.id ?? null;
}
