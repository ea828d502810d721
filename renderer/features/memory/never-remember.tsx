import { Ban } from 'lucide-react';
import type { BeliefId } from '../../../shared/ids.ts';
import { useAction } from '../../client/context.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { useTakeBack } from './use-take-back.ts';

/** Says what a rule does before one is made. */
export function NeverRemember({ beliefId, onClose }: { beliefId: BeliefId; onClose: () => void }) {
  const never = useAction('memory.never');
  const { tell } = useTakeBack();
  const run = async () => {
    const result = await never.run({ beliefId });
    if (!result.ok) return;
    tell('It is not remembered again.', null);
    onClose();
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
      {never.error && <Notice tone="alert">{never.error.message}</Notice>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Leave it</Button>
        <Button look="danger" busy={never.running} icon={<Ban aria-hidden className="size-4" />} onClick={() => void run()}>
          Never remember this
        </Button>
      </div>
    </Dialog>
  );
}
