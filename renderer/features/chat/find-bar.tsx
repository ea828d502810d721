import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { MessageMatch } from '../../../shared/contracts/sessions.ts';
import type { SessionId } from '../../../shared/ids.ts';
import { useClient } from '../../client/context.tsx';
import { IconButton } from '../../components/button.tsx';
import { TextInput } from '../../components/text-field.tsx';
import type { Found } from './use-found.ts';

const PAUSE_MS = 150;
const MOST = 1000;

export type FindBarProps = {
  sessionId: SessionId;
  /** Told which place is looked at; null when there is none. */
  onLook: (found: Found | null) => void;
  onClose: () => void;
};

type Answer = { words: string; matches: readonly MessageMatch[]; more: boolean };

/** Finds words in one session: the newest place first. Enter goes to the one before, Shift and Enter to the one after, Esc closes. */
export function FindBar({ sessionId, onLook, onClose }: FindBarProps) {
  const client = useClient();
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [at, setAt] = useState(0);

  useEffect(() => field.current?.focus(), []);

  const tell = useRef(onLook);
  useEffect(() => {
    tell.current = onLook;
  });
  const look = (next: Answer, index: number) => {
    const match = next.matches[index];
    setAt(index);
    const first = next.matches.findIndex(({ messageId }) => messageId === match?.messageId);
    tell.current(match ? { words: next.words, messageId: match.messageId, nth: index - first } : null);
  };
  const lookLater = useRef(look);
  useEffect(() => {
    lookLater.current = look;
  });
  useEffect(() => {
    if (words.trim() === '') {
      setAnswer(null);
      tell.current(null);
      return;
    }
    let left = false;
    const timer = setTimeout(() => {
      void client.call('messages.find', { sessionId, words, limit: MOST }).then((result) => {
        if (left || !result.ok) return;
        const next = { words, ...result.value };
        setAnswer(next);
        lookLater.current(next, next.matches.length - 1);
      });
    }, PAUSE_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [client, sessionId, words]);

  const count = answer?.matches.length ?? 0;
  const go = (step: number) => answer && count > 0 && look(answer, (at + step + count) % count);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    }
    if (event.key === 'Enter' && event.target === field.current) {
      event.preventDefault();
      go(event.shiftKey ? 1 : -1);
    }
  };
  return (
    <search
      aria-label="Find in this session"
      onKeyDown={onKeyDown}
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
        className="min-h-9 min-w-0 flex-1"
      />
      <span role="status" className="min-w-18 px-1 text-center text-sm whitespace-nowrap text-muted tabular-nums">
        {answer && (count === 0 ? 'Not here' : `${at + 1} of ${count}${answer.more ? '+' : ''}`)}
      </span>
      <IconButton label="Earlier place" disabled={count === 0} icon={<ChevronUp aria-hidden className="size-4" />} onClick={() => go(-1)} />
      <IconButton label="Later place" disabled={count === 0} icon={<ChevronDown aria-hidden className="size-4" />} onClick={() => go(1)} />
      <IconButton label="Close" icon={<X aria-hidden className="size-4" />} onClick={onClose} />
    </search>
  );
}
