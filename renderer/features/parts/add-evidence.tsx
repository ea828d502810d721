import { useState, type FormEvent } from 'react';
import { EvidenceQuote, evidenceKinds, type EvidenceKind } from '../../../shared/entities/part.ts';
import type { MessageId, PartId } from '../../../shared/ids.ts';
import { useAction } from '../../client/context.tsx';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { OtherPartField } from './other-part-field.tsx';
import { evidenceKindWords } from './part-words.ts';

const kindChoices = evidenceKinds.map((value) => ({ value, label: evidenceKindWords[value] }));

type AddEvidenceProps = {
  /** The part they speak for; null where it is still to be chosen. */
  partId: PartId | null;
  /** Words of a message; null where they are still to be written, and are said now. */
  said: { messageId: MessageId; quote: string } | null;
  onDone: () => void;
};

/** Keeps words of the person's as evidence for one of their parts. */
export function AddEvidence({ partId, said, onDone }: AddEvidenceProps) {
  const add = useAction('parts.addEvidence');
  const [chosen, setChosen] = useState(partId);
  const [kind, setKind] = useState<EvidenceKind>('behaviour');
  const [written, setWritten] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (add.running) return;
    const quote = EvidenceQuote.safeParse(said?.quote ?? written);
    if (!quote.success) return setProblem(quote.error.issues[0]?.message ?? 'These words can’t be kept as they are.');
    if (!chosen) return setProblem('Please choose the part they speak for.');
    setProblem(null);
    const result = await add.run({ partId: chosen, kind, quote: quote.data, ...(said && { messageId: said.messageId }) });
    if (result.ok) onDone();
  };
  const error = problem ?? add.error?.message ?? null;
  return (
    <form noValidate onSubmit={(event) => void onSubmit(event)} className="flex flex-col gap-4">
      {said ? (
        <blockquote dir="auto" className="words line-clamp-6">
          “{said.quote}”
        </blockquote>
      ) : (
        <TextArea
          label="Your words"
          hint="What you noticed, as you would say it."
          rows={3}
          className="words"
          value={written}
          onChange={(event) => setWritten(event.target.value)}
        />
      )}
      {partId === null && <OtherPartField label="The part" part={null} value={chosen} onChange={setChosen} />}
      <SelectField label="What they show" value={kind} choices={kindChoices} onChange={setKind} />
      {error && <Notice tone="alert">{error}</Notice>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit" look="primary" busy={add.running}>
          Keep
        </Button>
      </div>
    </form>
  );
}
