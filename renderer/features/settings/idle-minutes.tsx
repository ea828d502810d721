import { useState, type FormEvent } from 'react';
import { Settings } from '../../../shared/entities/profile.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { TextInput } from '../../components/text-field.tsx';
import { useToast } from '../../components/toast.tsx';
import { useSettingsUpdate } from './use-settings-update.ts';

/** After how many quiet minutes a session ends by itself. */
export function IdleMinutes({ settings }: { settings: Settings }) {
  const { update, running, error } = useSettingsUpdate();
  const toast = useToast();
  const [typed, setTyped] = useState(String(settings.idleMinutes));
  const [problem, setProblem] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const minutes = Settings.shape.idleMinutes.safeParse(/^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN);
    setProblem(minutes.success ? null : 'Please give a whole number from 5 to 1,440.');
    if (!minutes.success) return;
    if (await update({ idleMinutes: minutes.data })) toast({ words: 'Kept.' });
  };

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Field label="End a session after this many quiet minutes" error={problem ?? error?.message ?? null}>
        {(control) => (
          <div className="flex gap-2">
            <TextInput
              {...control}
              inputMode="numeric"
              className="max-w-28"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <Button type="submit" busy={running} disabled={typed.trim() === String(settings.idleMinutes)}>
              Keep
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}
