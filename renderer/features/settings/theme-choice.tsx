import type { Settings, Theme } from '../../../shared/entities/profile.ts';
import { ChoiceGroup } from '../../components/choice-group.tsx';
import { Notice } from '../../components/notice.tsx';
import { useSettingsUpdate } from './use-settings-update.ts';

const choices: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** Paper by day, charcoal by night, or as the system says. */
export function ThemeChoice({ settings }: { settings: Settings }) {
  const { update, error } = useSettingsUpdate();
  return (
    <>
      <ChoiceGroup label="Theme" value={settings.theme} choices={choices} onChange={(theme) => void update({ theme })} />
      {error && <Notice tone="alert">{error.message}</Notice>}
    </>
  );
}
