import { useState, type FormEvent } from 'react';
import { useAction } from '../../client/context.tsx';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { SecretField } from '../../components/text-field.tsx';
import { useToast } from '../../components/toast.tsx';
import { passphraseHint, passphraseProblem, type PassphraseProblem } from '../profiles/passphrase-pair.ts';

type Problem = PassphraseProblem | { field: 'current'; message: string };

/** Another passphrase for the open profile. The present one is asked for, so that nobody passing by can change it. */
export function ChangePassphrase() {
  const change = useAction('profiles.changePassphrase');
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);

  const close = () => {
    setOpen(false);
    setCurrent('');
    setNext('');
    setAgain('');
    setProblem(null);
    change.forgetError();
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (change.running) return;
    const found: Problem | null =
      current === '' ? { field: 'current', message: 'Please type your present passphrase.' } : passphraseProblem(next, again);
    setProblem(found);
    if (found) return;
    const result = await change.run({ current: { kind: 'passphrase', passphrase: current }, next });
    if (result.ok) {
      close();
      toast({ words: 'Your new passphrase is set.' });
    } else if (result.error.code === 'WRONG_PASSPHRASE') setProblem({ field: 'current', message: result.error.message });
    else if (result.error.code === 'WEAK_PASSPHRASE') setProblem({ field: 'passphrase', message: result.error.message });
  };
  const problemOf = (field: Problem['field']) => (problem?.field === field ? problem.message : null);
  const shownAtField = change.error?.code === 'WRONG_PASSPHRASE' || change.error?.code === 'WEAK_PASSPHRASE';

  if (!open) {
    return (
      <Button className="self-start" onClick={() => setOpen(true)}>
        Change passphrase
      </Button>
    );
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex max-w-md flex-col gap-4">
      <SecretField
        label="Present passphrase"
        autoFocus
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
        error={problemOf('current')}
      />
      <SecretField
        label="New passphrase"
        value={next}
        onChange={(event) => setNext(event.target.value)}
        error={problemOf('passphrase')}
        hint={passphraseHint}
      />
      <SecretField
        label="New passphrase again"
        value={again}
        onChange={(event) => setAgain(event.target.value)}
        error={problemOf('again')}
      />
      {change.error && !shownAtField && <Notice tone="alert">{change.error.message}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" busy={change.running}>
          Set passphrase
        </Button>
        <Button look="quiet" disabled={change.running} onClick={close}>
          Leave it as it is
        </Button>
      </div>
    </form>
  );
}
