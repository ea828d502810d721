import { useEffect, useRef } from 'react';
import { BELIEF_TEXT_MAX, type Belief } from '../../../shared/entities/memory.ts';
import { useAction } from '../../client/context.tsx';
import { createKept } from '../../client/kept.tsx';
import { Button } from '../../components/button.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { useTakeBack } from './use-take-back.ts';

/** What a belief is being changed to, kept while one looks elsewhere. */
const useEdited = createKept<string | null>(null);

/** Puts something that is remembered in the person's own words. Esc leaves and keeps what was typed. */
export function BeliefEditor({ belief, onClose }: { belief: Belief; onClose: () => void }) {
  const edited = useEdited(belief.id);
  const text = edited.value ?? belief.text;
  const edit = useAction('memory.edit');
  const { tell } = useTakeBack();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const leave = () => {
    edited.set(null);
    onClose();
  };
  const keep = async () => {
    if (text.trim() === belief.text) return leave();
    const result = await edit.run({ beliefId: belief.id, text: text.trim() });
    if (!result.ok) return;
    tell('Kept in your words.', result.value.version);
    leave();
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
        error={edit.error?.message ?? null}
        onChange={(event) => edited.set(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && onClose()}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" size="small" look="primary" busy={edit.running} disabled={text.trim() === ''}>
          Keep
        </Button>
        <Button size="small" onClick={leave}>
          Leave it as it was
        </Button>
        <span className="ml-auto text-sm text-muted tabular-nums">
          {text.length} of {BELIEF_TEXT_MAX} characters
        </span>
        <span role="status" className="w-full text-sm text-alert empty:hidden">
          {text.length >= BELIEF_TEXT_MAX && 'No more than this fits.'}
        </span>
      </div>
    </form>
  );
}
