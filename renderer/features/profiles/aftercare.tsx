import type { Aftercare } from '../../app/gate-state.ts';
import { ChooseNewPassphrase } from './choose-new-passphrase.tsx';
import { KeepRecoveryCode } from './keep-recovery-code.tsx';

/** What comes between a profile's opening and its first page. */
export function AftercarePage({ aftercare, onDone }: { aftercare: Aftercare; onDone: () => void }) {
  return aftercare.kind === 'keep-code' ? (
    <KeepRecoveryCode recoveryCode={aftercare.recoveryCode} label={aftercare.label} onDone={onDone} />
  ) : (
    <ChooseNewPassphrase recoveryCode={aftercare.recoveryCode} onDone={onDone} />
  );
}
