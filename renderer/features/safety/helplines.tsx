import { useState } from 'react';
import type { CountryCode, CountryHelplines, Helpline } from '../../../shared/entities/helpline.ts';
import { errorOf, useCall } from '../../client/queries.ts';
import { Card } from '../../components/card.tsx';
import { shortDay } from '../../components/dates.ts';
import { joinClasses } from '../../components/join-classes.ts';
import { linkClasses } from '../../components/link-classes.ts';
import { LinkWindow } from '../../components/link-window.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { ErrorState } from '../../components/states.tsx';
import { CountryChoice } from './country-choice.tsx';
import { countryName } from './country-name.ts';
import { Dialled } from './dialled.tsx';
import { Emergency } from './emergency.tsx';

/** What is still shown when the list can’t be had. */
const ANYWHERE = ['112', '911', '999'];

/** Emergency numbers and helplines of one country, and those that hold anywhere. */
export function Helplines({ country, onCountry }: { country: CountryCode | null; onCountry: (country: CountryCode | null) => void }) {
  const [address, setAddress] = useState<string | null>(null);
  const lookup = useCall('safety.helplines', { country });
  const error = errorOf(lookup.error);
  if (error) {
    return (
      <div className="flex flex-col gap-4">
        <Emergency numbers={ANYWHERE} place={null} />
        <ErrorState error={error} onRetry={() => void lookup.refetch()} />
      </div>
    );
  }
  if (!lookup.data) return <Skeleton rows={3} />;
  const { found, general, countries } = lookup.data;
  const isGeneral = found.country === null;
  return (
    <div className="flex flex-col gap-4">
      <div className="max-w-sm">
        <CountryChoice country={country} countries={countries} onChange={onCountry} />
      </div>
      <Emergency numbers={found.emergency} place={isGeneral ? null : countryName(found.country ?? '')} />
      <p className="max-w-[60ch]">
        {isGeneral
          ? 'Choose your country above to see whom you can call or text there. If it is not in the list, these directories name lines in many more.'
          : 'Lines can be busy. If one does not answer, try it again or try another.'}
      </p>
      <Entries entry={found} onLink={setAddress} />
      {!isGeneral && (
        <>
          <h3 className="pt-2 font-semibold">Anywhere else</h3>
          <Entries entry={general} onLink={setAddress} />
        </>
      )}
      <LinkWindow address={address} onClose={() => setAddress(null)} />
    </div>
  );
}

type OnLink = (address: string) => void;

function Entries({ entry, onLink }: { entry: CountryHelplines; onLink: OnLink }) {
  return (
    <>
      <ul className="grid gap-3 sm:grid-cols-2">
        {entry.lines.map((line) => (
          <li key={line.name}>
            <Line line={line} onLink={onLink} />
          </li>
        ))}
      </ul>
      <p className="text-sm text-muted">
        Numbers change. These were compared with copies of public pages and lists on {shortDay(Date.parse(`${entry.checkedOn}T12:00`))};
        nobody rang them. What holds today is at each line’s own address, and at <WebAddress web={entry.official} onLink={onLink} />.
      </p>
    </>
  );
}

function Line({ line, onLink }: { line: Helpline; onLink: OnLink }) {
  const about = [line.kind === 'violence' ? 'When somebody hurts or threatens you' : null, line.hours, line.languages.join(', ')];
  return (
    <Card className="flex h-full flex-col gap-1.5">
      <p className="font-semibold">{line.name}</p>
      {line.phone.map((number) => (
        <Dialled key={number} words="Call" number={number} />
      ))}
      {line.text && <Dialled words={line.text.word === null ? 'Text' : `Text ${line.text.word} to`} number={line.text.number} />}
      <p className="text-sm text-muted">{capitalised(about.filter(Boolean).join(' · '))}</p>
      <p className="text-sm">
        <WebAddress web={line.web} onLink={onLink} />
      </p>
    </Card>
  );
}

/** The bundled list leaves `https://` out, for the eye. */
function WebAddress({ web, onLink }: { web: string; onLink: OnLink }) {
  return (
    <button
      type="button"
      onClick={() => onLink(`https://${web}`)}
      className={joinClasses(linkClasses, 'cursor-pointer text-left break-all')}
    >
      {web}
    </button>
  );
}

const capitalised = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
