import { ArrowUp, Square } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { MESSAGE_MAX } from '../../../shared/entities/session.ts';
import type { CallError } from '../../../shared/errors.ts';
import { Button } from '../../components/button.tsx';
import { inputClasses } from '../../components/field.tsx';
import { joinClasses } from '../../components/join-classes.ts';
import { useChatDraft } from './chat-draft.ts';

/** A longer text fills the field anyway, so its height need not be measured with every letter. */
const MEASURED_MOST = 10_000;

export type ComposerProps = {
  /** Answers whether the words are kept; only then do they leave the field. */
  onSend: (text: string) => Promise<boolean>;
  sending: boolean;
  error: CallError | null;
  /** Present while a reply is being written. */
  onStop: (() => void) | null;
};

/** Where the person writes. Enter sends, Shift and Enter begin a new line. */
export function Composer({ onSend, sending, error, onStop }: ComposerProps) {
  const draft = useChatDraft();
  const text = draft.value;
  const field = useRef<HTMLTextAreaElement>(null);
  const tooLong = text.length > MESSAGE_MAX;
  const empty = text.trim() === '';

  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const send = async () => {
    field.current?.focus({ preventScroll: true });
    if (sending || empty || tooLong) return;
    const kept = await onSend(text);
    if (!kept) return;
    // Words typed while the message was on its way stay.
    const now = draft.get();
    draft.set(now.startsWith(text) ? now.slice(text.length) : now);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };

  return (
    <div className="shrink-0 pt-2 pb-4">
      <div className="reading-column flex flex-col gap-2 px-6">
        {(error ?? tooLong) && (
          <p role="alert" className="text-sm text-alert">
            {tooLong ? 'This is longer than one message can be. Please send it in several.' : error?.message}
          </p>
        )}
        <div className="flex items-end gap-2">
          <textarea
            ref={field}
            aria-label="Message"
            placeholder="Write what is here"
            rows={1}
            spellCheck={false}
            autoComplete="off"
            dir="auto"
            value={text}
            onChange={(event) => draft.set(event.target.value)}
            onKeyDown={onKeyDown}
            className={joinClasses(
              inputClasses,
              'words max-h-[40vh] min-h-12 flex-1 resize-none py-2.5',
              text.length > MEASURED_MOST ? 'h-[40vh]' : 'field-sizing-content',
            )}
          />
          {onStop && (
            <Button className="min-h-12" icon={<Square aria-hidden className="size-3.5 fill-current" />} onClick={onStop}>
              Stop
            </Button>
          )}
          <Button
            look="primary"
            className="min-h-12"
            disabled={empty || tooLong}
            busy={sending}
            icon={<ArrowUp aria-hidden className="size-4" />}
            onClick={() => void send()}
          >
            Send
          </Button>
        </div>
      </div>
    </div>
  );
}
