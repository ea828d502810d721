import { useEffect, useRef, useState } from 'react';
import { BELIEF_TEXT_MAX, type Belief } from '../../../shared/entities/memory.ts';
import type { CallError } from '../../../shared/errors.ts';
import { Button } from '../../components/button.tsx';
import { TextArea } from '../../components/text-area.tsx';

/** Puts something that is remembered in the person's own words. */
export function BeliefEditor({
  belief,
  onKeep,
  onClose,
}: {
  belief: Belief;
  onKeep: (text: string) => Promise<CallError | null>;
  onClose: () => void;
}) {
  const [text, setText] = useState(belief.text);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const keep = async () => {
    if (text.trim() === belief.text) return onClose();
    setBusy(true);
    const failure = await onKeep(text.trim());
    setBusy(false);
    if (failure) setError(failure.message);
    else onClose();
  };
  return (
    <form
      ref={form}
      className="flex max-w-[68ch] flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <TextArea
        label="In your own words"
        hint="What you write here stays as it is; nothing that is found later rewrites it."
        className="words"
        maxLength={BELIEF_TEXT_MAX}
        value={text}
        error={error}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" look="primary" busy={busy} disabled={text.trim() === ''}>
          Keep
        </Button>
        <Button size="small" onClick={onClose}>
          Leave it as it was
        </Button>
      </div>
    </form>
  );
}
