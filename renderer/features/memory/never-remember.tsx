import { Ban } from 'lucide-react';
import { useState } from 'react';
import type { CallError } from '../../../shared/errors.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Notice } from '../../components/notice.tsx';

/** Says what a rule does before one is made. */
export function NeverRemember({ onNever, onClose }: { onNever: () => Promise<CallError | null>; onClose: () => void }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const run = async () => {
    setBusy(true);
    const failure = await onNever();
    setBusy(false);
    if (failure) setError(failure);
    else onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Never remember this?"
      description="It is taken out of the memory, and a rule is kept so that nothing you write brings it back, nor any restored version."
    >
      <ul className="flex list-disc flex-col gap-1 pl-5 text-base">
        <li>What you wrote stays in your sessions.</li>
        <li>Earlier versions of the memory still hold it, as they were then.</li>
        <li>The rule itself doesn’t say what it is about. You can allow it again at the end of this page.</li>
      </ul>
      {error && <Notice tone="alert">{error.message}</Notice>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Leave it</Button>
        <Button look="danger" busy={busy} icon={<Ban aria-hidden className="size-4" />} onClick={() => void run()}>
          Never remember this
        </Button>
      </div>
    </Dialog>
  );
}
