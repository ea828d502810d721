import { CalendarX2, Eraser } from 'lucide-react';
import { useState } from 'react';
import { Day, type ForgetTarget } from '../../../shared/entities/forgetting.ts';
import { useCall } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { fullDay } from '../../components/dates.ts';
import { Notice } from '../../components/notice.tsx';
import { TextField } from '../../components/text-field.tsx';
import { ForgetDialog } from './forget-dialog.tsx';
import { forgettingWords, stepWords } from './forgetting-words.ts';

/** Forgetting a day and forgetting everything, and what is not finished yet. */
export function ForgetSettings() {
  const [day, setDay] = useState('');
  const [asked, setAsked] = useState<Extract<ForgetTarget, { kind: 'day' | 'everything' }> | null>(null);
  const isDay = Day.safeParse(day).success;
  return (
    <div className="flex flex-col items-start gap-5">
      <Unfinished />
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (isDay) setAsked({ kind: 'day', day, timeZone: timeZoneHere() });
        }}
      >
        <div className="w-52">
          <TextField label="A day" type="date" value={day} onChange={(event) => setDay(event.target.value)} />
        </div>
        <Button type="submit" disabled={!isDay} icon={<CalendarX2 aria-hidden className="size-4" />}>
          Forget this day…
        </Button>
      </form>
      <Button look="danger" icon={<Eraser aria-hidden className="size-4" />} onClick={() => setAsked({ kind: 'everything' })}>
        Forget everything…
      </Button>
      {asked?.kind === 'day' && (
        <ForgetDialog
          target={asked}
          title={`Forget ${fullDay(Date.parse(`${asked.day}T12:00`))} for good?`}
          words="What you wrote on that day goes: messages with the replies to them, check-ins, notes, and what you wrote of your parts. What you wrote over on a later day stays as it is now. This can’t be undone."
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.kind === 'everything' && (
        <ForgetDialog
          target={asked}
          typed="everything"
          title="Forget everything for good?"
          words="All you wrote here goes: sessions, parts, notes, check-ins, the memory and all its versions, your plan for hard moments and your people, and the keys of providers. This can’t be undone."
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}

function Unfinished() {
  const list = useCall('forgetting.list', {});
  const waiting = list.data?.items.filter(({ step }) => step !== 'done') ?? [];
  if (waiting.length === 0) return null;
  return (
    <Notice tone="caution">
      <p>Not finished yet. It goes on by itself, at the latest when this profile is opened again.</p>
      <ul className="mt-2 list-disc pl-5">
        {waiting.map((forgetting) => (
          <li key={forgetting.id}>
            {forgettingWords(forgetting)}. {stepWords(forgetting)}.
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const timeZoneHere = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
