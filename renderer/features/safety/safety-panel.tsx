import { useCall } from '../../client/queries.ts';
import { Card } from '../../components/card.tsx';
import { countryName } from './country-name.ts';
import { Dialled } from './dialled.tsx';
import { Emergency } from './emergency.tsx';
import { useStripSize } from './safety-strip.tsx';
import { SupportButtons } from './support-buttons.tsx';

/**
 * What can help, right in the conversation: in a crisis numbers that answer now. The rest stands in the strip at the top of the page, and here when
 * that was made small: the same things never stand twice.
 */
export function SafetyPanel() {
  const state = useCall('safety.state', {}).data;
  const { small } = useStripSize(state?.open[0]?.id ?? '');
  const inCrisis = state?.label === 'crisis';
  if (!inCrisis && !small) return null;
  return (
    <div className="reading-column px-6 pb-6">
      <section aria-label="What can help right now">
        <Card className="flex flex-col gap-3">
          {/* In a crisis the first words are those before the number, so that it is in sight in a low window too. */}
          <h2 className={inCrisis ? 'sr-only' : 'font-semibold'}>What can help right now</h2>
          {inCrisis && <NumbersNow />}
          {small && (
            <div className="flex flex-wrap gap-1.5">
              <SupportButtons />
            </div>
          )}
        </Card>
      </section>
    </div>
  );
}

/** The emergency number and the first helpline of the person's country. */
function NumbersNow() {
  const settings = useCall('settings.get', {});
  const country = settings.data?.country ?? null;
  const found = useCall('safety.helplines', { country }).data?.found;
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
