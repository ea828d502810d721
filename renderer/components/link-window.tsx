import { Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

/** Shows where a link leads. Trailhead opens nothing outside of itself; the address can be copied. */
export function LinkWindow({ address, onClose }: { address: string | null; onClose: () => void }) {
  const [outcome, setOutcome] = useState('');
  const copy = async (text: string) => {
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setOutcome(done ? 'Copied.' : 'It can’t be copied from here. You can select it and copy it yourself.');
  };
  const close = () => {
    setOutcome('');
    onClose();
  };
  return (
    <Dialog
      open={address !== null}
      onOpenChange={(open) => !open && close()}
      title="This link leads out of Trailhead"
      description="Nothing is opened from here, so that nobody learns what you keep. You can take the address along."
    >
      <p dir="ltr" className="rounded-md bg-sunken px-3 py-2 font-mono text-sm break-all select-all">
        {address}
      </p>
      <div className="flex flex-wrap items-center justify-end gap-3">
        <p role="status" className="flex-1 text-sm text-muted">
          {outcome}
        </p>
        <Button look="primary" icon={<Copy aria-hidden className="size-4" />} onClick={() => address !== null && void copy(address)}>
          Copy the address
        </Button>
      </div>
    </Dialog>
  );
}
