import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Message } from '../../../shared/entities/session.ts';
import type { CallError } from '../../../shared/errors.ts';
import { useClient } from '../../client/context.tsx';
import { ConfirmDeletion } from '../../components/confirm-deletion.tsx';
import { useToast } from '../../components/toast.tsx';
import type { Conversation } from './conversation.ts';

/** What the messages of a conversation can be asked to do. */
export type MessageActions = {
  /** Answers what went wrong, if something did. */
  edit: (message: Message, text: string) => Promise<CallError | null>;
  again: (message: Message) => void;
  askToDelete: (message: Message) => void;
};

/** The actions, and the question before a message is deleted. */
export function useMessageActions(
  conversation: Conversation,
  /** Told when a reply begins anew at the end. */
  onAnswering: () => void,
): { actions: MessageActions; question: ReactNode } {
  const client = useClient();
  const toast = useToast();
  const [going, setGoing] = useState<Message | null>(null);

  const actions = useMemo<MessageActions>(
    () => ({
      async edit(message, text) {
        const result = await client.call('companion.edit', { messageId: message.id, text });
        if (!result.ok) return result.error;
        conversation.take([result.value.message, result.value.reply]);
        onAnswering();
        return null;
      },
      again: (message) =>
        void client.call('companion.regenerate', { messageId: message.id }).then((result) => {
          if (result.ok) {
            conversation.take([result.value.reply]);
            onAnswering();
          } else toast({ words: result.error.message });
        }),
      askToDelete: setGoing,
    }),
    [client, conversation, toast, onAnswering],
  );
  const close = useCallback(() => setGoing(null), []);
  const question = going && (
    <ConfirmDeletion
      title="Delete this message for good?"
      words={
        going.role === 'user'
          ? 'Its words go everywhere, with the reply that says them back. This can’t be undone.'
          : 'Its words go everywhere. This can’t be undone.'
      }
      verb="Delete for good"
      readPreview={() => client.call('messages.deletionPreview', { messageId: going.id })}
      onDelete={async () => {
        const result = await client.call('messages.delete', { messageId: going.id });
        return result.ok ? null : result.error;
      }}
      onClose={close}
    />
  );
  return { actions, question };
}
