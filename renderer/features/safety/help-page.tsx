import { BookHeart } from 'lucide-react';
import { Link } from 'wouter';
import { places } from '../../app/places.ts';
import { errorOf, useCall } from '../../client/queries.ts';
import { buttonClasses } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { useSettingsUpdate } from '../settings/use-settings-update.ts';
import { Help, helpIntro } from './help.tsx';

/** Help, one click away from every page. The chosen country is kept. */
export function HelpPage() {
  const settings = useCall('settings.get', {});
  const { update, error } = useSettingsUpdate();
  // Even when the settings can't be read, help is shown.
  const problem = error ?? errorOf(settings.error);
  return (
    <Page
      title="Help"
      intro={helpIntro}
      actions={
        <Link href={places.safetyPlan} className={buttonClasses()}>
          <BookHeart aria-hidden className="size-4" />
          Open my plan
        </Link>
      }
    >
      {problem && <Notice tone="caution">{problem.message}</Notice>}
      <Help country={settings.data?.country ?? null} onCountry={(country) => void update({ country })} />
    </Page>
  );
}
