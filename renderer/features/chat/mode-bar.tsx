import { MailCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { GuideMove } from '../../../shared/entities/guide.ts';
import { sessionModes, type GuideState } from '../../../shared/entities/session.ts';
import type { PartId } from '../../../shared/ids.ts';
import { useCall } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { InlineSelect } from '../../components/inline-select.tsx';
import { modeNames, withoutPart } from './mode-words.ts';
import { StepLine } from './step-line.tsx';
import type { ModeChoice } from './use-mode-choice.ts';

export type ModeBarProps = {
  choice: ModeChoice;
  guide: GuideState | null;
  busy: boolean;
  onMove: (move: GuideMove) => void;
  /** What else can be chosen here. */
  children?: ReactNode;
};

const modeChoices = sessionModes.map((value) => ({ value, label: modeNames[value] }));

/** What the session is for and with whom, above the field; in the six Fs also where one is. */
export function ModeBar({ choice, guide, busy, onMove, children }: ModeBarProps) {
  const { mode, partId, waiting } = choice;
  const map = useCall('map.get', {});
  const parts = (map.data?.parts ?? [])
    .map(({ id, name }) => ({ value: id, label: name }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  const nobody = withoutPart[mode] ?? (parts.length === 0 ? 'There is no part yet' : 'Choose a part');
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-wrap items-center gap-2">
          <InlineSelect label="What this is for" value={mode} choices={modeChoices} onChange={choice.chooseMode} />
          {mode !== 'write' && (
            <InlineSelect<PartId | ''>
              label="With which part"
              value={partId ?? ''}
              choices={[{ value: '', label: nobody }, ...parts]}
              onChange={(chosen) => choice.choosePart(chosen === '' ? null : chosen)}
            />
          )}
        </div>
        {children}
        {!waiting && mode === 'letter' && (
          <Button
            size="small"
            className="ml-auto"
            disabled={busy}
            icon={<MailCheck aria-hidden className="size-4" />}
            onClick={() => onMove({ kind: 'finish_letter' })}
          >
            Finish the letter
          </Button>
        )}
      </div>
      {!waiting && mode === 'six_fs' && <StepLine guide={guide} busy={busy} onMove={onMove} />}
    </div>
  );
}
