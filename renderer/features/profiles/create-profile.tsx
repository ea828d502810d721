import { useState, type Dispatch, type FormEvent } from 'react';
import { ProfileLabel } from '../../../shared/entities/profile.ts';
import type { GateEvent } from '../../app/gate-state.ts';
import { useAction } from '../../client/context.tsx';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { Notice } from '../../components/notice.tsx';
import { EntrancePage } from '../../components/page.tsx';
import { SecretField, TextField } from '../../components/text-field.tsx';
import { HelpButton } from '../safety/help-before-unlocking.tsx';
import { passphraseHint, passphraseProblem } from './passphrase-pair.ts';

type Problem = { field: 'label' | 'passphrase' | 'again'; message: string };

/** Makes a profile: a label, a passphrase and, if wanted, a recovery code. */
export function CreateProfile({
  first,
  onBack,
  onHelp,
  dispatch,
}: {
  first: boolean;
  onBack?: () => void;
  onHelp: () => void;
  dispatch: Dispatch<GateEvent>;
}) {
  const create = useAction('profiles.create');
  const [label, setLabel] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [withRecoveryCode, setWithRecoveryCode] = useState(true);
  const [problem, setProblem] = useState<Problem | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (create.running) return;
    const form = event.currentTarget;
    const parsedLabel = ProfileLabel.safeParse(label);
    const found: Problem | null = parsedLabel.success
      ? passphraseProblem(passphrase, again)
      : {
          field: 'label',
          message: label.trim() === '' ? 'Please give it a label. Initials are enough.' : (parsedLabel.error.issues[0]?.message ?? ''),
        };
    setProblem(found);
    if (found) {
      form.querySelector<HTMLInputElement>(`input[name="${found.field}"]`)?.focus();
      return;
    }
    dispatch({ type: 'entering' });
    const result = await create.run({ label, passphrase, withRecoveryCode });
    if (result.ok) dispatch({ type: 'created', profile: result.value.profile, recoveryCode: result.value.recoveryCode });
    else {
      dispatch({ type: 'entering-failed' });
      if (result.error.code === 'WEAK_PASSPHRASE') setProblem({ field: 'passphrase', message: result.error.message });
    }
  };

  const problemOf = (field: Problem['field']) => (problem?.field === field ? problem.message : null);
  const otherError = create.error && create.error.code !== 'WEAK_PASSPHRASE' ? create.error.message : null;

  return (
    <EntrancePage
      title={first ? 'A quiet place for your parts' : 'Make another profile'}
      intro="What you write is kept on this computer only, encrypted with a passphrase you choose."
    >
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
        <TextField
          label="Label"
          name="label"
          placeholder="K.M."
          maxLength={80}
          autoFocus
          value={label}
          onChange={(event) => setLabel(event.target.value)}
          error={problemOf('label')}
          hint="Anyone who can use this computer can read the label, even before you unlock. Initials are a good choice."
        />
        <SecretField
          label="Passphrase"
          name="passphrase"
          value={passphrase}
          onChange={(event) => setPassphrase(event.target.value)}
          error={problemOf('passphrase')}
          hint={passphraseHint}
        />
        <SecretField
          label="Passphrase again"
          name="again"
          value={again}
          onChange={(event) => setAgain(event.target.value)}
          error={problemOf('again')}
        />
        <Checkbox
          label="Make a recovery code"
          checked={withRecoveryCode}
          onChange={setWithRecoveryCode}
          hint="A code to print or write down. It opens the profile if you forget the passphrase."
        />
        <Notice tone={withRecoveryCode ? 'plain' : 'caution'}>
          {withRecoveryCode
            ? 'If both the passphrase and the recovery code are lost, no one can open this profile again, not even us.'
            : 'Without a recovery code the passphrase is the only way in. If it is lost, no one can open this profile again, not even us.'}
        </Notice>
        {otherError && <Notice tone="alert">{otherError}</Notice>}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" look="primary" busy={create.running}>
            Create profile
          </Button>
          {onBack && (
            <Button look="quiet" disabled={create.running} onClick={onBack}>
              Go back
            </Button>
          )}
          <p role="status" className="text-sm text-muted">
            {create.running && 'Making your key. This takes a second or two.'}
          </p>
        </div>
      </form>
      <p className="border-t border-line pt-4">
        <span className="-ml-3 inline-block">
          <HelpButton disabled={create.running} onClick={onHelp} />
        </span>
      </p>
    </EntrancePage>
  );
}
