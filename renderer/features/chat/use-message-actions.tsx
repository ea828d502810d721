import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Message } from '../../../shared/entities/session.ts';
import type { CallError } from '../../../shared/errors.ts';
import { useClient } from '../../client/context.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useToast } from '../../components/toast.tsx';
import { ForgetMessage } from '../forgetting/forget-message.tsx';
import type { Stretch } from '../forgetting/sentences-in.ts';
import { AddEvidence } from '../parts/add-evidence.tsx';
import type { Conversation } from './conversation.ts';

/** What the messages of a conversation can be asked to do. */
export type MessageActions = {
  /** Answers what went wrong, if something did. */
  edit: (message: Message, text: string) => Promise<CallError | null>;
  again: (message: Message) => void;
  /** Asks what of a message is to go; `selected` is what is selected in it. */
  askToForget: (message: Message, selected: Stretch | null) => void;
  /** Asks for which part the selected words speak. */
  askWhoSpeaks: (message: Message, selected: Stretch) => void;
};

/** The actions, and the questions that some of them put first. */
export function useMessageActions(
  conversation: Conversation,
  /** Told when a reply begins anew at the end. */
  onAnswering: () => void,
): { actions: MessageActions; question: ReactNode } {
  const client = useClient();
  const toast = useToast();
  const [going, setGoing] = useState<{ message: Message; selected: Stretch | null } | null>(null);
  const [speaking, setSpeaking] = useState<{ message: Message; selected: Stretch } | null>(null);

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
      askToForget: (message, selected) => setGoing({ message, selected }),
      askWhoSpeaks: (message, selected) => setSpeaking({ message, selected }),
    }),
    [client, conversation, toast, onAnswering],
  );
  const close = useCallback(() => setGoing(null), []);
  const question = going ? (
    <ForgetMessage message={going.message} selected={going.selected} onClose={close} />
  ) : (
    speaking && <WhoSpeaks {...speaking} onClose={() => setSpeaking(null)} />
  );
  return { actions, question };
}

function WhoSpeaks({ message, selected, onClose }: { message: Message; selected: Stretch; onClose: () => void }) {
  const said = { messageId: message.id, quote: message.content.slice(selected.start, selected.end) };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="For which part do these words speak?">
      <AddEvidence partId={null} said={said} onDone={onClose} />
    </Dialog>
  );
}
