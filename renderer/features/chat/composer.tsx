import { ArrowUp, Square } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { RouteInput } from '../../../shared/contracts/index.ts';
import { MESSAGE_MAX, type SessionMode } from '../../../shared/entities/session.ts';
import type { CallError } from '../../../shared/errors.ts';
import type { PartId } from '../../../shared/ids.ts';
import { useCall } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { inputClasses } from '../../components/field.tsx';
import { InlineSelect } from '../../components/inline-select.tsx';
import { joinClasses } from '../../components/join-classes.ts';
import { useChatDraft } from './chat-draft.ts';
import { MentionList } from './mention-list.tsx';
import { placeholders } from './mode-words.ts';
import { useMentions } from './use-mentions.ts';
import { stillOnItsWay } from './waiting-words.ts';

/** A longer text fills the field anyway, so its height need not be measured with every letter. */
const MEASURED_MOST = 10_000;

/** Who speaks in a line of a dialogue; undefined in every other mode. */
export type LineBy = RouteInput<'companion.say'>['speaker'];

export type ComposerProps = {
  mode: SessionMode;
  /** Answers whether the words are kept; only then do they leave the field. */
  onSend: (text: string, speaker: LineBy) => Promise<boolean>;
  sending: boolean;
  /** What is still missing before anything can be sent, in a sentence. */
  missing: string | null;
  error: CallError | null;
  /** Present while a reply is being written. */
  onStop: (() => void) | null;
  /** What stands above the field. */
  children?: ReactNode;
};

/** Where the person writes. Enter sends, Shift and Enter begin a new line; in a letter, Enter begins one and Ctrl or Cmd and Enter send. */
export function Composer({ mode, onSend, sending, missing, error, onStop, children }: ComposerProps) {
  const draft = useChatDraft();
  const text = draft.value;
  const field = useRef<HTMLTextAreaElement>(null);
  const map = useCall('map.get', {});
  const parts = map.data?.parts ?? [];
  const mentions = useMentions(field, parts, draft.set);
  const [speakerId, setSpeakerId] = useState<PartId | null>(null);
  // A part that is gone since can't speak.
  const speaking = parts.find(({ id }) => id === speakerId);
  const inLetter = mode === 'letter';
  const tooLong = text.length > MESSAGE_MAX;
  const empty = text.trim() === '';
  /** Sending was asked for while the words before were still on their way. */
  const [hurried, setHurried] = useState(false);
  const waiting = missing ?? (hurried && sending ? stillOnItsWay : null);

  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const send = async () => {
    field.current?.focus({ preventScroll: true });
    if (empty || tooLong) return;
    setHurried(sending);
    if (sending || missing !== null) return;
    mentions.close();
    const speaker: LineBy = speaking ? { kind: 'part', partId: speaking.id } : { kind: 'self' };
    const kept = await onSend(text, mode === 'dialogue' ? speaker : undefined);
    if (!kept) return;
    // Words typed while the message was on its way stay.
    const now = draft.get();
    draft.set(now.startsWith(text) ? now.slice(text.length) : now);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (mentions.onKeyDown(event)) return;
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    if (inLetter && !event.ctrlKey && !event.metaKey) return;
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
        <p role="status" className="text-sm text-muted empty:hidden">
          {waiting}
        </p>
        <div className="flex flex-wrap items-start gap-2">
          {children}
          {mode === 'dialogue' && (
            <InlineSelect<PartId | ''>
              label="Who speaks"
              className="ml-auto"
              value={speaking?.id ?? ''}
              choices={[
                { value: '', label: 'as Self' },
                ...parts.toSorted((a, b) => a.name.localeCompare(b.name)).map(({ id, name }) => ({ value: id, label: `as @${name}` })),
              ]}
              onChange={(chosen) => setSpeakerId(chosen === '' ? null : chosen)}
            />
          )}
        </div>
        <div className="relative flex items-end gap-2">
          <MentionList mentions={mentions} />
          <textarea
            ref={field}
            aria-label="Message"
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls={mentions.offered.length > 0 ? mentions.listId : undefined}
            aria-activedescendant={mentions.offered.length > 0 ? mentions.optionId(mentions.active) : undefined}
            placeholder={placeholders[mode]}
            rows={inLetter ? 5 : 1}
            spellCheck={false}
            autoComplete="off"
            dir="auto"
            value={text}
            onChange={(event) => {
              draft.set(event.target.value);
              mentions.look();
            }}
            onSelect={mentions.look}
            onBlur={mentions.close}
            onKeyDown={onKeyDown}
            className={joinClasses(
              inputClasses,
              'words max-h-[40vh] flex-1 resize-none py-2.5',
              inLetter ? 'min-h-32 short:min-h-12' : 'min-h-12',
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
            disabled={empty || tooLong || missing !== null}
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
