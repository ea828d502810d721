import { ArrowLeft, LifeBuoy } from 'lucide-react';
import { useState } from 'react';
import type { CountryCode } from '../../../shared/entities/helpline.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Help, helpIntro } from './help.tsx';

/** Help for whoever has not unlocked, or can’t. Nothing is kept. */
export function HelpBeforeUnlocking({ onBack }: { onBack: () => void }) {
  const [country, setCountry] = useState<CountryCode | null>(null);
  return (
    <main className="h-full">
      <Page
        title="Help"
        intro={helpIntro}
        above={
          <Button look="quiet" size="small" autoFocus icon={<ArrowLeft aria-hidden className="size-4" />} onClick={onBack}>
            Back
          </Button>
        }
      >
        <Help country={country} onCountry={setCountry} />
      </Page>
    </main>
  );
}

/** The way to it from the pages before a profile is open. */
export function HelpButton({ onClick, disabled }: { onClick: () => void; disabled: boolean }) {
  return (
    <Button look="quiet" size="small" disabled={disabled} icon={<LifeBuoy aria-hidden className="size-4" />} onClick={onClick}>
      Help now
    </Button>
  );
}
