import type { ReactNode } from 'react';
import { shortcutWords } from '../../app/shortcuts.ts';
import { errorOf, useCall } from '../../client/queries.ts';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { ErrorState } from '../../components/states.tsx';
import { BackgroundSummary } from '../jobs/background-summary.tsx';
import { ForgetSettings } from '../forgetting/forget-settings.tsx';
import { CompanionSettings } from './companion-settings.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';
import { DatabaseCheck } from './database-check.tsx';
import { ExportEverything } from './export-everything.tsx';
import { HelpCountry } from './help-country.tsx';
import { IdleMinutes } from './idle-minutes.tsx';
import { ThemeChoice } from './theme-choice.tsx';

/** What the person can set, take along and check. */
export function SettingsPage() {
  const settings = useCall('settings.get', {});
  const information = useCall('application.info', {});
  const error = errorOf(settings.error);
  return (
    <Page title="Settings">
      {error && <ErrorState error={error} onRetry={() => void settings.refetch()} />}
      {settings.isPending && <Skeleton rows={4} />}
      {settings.data && (
        <div className="flex max-w-2xl flex-col divide-y divide-line [&>*]:py-6 [&>*:first-child]:pt-0">
          <SettingsSection title="Appearance" words="By itself Trailhead is light or dark as your system is.">
            <ThemeChoice settings={settings.data} />
          </SettingsSection>
          <SettingsSection title="Sessions" words="A session ends by itself when nothing was written for a while. What you wrote stays.">
            <IdleMinutes key={settings.data.idleMinutes} settings={settings.data} />
          </SettingsSection>
          <SettingsSection
            title="Companion"
            words="Who answers you, and whether anything may leave this computer. The built-in guide is always there, also when a model fails."
          >
            <CompanionSettings />
          </SettingsSection>
          <SettingsSection
            title="Country for help"
            words="Whose emergency numbers and helplines the page Help shows. They come with Trailhead; nothing is looked up."
          >
            <HelpCountry settings={settings.data} />
          </SettingsSection>
          <SettingsSection title="Passphrase" words="The recovery code, if you have one, stays the same.">
            <ChangePassphrase />
          </SettingsSection>
          <SettingsSection
            title="Take everything along"
            words="One file with all you have written here, readable without Trailhead. The file is not encrypted: whoever has it can read it."
          >
            <ExportEverything />
          </SettingsSection>
          <SettingsSection title="Background" words="What Trailhead does by itself while your profile is open: what ran, and what waits.">
            <BackgroundSummary />
          </SettingsSection>
          <SettingsSection
            title="Forgetting"
            words="A message, a session or a part is forgotten from where it stands. Here a whole day goes, or everything. What is forgotten is gone for good, also from the memory and its earlier versions."
          >
            <ForgetSettings />
          </SettingsSection>
          <SettingsSection title="Check the database" words="Reads everything once and looks for damage. Nothing is changed.">
            <DatabaseCheck />
          </SettingsSection>
          <SettingsSection
            title="Locking"
            words={`Locking closes this profile at once. Use the lock at the lower left, or press ${shortcutWords('l')} anywhere. ${shortcutWords('h', true)} only blurs the screen.`}
          />
          {information.data && <p className="text-sm text-muted">Trailhead {information.data.version}</p>}
        </div>
      )}
    </Page>
  );
}

function SettingsSection({ title, words, children }: { title: string; words: string; children?: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h2 className="text-lg font-semibold">{title}</h2>
        <p className="max-w-[60ch] text-sm text-muted">{words}</p>
      </div>
      {children}
    </section>
  );
}
