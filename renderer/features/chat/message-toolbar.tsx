import { Check, Copy, Eraser, MessageSquareQuote, Pencil, RotateCcw, TextSelect } from 'lucide-react';
import { Toolbar } from 'radix-ui';
import { useEffect, useState, type ReactNode } from 'react';
import { IconButton } from '../../components/button.tsx';
import { useToast } from '../../components/toast.tsx';
import { Tooltip } from '../../components/tooltip.tsx';

/** What can be done with one message. What is not given can't be done with this one. */
export type MessageToolbarProps = {
  /** Whose message it is, for those who hear it. */
  label: string;
  text: string;
  onEdit: (() => void) | null;
  onAgain: { words: string; run: () => void } | null;
  onForget: () => void;
  /** Only while words of it are selected. */
  onForgetWords: (() => void) | null;
  /** Only while words of it are selected. */
  onSpeakFor: (() => void) | null;
};

const COPIED_MS = 2000;

/** Quiet until its message is under the pointer or holds the focus; one stop of the Tab key, with the arrow keys inside. */
export function MessageToolbar({ label, text, onEdit, onAgain, onForget, onForgetWords, onSpeakFor }: MessageToolbarProps) {
  const toast = useToast();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (done) setCopied(true);
    else toast({ words: 'It can’t be copied from here. You can select it and copy it yourself.' });
  };
  return (
    <Toolbar.Root
      aria-label={`${label}: what can be done`}
      className="absolute -top-1 right-0 flex rounded-md bg-paper opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 has-[[data-copied],[data-selected]]:opacity-100"
    >
      {text !== '' && (
        <Tool
          words={copied ? 'Copied' : 'Copy'}
          icon={copied ? <Check aria-hidden data-copied className="size-4" /> : <Copy aria-hidden className="size-4" />}
          onPress={() => void copy()}
        />
      )}
      {onEdit && <Tool words="Edit" icon={<Pencil aria-hidden className="size-4" />} onPress={onEdit} />}
      {onAgain && <Tool words={onAgain.words} icon={<RotateCcw aria-hidden className="size-4" />} onPress={onAgain.run} />}
      {onSpeakFor && (
        <Tool words="These words speak for…" icon={<MessageSquareQuote aria-hidden className="size-4" />} onPress={onSpeakFor} />
      )}
      {onForgetWords && (
        <Tool words="Forget these words" icon={<TextSelect aria-hidden data-selected className="size-4" />} onPress={onForgetWords} />
      )}
      <Tool words="Forget" icon={<Eraser aria-hidden className="size-4" />} onPress={onForget} />
    </Toolbar.Root>
  );
}

function Tool({ words, icon, onPress }: { words: string; icon: ReactNode; onPress: () => void }) {
  return (
    <Tooltip words={words}>
      <Toolbar.Button asChild>
        <IconButton
          label={words}
          icon={icon}
          size="small"
          // What is selected stays selected.
          onMouseDown={(event) => event.preventDefault()}
          onClick={onPress}
        />
      </Toolbar.Button>
    </Tooltip>
  );
}
