import { RotateCcw } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import type { Mark, Message, MessageVersion } from '../../../shared/entities/session.ts';
import type { MessageId, ProposalId } from '../../../shared/ids.ts';
import { Link } from 'wouter';
import { places } from '../../app/places.ts';
import { Button, buttonClasses } from '../../components/button.tsx';
import { counted, dayWords, fullMoment, timeWords } from '../../components/dates.ts';
import { joinClasses } from '../../components/join-classes.ts';
import { ReplyMarkdown } from '../../components/reply-markdown.tsx';
import { useSelectedStretch } from '../forgetting/selected-stretch.ts';
import { endWords } from './delivery-words.ts';
import { blocksOf, foldAt } from './long-text.ts';
import { MessageEditor } from './message-editor.tsx';
import { MessageToolbar } from './message-toolbar.tsx';
import { MessageVersions } from './message-versions.tsx';
import { MessageWords } from './message-words.tsx';
import { MessageProposals } from './message-proposals.tsx';
import { ReplyActivity } from './reply-activity.tsx';
import { findQuotes, type Stretch } from './segments.ts';
import type { MessageActions } from './use-message-actions.tsx';
import { SpeakerName, speakerWords } from './speaker-name.tsx';

const speakers = { user: 'You', assistant: 'Companion', system: 'Note' } as const;

export type MessageRowProps = {
  message: Message;
  /** Shows the day above the message: it is the first of that day. */
  startsDay: boolean;
  unfolded: boolean;
  onUnfold: (message: Message) => void;
  /** Words to point out, when the session was opened at this message. */
  quotes: readonly string[] | null;
  actions: MessageActions;
  /** The last words of the person or the last reply, in a session that runs: what can still be changed. */
  changeable: boolean;
};

const noMarks: readonly Mark[] = [];
const noStretches: readonly Stretch[] = [];

/** One message with everything that belongs to it. */
export const MessageRow = memo(function MessageRow({
  message,
  startsDay,
  unfolded,
  onUnfold,
  quotes,
  actions,
  changeable,
}: MessageRowProps) {
  const { role, metadata, createdAt } = message;
  const [looked, setLooked] = useState<number | null>(null);
  const [editing, setEditing] = useState(false);
  const fromPerson = role === 'user';
  const marks = metadata.marks ?? noMarks;
  const streaming = metadata.delivery === 'streaming';
  const versions = metadata.versions ?? [];
  const earlier = looked === null ? undefined : versions[looked];
  const selected = useSelectedStretch(message.id, fromPerson && !earlier && !editing);
  const shown = useMemo(() => (earlier ? asMessage(message, earlier) : message), [message, earlier]);
  const ending = endWords(shown.metadata);
  return (
    <div className="reading-column px-6 pb-6">
      {startsDay && (
        <p className="flex items-center gap-3 pt-2 pb-5 text-xs text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
          {dayWords(createdAt)}
        </p>
      )}
      <article
        data-message-id={message.id}
        aria-label={metadata.speaker ? speakerWords(metadata.speaker) : speakers[role]}
        aria-busy={streaming || undefined}
        tabIndex={-1}
        className={joinClasses(
          'group flex flex-col gap-1',
          fromPerson && 'border-l-2 border-pine pl-4',
          quotes && 'bg-sunken outline-8 outline-sunken',
        )}
      >
        <div className="relative flex h-5 items-center gap-2 text-xs text-muted">
          {metadata.speaker ? <SpeakerName speaker={metadata.speaker} /> : <span className="font-medium text-ink">{speakers[role]}</span>}
          <time dateTime={new Date(createdAt).toISOString()} title={fullMoment(createdAt)}>
            {timeWords(createdAt)}
          </time>
          {!streaming && !editing && (
            <MessageToolbar
              label={speakers[role]}
              text={shown.content}
              onEdit={fromPerson && changeable ? () => setEditing(true) : null}
              onAgain={
                role === 'assistant' && changeable
                  ? { words: metadata.delivery === 'interrupted' ? 'Try again' : 'Reply again', run: () => actions.again(message) }
                  : null
              }
              onForget={() => actions.askToForget(message, null)}
              onForgetWords={selected && (() => actions.askToForget(message, selected))}
              onSpeakFor={selected && (() => actions.askWhoSpeaks(message, selected))}
            />
          )}
        </div>
        {editing ? (
          <MessageEditor message={message} onSend={(text) => actions.edit(message, text)} onClose={() => setEditing(false)} />
        ) : shown.content === '' && streaming ? (
          <p className="animate-breathe text-muted">Listening</p>
        ) : (
          <Words message={shown} marks={earlier ? noMarks : marks} unfolded={unfolded} onUnfold={onUnfold} quotes={quotes} />
        )}
        {ending !== null && (
          <p className="flex flex-wrap items-center gap-3 text-sm text-muted">
            {ending}
            {changeable && !earlier && role === 'assistant' && (
              <Button size="small" icon={<RotateCcw aria-hidden className="size-3.5" />} onClick={() => actions.again(message)}>
                Try again
              </Button>
            )}
          </p>
        )}
        {versions.length > 0 && !editing && (
          <MessageVersions
            count={versions.length + 1}
            shown={earlier && looked !== null ? looked : versions.length}
            writtenAt={shown.createdAt}
            onShow={(version) => setLooked(version === versions.length ? null : version)}
          />
        )}
        {metadata.guide?.remembered && !streaming && (
          <Link href={places.memory} className={`${buttonClasses('secondary', 'small')} self-start`}>
            Open Memory
          </Link>
        )}
        {metadata.tools && metadata.tools.length > 0 && <ReplyActivity tools={metadata.tools} />}
      </article>
      {marks.length > 0 && !earlier && <MessageProposals messageId={message.id} marks={marks} />}
    </div>
  );
});

/** A message as it was in an earlier version. */
const asMessage = (message: Message, { content, createdAt, delivery, brokeOff }: MessageVersion): Message => ({
  ...message,
  content,
  createdAt,
  metadata: { delivery, ...(brokeOff && { brokeOff }) },
});

type WordsProps = Pick<MessageRowProps, 'message' | 'unfolded' | 'onUnfold' | 'quotes'> & { marks: readonly Mark[] };

function Words({ message, marks, unfolded, onUnfold, quotes }: WordsProps) {
  const { content } = message;
  const found = useMemo(() => (quotes ? findQuotes(content, quotes) : noStretches), [content, quotes]);
  const cut = foldAt(content);
  const reach = found.reduce((most, { end }) => Math.max(most, end), 0);
  const folded = cut !== null && !unfolded && reach <= cut;
  const shown = folded ? content.slice(0, cut) : content;
  const classes = message.role === 'user' ? 'words' : 'whitespace-pre-wrap wrap-anywhere';
  return (
    <>
      {message.role === 'assistant' ? (
        <ReplyMarkdown text={folded ? `${shown} …` : shown} growing={message.metadata.delivery !== 'complete'} />
      ) : (
        blocksOf(shown).map(({ start, end }) => (
          <div key={start} dir="auto" data-words data-start={start} data-end={end} className={classes}>
            <MessageWords
              text={shown.slice(start, end)}
              marks={within(marks, start, end)}
              found={within(found, start, end)}
              onMark={({ proposalId }) => focusProposal(message.id, proposalId)}
            />
            {folded && end === shown.length && ' …'}
          </div>
        ))
      )}
      {folded && (
        <Button size="small" className="self-start" onClick={() => onUnfold(message)}>
          Show all {counted(Math.ceil(content.length / 1000), 'thousand characters', 'thousand characters')}
        </Button>
      )}
    </>
  );
}

/** The stretches that touch a block, counted from its start. */
function within<Item extends { start: number; end: number }>(items: readonly Item[], start: number, end: number): readonly Item[] {
  if (items.length === 0 || start === 0) return items.filter((item) => item.start < end);
  return items
    .filter((item) => item.end > start && item.start < end)
    .map((item) => ({ ...item, start: Math.max(0, item.start - start), end: item.end - start }));
}

function focusProposal(messageId: MessageId, proposalId: ProposalId): void {
  const card = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(messageId)}"] [data-proposal-id="${CSS.escape(proposalId)}"]`);
  card?.scrollIntoView({ block: 'nearest' });
  card?.focus({ preventScroll: true });
}
