import { useCall } from '../../client/queries.ts';
import { Tabs } from '../../components/tabs.tsx';
import { useSettingsUpdate } from '../settings/use-settings-update.ts';
import { Breathing } from './breathing.tsx';
import { GroundingSteps } from './grounding-steps.tsx';
import { Helplines } from './helplines.tsx';
import { PeopleToCall } from './people-view.tsx';
import { PlanToRead } from './plan-view.tsx';
import { supportPictures } from './support-pictures.ts';
import { supportWords, supports, type Support } from './support-words.ts';

/** Everything that can help in a hard moment, one thing at a time. `onLeave` is told when a link leads to another page. */
export function Supports({ shown, onShow, onLeave }: { shown: Support; onShow: (support: Support) => void; onLeave?: () => void }) {
  const content = {
    plan: <PlanToRead onLeave={onLeave} />,
    grounding: <Grounding />,
    people: <PeopleToCall onLeave={onLeave} />,
    helplines: <OwnHelplines />,
  } satisfies Record<Support, unknown>;
  return (
    <Tabs
      label="What can help"
      value={shown}
      onChange={onShow}
      tabs={supports.map((value) => {
        const Picture = supportPictures[value];
        return {
          value,
          label: supportWords[value],
          picture: <Picture aria-hidden className="size-4.5" />,
          content: content[value],
        };
      })}
    />
  );
}

function Grounding() {
  return (
    <div className="flex flex-col divide-y divide-line [&>*]:py-5 [&>*:first-child]:pt-0 [&>*:last-child]:pb-0">
      <div>
        <Breathing />
      </div>
      <div>
        <GroundingSteps />
      </div>
    </div>
  );
}

/** The helplines of the person's country; the choice is kept. */
function OwnHelplines() {
  const settings = useCall('settings.get', {});
  const { update } = useSettingsUpdate();
  return <Helplines country={settings.data?.country ?? null} onCountry={(country) => void update({ country })} />;
}
