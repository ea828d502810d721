import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { SessionId } from '../../../shared/ids.ts';
import { useEscape } from '../../app/shortcuts.ts';
import { useOptionalCall } from '../../client/queries.ts';
import { IconButton } from '../../components/button.tsx';
import { TextInput } from '../../components/text-field.tsx';
import type { Found } from './use-found.ts';

const PAUSE_MS = 150;
const MOST = 1000;

export type FindBarProps = {
  sessionId: SessionId;
  /** Told which place is looked at; null when there is none. Always the same function. */
  onLook: (found: Found | null) => void;
  onClose: () => void;
};

/** Finds words in one session: the newest place first. Enter goes to the one before, Shift and Enter to the one after, Esc closes. */
export function FindBar({ sessionId, onLook, onClose }: FindBarProps) {
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  const [chosen, setChosen] = useState<{ words: string; at: number } | null>(null);
  const { data } = useOptionalCall('messages.find', asked.trim() === '' ? null : { sessionId, words: asked, limit: MOST });

  useEffect(() => field.current?.focus(), []);
  useEscape(onClose);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);

  const matches = data?.matches;
  const count = matches?.length ?? 0;
  const at = chosen?.words === asked ? Math.min(chosen.at, count - 1) : count - 1;
  const found = useMemo((): Found | null => {
    const match = matches?.[at];
    if (!matches || !match) return null;
    return { words: asked, messageId: match.messageId, nth: at - matches.findIndex(({ messageId }) => messageId === match.messageId) };
  }, [matches, at, asked]);
  useEffect(() => onLook(found), [found, onLook]);

  const go = (step: number) => setChosen({ words: asked, at: (at + step + count) % Math.max(1, count) });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    go(event.shiftKey ? 1 : -1);
  };
  return (
    <search
      aria-label="Find in this session"
      className="absolute top-2 right-4 z-10 flex w-[min(24rem,calc(100%-2rem))] items-center gap-1 rounded-md border border-line bg-surface p-1.5 shadow-raised"
    >
      <TextInput
        ref={field}
        type="text"
        aria-label="Words to find"
        placeholder="Find in this session"
        maxLength={500}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
        className="min-h-9 min-w-0 flex-1"
      />
      <span role="status" className="min-w-18 px-1 text-center text-sm whitespace-nowrap text-muted tabular-nums">
        {data && (count === 0 ? 'Not here' : `${at + 1} of ${count}${data.more ? '+' : ''}`)}
      </span>
      <IconButton label="Earlier place" disabled={count === 0} icon={<ChevronUp aria-hidden className="size-4" />} onClick={() => go(-1)} />
      <IconButton label="Later place" disabled={count === 0} icon={<ChevronDown aria-hidden className="size-4" />} onClick={() => go(1)} />
      <IconButton label="Close" icon={<X aria-hidden className="size-4" />} onClick={onClose} />
    </search>
  );
}
