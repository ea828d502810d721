import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import type { GuideMove } from '../../../shared/entities/guide.ts';
import { modesWithPart, sessionModes, type GuideState, type Session, type SessionMode } from '../../../shared/entities/session.ts';
import type { PartId } from '../../../shared/ids.ts';
import { useCall } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { InlineSelect } from '../../components/inline-select.tsx';
import { modeNames, withoutPart } from './mode-words.ts';
import { StepLine } from './step-line.tsx';

export type ModeBarProps = {
  session: Session | null;
  guide: GuideState | null;
  busy: boolean;
  onMode: (mode: SessionMode, partId: PartId | null) => void;
  onMove: (move: GuideMove) => void;
};

const modeChoices = sessionModes.map((value) => ({ value, label: modeNames[value] }));
const needsPart = (mode: SessionMode): boolean => modesWithPart.some((one) => one === mode);

/** What the session is for and with whom, above the field; in the six Fs also where one is. */
export function ModeBar({ session, guide, busy, onMode, onMove }: ModeBarProps) {
  const map = useCall('map.get', {});
  // A mode that needs a part is chosen in two steps.
  const [wanted, setWanted] = useState<SessionMode | null>(null);
  const mode = wanted ?? session?.mode ?? 'write';
  const partId = wanted ? null : (session?.partId ?? null);
  const parts = (map.data?.parts ?? [])
    .map(({ id, name }) => ({ value: id, label: name }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  const nobody = withoutPart[mode] ?? (parts.length === 0 ? 'There is no part yet' : 'Choose a part');

  const chooseMode = (next: SessionMode) => {
    setWanted(needsPart(next) ? next : null);
    if (!needsPart(next)) onMode(next, null);
  };
  const choosePart = (chosen: PartId | '') => {
    if (chosen === '' && needsPart(mode)) return;
    setWanted(null);
    onMode(mode, chosen === '' ? null : chosen);
  };

  return (
    <div className="flex min-w-0 flex-1 flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <InlineSelect label="What this is for" value={mode} choices={modeChoices} onChange={chooseMode} />
        {mode !== 'write' && (
          <InlineSelect<PartId | ''>
            label="With which part"
            value={partId ?? ''}
            choices={[{ value: '', label: nobody }, ...parts]}
            onChange={choosePart}
          />
        )}
        {!wanted && mode === 'letter' && (
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
      {!wanted && mode === 'six_fs' && <StepLine guide={guide} busy={busy} onMove={onMove} />}
    </div>
  );
}
