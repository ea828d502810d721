import { Copy, ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { OutsideAddress, type Destination, destinationOf, isSpelledOut } from '../../shared/entities/outside-address.ts';
import { Button, buttonClasses } from './button.tsx';
import { Dialog } from './dialog.tsx';

/**
 * Shows where a link leads before anything is opened. A plain web page or mail address can be handed to the person’s browser or mail program;
 * anything else can only be copied, and why is said. In Electron the main process reads the address anew, and the system asks once more.
 */
export function LinkWindow({ address, onClose }: { address: string | null; onClose: () => void }) {
  return address === null ? null : <Shown typed={address} onClose={onClose} />;
}

function Shown({ typed, onClose }: { typed: string; onClose: () => void }) {
  const [outcome, setOutcome] = useState('');
  const read = OutsideAddress.safeParse(typed);
  const shown = read.success ? read.data : typed;
  const destination = read.success ? destinationOf(read.data) : null;
  const openable = read.success && reachesOtherPrograms() ? read.data : null;
  const copy = async () => {
    const done = await navigator.clipboard.writeText(shown).then(
      () => true,
      () => false,
    );
    setOutcome(done ? 'Copied.' : 'Please select it to copy it.');
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={read.success ? 'This link leads out of Trailhead' : 'This link can only be copied'}
      description={
        destination === null
          ? (read.error?.issues[0]?.message ?? '')
          : openable === null
            ? 'This window opens no other page. You can copy the address and take it to your browser.'
            : whatHappens[destination.kind]
      }
    >
      {destination && <Name destination={destination} />}
      <p dir="ltr" className="rounded-md bg-sunken px-3 py-2 font-mono text-sm break-all select-all">
        {shown}
      </p>
      {/* An address can be long: what can be done with it stays in sight. */}
      <div className="sticky -bottom-6 -mx-6 -mt-2 -mb-6 flex flex-wrap items-center justify-end gap-3 bg-surface px-6 pt-2 pb-6">
        <p role="status" className="flex-1 text-sm text-muted">
          {outcome}
        </p>
        <Button
          look={openable === null ? 'primary' : 'secondary'}
          icon={<Copy aria-hidden className="size-4" />}
          onClick={() => void copy()}
        >
          Copy the address
        </Button>
        {openable !== null && destination && (
          <a href={openable} target="_blank" rel="noopener noreferrer" onClick={onClose} className={buttonClasses('primary')}>
            <ExternalLink aria-hidden className="size-4" />
            {destination.kind === 'site' ? 'Open in the browser' : 'Write a mail'}
          </a>
        )}
      </div>
    </Dialog>
  );
}

const whatHappens: Record<Destination['kind'], string> = {
  site: 'Your browser will open it; this is outside of Trailhead, also while connections are off here. The site can tell that somebody came, and sees all that stands in the address.',
  mail: 'Your mail program will open with this address; this is outside of Trailhead, also while connections are off here. Nothing is sent before you send it.',
};

function Name({ destination }: { destination: Destination }) {
  return (
    <div>
      <p className="text-sm text-muted">{destination.kind === 'site' ? 'It leads to' : 'It writes to'}</p>
      <p dir="ltr" className="font-mono text-lg font-semibold break-all">
        {destination.name}
      </p>
      {isSpelledOut(destination) && (
        <p className="mt-1 text-sm text-muted">
          This is how the internet spells a name with letters from outside of the English alphabet. Such a name can look like another one.
        </p>
      )}
    </div>
  );
}

/** The window that the loopback host opens for itself (an app window, not a tab) is cut off from everything but this computer. */
const reachesOtherPrograms = () => window.trailhead !== undefined || window.matchMedia('(display-mode: browser)').matches;
