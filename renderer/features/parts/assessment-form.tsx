import { useState, type FormEvent } from 'react';
import { AssessmentNote, Judgement, selfQualities, sixFs, type SixF } from '../../../shared/entities/assessment.ts';
import type { Part } from '../../../shared/entities/part.ts';
import { useAction } from '../../client/context.tsx';
import { Button } from '../../components/button.tsx';
import { ChoiceGroup } from '../../components/choice-group.tsx';
import { Notice } from '../../components/notice.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { Slider } from '../../components/slider.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { judgementTitles, qualityWords, scoreInFull, sixFWords } from './assessment-words.ts';
import type { Scores } from './radar-geometry.ts';

const STEPS = 20;
const typeChoices = (['identification', 'self_energy', 'six_fs'] as const).map((value) => ({ value, label: judgementTitles[value] }));
const reachedChoices = sixFs.map((value) => ({ value, label: sixFWords[value].name, hint: sixFWords[value].hint }));

/** What a person judges about a part today, with a note. */
export function AssessmentForm({ part, onDone }: { part: Part; onDone: () => void }) {
  const record = useAction('assessments.record');
  const [type, setType] = useState<Judgement['type']>('identification');
  const [score, setScore] = useState<number | null>(null);
  const [scores, setScores] = useState<Scores>({});
  const [reached, setReached] = useState<SixF>('find');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (record.running) return;
    const judgement = judgementOf(type, score, scores, reached);
    const noted = AssessmentNote.safeParse(note);
    if (!judgement) return setProblem('Please move what you want to say something about.');
    if (!noted.success) return setProblem(noted.error.issues[0]?.message ?? 'This note can’t be kept as it is.');
    setProblem(null);
    const result = await record.run({ partId: part.id, judgement, note });
    if (result.ok) onDone();
  };

  return (
    <form noValidate onSubmit={(event) => void onSubmit(event)} className="flex flex-col gap-4">
      <SelectField label="What do you want to judge?" value={type} choices={typeChoices} onChange={setType} />
      {type === 'identification' && (
        <Slider
          label="How sure are you that this is a part of you?"
          hint="What you say here outranks the evidence, until you say something else."
          value={score === null ? null : score * STEPS}
          max={STEPS}
          words={score === null ? 'Not said' : scoreInFull(score)}
          onChange={(value) => setScore(value / STEPS)}
        />
      )}
      {type === 'self_energy' && (
        <fieldset className="flex flex-col gap-3">
          <legend className="pb-2 text-sm text-muted">Move only what you want to say something about.</legend>
          {selfQualities.map((quality) => {
            const said = scores[quality];
            return (
              <Slider
                key={quality}
                label={qualityWords[quality].name}
                hint={qualityWords[quality].question}
                value={said === undefined ? null : said * STEPS}
                max={STEPS}
                words={said === undefined ? 'Not said' : scoreInFull(said)}
                onChange={(value) => setScores((current) => ({ ...current, [quality]: value / STEPS }))}
              />
            );
          })}
          <Button size="small" look="quiet" className="self-start" onClick={() => setScores({})}>
            Begin these anew
          </Button>
        </fieldset>
      )}
      {type === 'six_fs' && (
        <ChoiceGroup label={judgementTitles.six_fs} value={reached} choices={reachedChoices} onChange={setReached} direction="column" />
      )}
      <TextArea
        label="Note"
        hint="Why it seems so to you. It can stay empty."
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {(problem ?? record.error) && <Notice tone="alert">{problem ?? record.error?.message}</Notice>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit" look="primary" busy={record.running}>
          Keep
        </Button>
      </div>
    </form>
  );
}

/** The judgement as it stands in the form; null while nothing was said. */
function judgementOf(type: Judgement['type'], score: number | null, scores: Scores, reached: SixF): Judgement | null {
  const candidate = type === 'identification' ? { type, score } : type === 'self_energy' ? { type, scores } : { type, reached };
  const parsed = Judgement.safeParse(candidate);
  if (!parsed.success || (parsed.data.type === 'self_energy' && Object.keys(parsed.data.scores).length === 0)) return null;
  return parsed.data;
}
