import { useState, type FormEvent } from 'react';
import { useAction } from '../../client/context.tsx';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { EntrancePage } from '../../components/page.tsx';
import { SecretField } from '../../components/text-field.tsx';
import { passphraseHint, passphraseProblem, type PassphraseProblem } from './passphrase-pair.ts';

/** After the recovery code opened the profile: a passphrase the person knows again. */
export function ChooseNewPassphrase({ recoveryCode, onDone }: { recoveryCode: string; onDone: () => void }) {
  const change = useAction('profiles.changePassphrase');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<PassphraseProblem | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (change.running) return;
    const found = passphraseProblem(passphrase, again);
    setProblem(found);
    if (found) return;
    const result = await change.run({ current: { kind: 'recovery', code: recoveryCode }, next: passphrase });
    if (result.ok) onDone();
  };

  return (
    <EntrancePage
      title="Choose a new passphrase"
      intro="Your profile is open again. Please choose a passphrase for the next time. The recovery code stays valid, so keep it."
    >
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
        <SecretField
          label="New passphrase"
          autoFocus
          value={passphrase}
          onChange={(event) => setPassphrase(event.target.value)}
          error={problem?.field === 'passphrase' ? problem.message : null}
          hint={passphraseHint}
        />
        <SecretField
          label="New passphrase again"
          value={again}
          onChange={(event) => setAgain(event.target.value)}
          error={problem?.field === 'again' ? problem.message : null}
        />
        {change.error && <Notice tone="alert">{change.error.message}</Notice>}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look="primary" busy={change.running}>
            Set passphrase
          </Button>
          <Button look="quiet" disabled={change.running} onClick={onDone}>
            Do it later
          </Button>
        </div>
      </form>
    </EntrancePage>
  );
}
