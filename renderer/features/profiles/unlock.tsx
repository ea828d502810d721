import { useEffect, useRef, useState, type Dispatch, type FormEvent, type ReactNode } from 'react';
import type { ProfileSummary, Secret } from '../../../shared/entities/profile.ts';
import type { GateEvent } from '../../app/gate-state.ts';
import { useAction } from '../../client/context.tsx';
import { Button } from '../../components/button.tsx';
import { ChoiceGroup } from '../../components/choice-group.tsx';
import { counted, shortDay } from '../../components/dates.ts';
import { Notice } from '../../components/notice.tsx';
import { EntrancePage } from '../../components/page.tsx';
import { SecretField, TextField } from '../../components/text-field.tsx';
import { HelpButton } from '../safety/help-before-unlocking.tsx';
import { useCountdown } from './use-countdown.ts';

type UnlockProps = {
  profiles: readonly ProfileSummary[];
  damagedNotice: ReactNode;
  dispatch: Dispatch<GateEvent>;
  onMakeAnother: () => void;
  onHelp: () => void;
};

/** Opens a profile with its passphrase or its recovery code. */
export function Unlock({ profiles, damagedNotice, dispatch, onMakeAnother, onHelp }: UnlockProps) {
  const unlock = useAction('profiles.unlock');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [way, setWay] = useState<Secret['kind']>('passphrase');
  const [typed, setTyped] = useState('');
  const [emptyTried, setEmptyTried] = useState(false);
  const [waitUntil, setWaitUntil] = useState<number | null>(null);
  const secondsLeft = useCountdown(waitUntil);
  const form = useRef<HTMLFormElement>(null);
  const profile = profiles.find(({ id }) => id === chosenId) ?? profiles[0];

  // After a refused attempt the field is ready for the next one.
  const failed = unlock.error !== null;
  useEffect(() => {
    const field = failed ? form.current?.querySelector<HTMLInputElement>('input[name="secret"]') : null;
    field?.focus();
    field?.select();
  }, [failed]);

  if (!profile) return null;

  const reset = () => {
    setTyped('');
    setEmptyTried(false);
    unlock.forgetError();
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (unlock.running || secondsLeft > 0) return;
    setEmptyTried(typed === '');
    if (typed === '') return;
    dispatch({ type: 'entering' });
    const secret: Secret = way === 'passphrase' ? { kind: 'passphrase', passphrase: typed } : { kind: 'recovery', code: typed.trim() };
    const result = await unlock.run({ profileId: profile.id, secret });
    if (result.ok) {
      const recoveryCode = secret.kind === 'recovery' ? secret.code : null;
      dispatch({ type: 'unlocked', profile: result.value.profile, notice: result.value.notice, recoveryCode });
      return;
    }
    dispatch({ type: 'entering-failed' });
    if (result.error.retryAfterMs !== undefined) setWaitUntil(Date.now() + result.error.retryAfterMs);
  };

  const code = unlock.error?.code;
  const wrong =
    unlock.error && (code === 'WRONG_PASSPHRASE' || (code === 'INVALID_INPUT' && way === 'recovery')) ? unlock.error.message : null;
  const tooSoon = code === 'TOO_SOON';
  const emptyWords = way === 'passphrase' ? 'Please type your passphrase.' : 'Please type the code from your paper.';
  const fieldError = emptyTried ? emptyWords : wrong;
  const field = {
    name: 'secret',
    value: typed,
    error: fieldError,
    autoFocus: true,
    onChange: (event: { target: HTMLInputElement }) => setTyped(event.target.value),
  };

  return (
    <EntrancePage
      title="Welcome back"
      intro={profiles.length === 1 ? <span className="break-words">Open {profile.label}</span> : 'Whose place would you like to open?'}
    >
      {damagedNotice}
      <form ref={form} noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
        {profiles.length > 1 && (
          <ChoiceGroup
            label="Profile"
            direction="column"
            value={profile.id}
            choices={profiles.map(({ id, label, createdAt }) => ({ value: id, label, hint: `Made on ${shortDay(createdAt)}` }))}
            onChange={(id) => {
              setChosenId(id);
              setWay('passphrase');
              reset();
            }}
          />
        )}
        {way === 'passphrase' ? (
          <SecretField key={`${profile.id}-passphrase`} label="Passphrase" {...field} />
        ) : (
          <TextField
            key={`${profile.id}-recovery`}
            label="Recovery code"
            autoCapitalize="characters"
            hint="Capital or small letters, with or without spaces and dashes."
            className="font-mono"
            {...field}
          />
        )}
        {unlock.error && !wrong && !tooSoon && <Notice tone="alert">{unlock.error.message}</Notice>}
        {tooSoon && secondsLeft > 0 && (
          <Notice tone="caution">
            <p role="alert">{unlock.error?.message}</p>
            <p aria-hidden className="tabular-nums">
              You can try again in {counted(secondsLeft, 'second', 'seconds')}.
            </p>
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" look="primary" busy={unlock.running} disabled={secondsLeft > 0}>
            Unlock
          </Button>
          {profile.hasRecoveryCode && (
            <Button
              look="quiet"
              disabled={unlock.running}
              onClick={() => {
                setWay(way === 'passphrase' ? 'recovery' : 'passphrase');
                reset();
              }}
            >
              {way === 'passphrase' ? 'Use recovery code instead' : 'Use passphrase instead'}
            </Button>
          )}
        </div>
        <p role="status" className="sr-only">
          {tooSoon && secondsLeft === 0 && 'You can try again now.'}
          {unlock.running && 'Unlocking'}
        </p>
      </form>
      <p className="flex flex-wrap justify-between gap-2 border-t border-line pt-4">
        <Button look="quiet" size="small" className="-ml-3" disabled={unlock.running} onClick={onMakeAnother}>
          Make another profile
        </Button>
        <HelpButton disabled={unlock.running} onClick={onHelp} />
      </p>
    </EntrancePage>
  );
}
