import { Copy, Printer } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { shortDay } from '../../components/dates.ts';
import { EntrancePage } from '../../components/page.tsx';
import { codeGroups } from './code-groups.ts';

/** Shows the recovery code, the only time it can be seen. */
export function KeepRecoveryCode({ recoveryCode, label, onDone }: { recoveryCode: string; label: string; onDone: () => void }) {
  const [today] = useState(() => shortDay(Date.now()));
  const [kept, setKept] = useState(false);
  const [copyWords, setCopyWords] = useState('');
  const copy = async () => {
    const copied = await navigator.clipboard.writeText(recoveryCode).then(
      () => true,
      () => false,
    );
    setCopyWords(
      copied ? 'Copied. Clear the clipboard once it is in its place.' : 'Copying did not work here. Please print it or write it down.',
    );
  };
  return (
    <EntrancePage
      title="Your recovery code"
      intro="It opens your profile if the passphrase is forgotten. It is shown this once and is not kept on this computer, so please print it or write it down."
    >
      <section aria-label="Recovery code">
        <Card className="flex flex-col gap-3">
          <p className="sr-only">{codeGroups(recoveryCode).join(' ')}</p>
          <ol aria-hidden className="grid grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))] gap-2">
            {codeGroups(recoveryCode).map((group, index) => (
              <li key={index} className="rounded-sm bg-sunken px-2 py-1.5 text-center font-mono text-lg tracking-wider">
                {group}
              </li>
            ))}
          </ol>
          <p className="text-sm text-muted">
            Trailhead, profile “{label}”, {today}
          </p>
        </Card>
      </section>
      <div className="not-printed flex flex-wrap gap-3">
        <Button icon={<Printer aria-hidden className="size-4" />} onClick={() => print()}>
          Print
        </Button>
        <Button icon={<Copy aria-hidden className="size-4" />} onClick={() => void copy()}>
          Copy
        </Button>
        <p role="status" className="w-full text-sm text-muted empty:hidden">
          {copyWords}
        </p>
      </div>
      <div className="not-printed flex flex-col items-start gap-5 border-t border-line pt-5">
        <p className="text-sm text-muted">If both the passphrase and this code are lost, no one can open the profile again, not even us.</p>
        <Checkbox label="I have kept it somewhere safe" checked={kept} onChange={setKept} />
        <Button look="primary" disabled={!kept} onClick={onDone}>
          Continue
        </Button>
      </div>
    </EntrancePage>
  );
}
