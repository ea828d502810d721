import type { SafetyLabel } from '../../../shared/entities/safety.ts';
import { useCall } from '../../client/queries.ts';
import { Card } from '../../components/card.tsx';
import { countryName } from './country-name.ts';
import { Dialled } from './dialled.tsx';
import { Emergency } from './emergency.tsx';
import { SupportButtons } from './support-buttons.tsx';

/** What can help, right in the conversation: in a crisis with numbers that answer now. The rest opens above the page, so that the words stay in sight. */
export function SafetyPanel() {
  const label: SafetyLabel | null = useCall('safety.state', {}).data?.label ?? null;
  return (
    <div className="reading-column px-6 pb-6">
      <section aria-label="What can help right now">
        <Card className="flex flex-col gap-3">
          <h2 className="font-semibold">What can help right now</h2>
          {label === 'crisis' && <NumbersNow />}
          <div className="flex flex-wrap gap-1.5">
            <SupportButtons />
          </div>
        </Card>
      </section>
    </div>
  );
}

/** The emergency number and the first helpline of the person's country. */
function NumbersNow() {
  const settings = useCall('settings.get', {});
  const country = settings.data?.country ?? null;
  const found = useCall('safety.helplines', { country, locale: navigator.language }).data?.found;
  const line = found?.lines.find(({ kind, phone }) => kind === 'crisis' && phone.length > 0);
  // Keeps its place while it is being read.
  if (!found) return <div className="h-26" />;
  return (
    <>
      <Emergency numbers={found.emergency} place={found.country && countryName(found.country)} />
      {line?.phone[0] !== undefined && (
        <div className="flex flex-wrap items-center gap-x-3">
          <p className="font-medium">{line.name}</p>
          <Dialled words="Call" number={line.phone[0]} />
        </div>
      )}
    </>
  );
}
