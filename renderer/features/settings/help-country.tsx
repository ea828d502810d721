import type { Settings } from '../../../shared/entities/profile.ts';
import { useCall } from '../../client/queries.ts';
import { Notice } from '../../components/notice.tsx';
import { CountryChoice } from '../safety/country-choice.tsx';
import { useSettingsUpdate } from './use-settings-update.ts';

/** Whose helplines the page Help shows. */
export function HelpCountry({ settings }: { settings: Settings }) {
  const lookup = useCall('safety.helplines', { country: settings.country });
  const { update, error } = useSettingsUpdate();
  return (
    <div className="max-w-sm">
      <CountryChoice country={settings.country} countries={lookup.data?.countries ?? []} onChange={(country) => void update({ country })} />
      {error && <Notice tone="alert">{error.message}</Notice>}
    </div>
  );
}
