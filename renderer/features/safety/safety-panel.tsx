import { createKept } from '../../client/kept.tsx';
import { useCall } from '../../client/queries.ts';
import { Card } from '../../components/card.tsx';
import { writtenSections } from './plan-words.ts';
import type { Support } from './support-words.ts';
import { Supports } from './supports.tsx';

/** Which thing was chosen last, so that scrolling away and back does not change it. Null until one is chosen. */
const useShownSupport = createKept<Support | null>(null);

/** What can help, right in the conversation. Begins with the person's own plan, or with people who answer where there is none. */
export function SafetyPanel() {
  const plan = useCall('safety.plan', {});
  const chosen = useShownSupport();
  const first: Support = writtenSections(plan.data ?? null).length > 0 ? 'plan' : 'helplines';
  return (
    <div className="reading-column px-6 pb-6">
      <Card className="flex flex-col gap-4">
        <section aria-label="What can help right now" className="flex flex-col gap-4">
          <h2 className="text-lg font-semibold">What can help right now</h2>
          {!plan.isPending && <Supports shown={chosen.value ?? first} onShow={chosen.set} />}
        </section>
      </Card>
    </div>
  );
}
