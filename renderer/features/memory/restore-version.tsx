import { RotateCcw } from 'lucide-react';
import { useAction } from '../../client/context.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { useTakeBack } from './use-take-back.ts';
import { WhatChanged } from './what-changed.tsx';

/** Shows what would change, and puts an earlier memory in place of the present one. */
export function RestoreVersion({ version, newest, onClose }: { version: number; newest: number; onClose: () => void }) {
  const restore = useAction('memory.restore');
  const { tell } = useTakeBack();
  const run = async () => {
    const result = await restore.run({ version });
    if (!result.ok) return;
    onClose();
    const written = result.value.version;
    tell(`The memory is as it was at version ${version}.`, written === newest ? null : written);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Restore version ${version}?`}
      description="This is what would change. It becomes a new version, so it can be taken back. What you asked never to be remembered stays out."
    >
      <WhatChanged from={newest} to={version} restoring nothing="Nothing would change: the memory is like this already." />
      {restore.error && <Notice tone="alert">{restore.error.message}</Notice>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Leave it</Button>
        <Button look="primary" busy={restore.running} icon={<RotateCcw aria-hidden className="size-4" />} onClick={() => void run()}>
          Restore
        </Button>
      </div>
    </Dialog>
  );
}
