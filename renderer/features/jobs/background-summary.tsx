import { Link } from 'wouter';
import { places } from '../../app/places.ts';
import { useCall } from '../../client/queries.ts';
import { buttonClasses } from '../../components/button.tsx';
import { counted } from '../../components/dates.ts';

/** In a line how the background stands, and the way to all of it. */
export function BackgroundSummary() {
  const { data } = useCall('jobs.list', {});
  const stuck = data?.waiting.filter(({ state }) => state === 'needs_attention').length ?? 0;
  return (
    <div className="flex flex-col items-start gap-3">
      {data && (
        <p className="text-sm">
          {data.waitingCount === 0 ? 'Nothing waits.' : `${counted(data.waitingCount, 'thing waits', 'things wait')} to be remembered.`}
          {stuck > 0 && ` ${counted(stuck, 'of them needs', 'of them need')} your attention.`}
        </p>
      )}
      <Link href={places.background} className={buttonClasses()}>
        See what runs and what waits
      </Link>
    </div>
  );
}
