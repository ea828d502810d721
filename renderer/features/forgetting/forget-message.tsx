import { useState } from 'react';
import type { ForgetTarget } from '../../../shared/entities/forgetting.ts';
import type { Message } from '../../../shared/entities/session.ts';
import { SelectField } from '../../components/select-field.tsx';
import { ForgetDialog } from './forget-dialog.tsx';
import { type Stretch, sentencesIn } from './sentences-in.ts';

const WHOLE = 'whole';

/** Asks what of a message is to go: some words that were selected, one of its sentences, or all of it. */
export function ForgetMessage({ message, selected, onClose }: { message: Message; selected: Stretch | null; onClose: () => void }) {
  const [choice, setChoice] = useState(selected ? 'selected' : WHOLE);
  const fromPerson = message.role === 'user';
  const sentences = fromPerson ? sentencesIn(message.content) : [];
  const stretch = choice === 'selected' ? selected : sentences[Number(choice)];
  const target: ForgetTarget =
    choice === WHOLE || !stretch
      ? { kind: 'message', messageId: message.id }
      : { kind: 'sentence', messageId: message.id, start: stretch.start, end: stretch.end };
  const choices = [
    ...(selected ? [{ value: 'selected', label: `Only: ${shortly(message.content, selected)}` }] : []),
    { value: WHOLE, label: 'The whole message' },
    ...(sentences.length > 1
      ? sentences.map((sentence, at) => ({ value: String(at), label: `Only: ${shortly(message.content, sentence)}` }))
      : []),
  ];
  return (
    <ForgetDialog
      target={target}
      title={target.kind === 'sentence' ? 'Forget these words for good?' : 'Forget this message for good?'}
      words={
        target.kind === 'sentence'
          ? 'They go from the message, from what it said before, and from replies that say them back. The rest of it stays. This can’t be undone.'
          : fromPerson
            ? 'Its words go everywhere, with the replies that say them back. This can’t be undone.'
            : 'Its words go everywhere. This can’t be undone.'
      }
      onClose={onClose}
    >
      {choices.length > 1 && <SelectField label="What to forget" value={choice} choices={choices} onChange={setChoice} />}
    </ForgetDialog>
  );
}

const SHOWN_MAX = 70;

function shortly(content: string, { start, end }: Stretch): string {
  const words = content.slice(start, end).replaceAll(/\s+/gu, ' ').trim();
  return words.length <= SHOWN_MAX
    ? words
    : `${words
        .slice(0, SHOWN_MAX)
        .toWellFormed()
        .replace(/\s+\S*$/u, '')}…`;
}
