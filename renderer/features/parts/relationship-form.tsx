import { useState, type FormEvent } from 'react';
import type { Part } from '../../../shared/entities/part.ts';
import { RelationshipNotes, type Relationship } from '../../../shared/entities/relationship.ts';
import type { PartId } from '../../../shared/ids.ts';
import { useAction } from '../../client/context.tsx';
import { Button } from '../../components/button.tsx';
import { ChoiceGroup } from '../../components/choice-group.tsx';
import { Notice } from '../../components/notice.tsx';
import { Slider } from '../../components/slider.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { OtherPartField } from './other-part-field.tsx';
import { relationshipOf, waysToRelate, type WayToRelate } from './relationship-words.ts';

/** Tells how a part relates to another, or changes what is known of it. Which two parts it is between stays as it is. */
export function RelationshipForm({ part, known, onDone }: { part: Pick<Part, 'id'>; known: Relationship | null; onDone: () => void }) {
  const create = useAction('relationships.create');
  const update = useAction('relationships.update');
  const [otherId, setOtherId] = useState<PartId | null>(null);
  const [way, setWay] = useState<WayToRelate>('protects');
  const [level, setLevel] = useState(known?.level ?? 5);
  const [notes, setNotes] = useState(known?.notes ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const hasLevel = known ? known.type === 'polarized' : way === 'polarized';
  const running = create.running || update.running;

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (running) return;
    const noted = RelationshipNotes.safeParse(notes);
    if (!known && !otherId) return setProblem('Please choose the other part.');
    if (!noted.success) return setProblem(noted.error.issues[0]?.message ?? 'These notes can’t be kept as they are.');
    setProblem(null);
    const result = known
      ? await update.run({ relationshipId: known.id, notes, ...(hasLevel && { level }) })
      : otherId && (await create.run({ ...relationshipOf(way, part.id, otherId), notes, ...(hasLevel && { level }) }));
    if (result && result.ok) onDone();
  };

  const error = problem ?? create.error?.message ?? update.error?.message ?? null;
  return (
    <form noValidate onSubmit={(event) => void onSubmit(event)} className="flex flex-col gap-4">
      {!known && (
        <>
          <ChoiceGroup label="How it relates" value={way} choices={waysToRelate} onChange={setWay} direction="column" />
          <OtherPartField label="The other part" part={part} value={otherId} onChange={setOtherId} />
        </>
      )}
      {hasLevel && (
        <Slider label="How strongly do they pull against each other?" value={level} max={10} words={`${level} of 10`} onChange={setLevel} />
      )}
      <TextArea
        label="Notes"
        hint="What you see between them. It can stay empty."
        value={notes}
        onChange={(event) => setNotes(event.target.value)}
      />
      {error && <Notice tone="alert">{error}</Notice>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit" look="primary" busy={running}>
          Keep
        </Button>
      </div>
    </form>
  );
}
