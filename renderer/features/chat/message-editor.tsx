import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { MESSAGE_MAX, type Message } from '../../../shared/entities/session.ts';
import type { CallError } from '../../../shared/errors.ts';
import { createKept } from '../../client/kept.tsx';
import { Button } from '../../components/button.tsx';
import { inputClasses } from '../../components/field.tsx';
import { joinClasses } from '../../components/join-classes.ts';

/** What a message is being changed to, kept while one looks elsewhere. */
const useEdited = createKept<string | null>(null);

export type MessageEditorProps = {
  message: Message;
  /** Answers what went wrong, if something did. */
  onSend: (text: string) => Promise<CallError | null>;
  onClose: () => void;
};

/** Changes the person's words in their place. Enter sends, Shift and Enter begin a new line, Esc leaves and keeps what was typed. */
export function MessageEditor({ message, onSend, onClose }: MessageEditorProps) {
  const edited = useEdited(message.id);
  const text = edited.value ?? message.content;
  const field = useRef<HTMLTextAreaElement>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);
  const tooLong = text.length > MESSAGE_MAX;
  const cannot = text.trim() === '' || tooLong;

  useEffect(() => {
    const element = field.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);

  const send = async () => {
    if (cannot || busy) return;
    setBusy(true);
    const failure = await onSend(text);
    setBusy(false);
    setError(failure);
    if (failure) return;
    edited.set(null);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  };
  return (
    <div className="flex flex-col gap-2">
      <textarea
        ref={field}
        aria-label="Edit your message"
        rows={2}
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => edited.set(event.target.value)}
        onKeyDown={onKeyDown}
        className={joinClasses(inputClasses, 'words field-sizing-content max-h-[40vh] resize-none py-2.5')}
      />
      {(error ?? tooLong) && (
        <p role="alert" className="text-sm text-alert">
          {tooLong ? 'This is longer than one message can be.' : error?.message}
        </p>
      )}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-sm text-muted">The earlier words and the reply to them are kept as versions.</p>
        <div className="flex gap-2">
          <Button
            size="small"
            onClick={() => {
              edited.set(null);
              onClose();
            }}
          >
            Cancel
          </Button>
          <Button size="small" look="primary" disabled={cannot} busy={busy} onClick={() => void send()}>
            Send again
          </Button>
        </div>
      </div>
    </div>
  );
}
