import type { ReactNode } from 'react';
import type { CountryCode } from '../../../shared/entities/helpline.ts';
import { Breathing } from './breathing.tsx';
import { GroundingSteps } from './grounding-steps.tsx';
import { Helplines } from './helplines.tsx';

export const helpIntro =
  'Trailhead is software and not a therapist, and it can’t call anybody for you. The people below can listen. You don’t need to know what to say, and it doesn’t have to be an emergency.';

/** What helps in a hard moment: people first, then two ways to find some ground. */
export function Help({ country, onCountry }: { country: CountryCode | null; onCountry: (country: CountryCode | null) => void }) {
  return (
    <div className="flex max-w-3xl flex-col divide-y divide-line [&>*]:py-6 [&>*:first-child]:pt-0">
      <Section title="Talk to somebody">
        <Helplines country={country} onCountry={onCountry} />
      </Section>
      <Section title="Breathe">
        <Breathing />
      </Section>
      <Section title="Come back through your senses">
        <GroundingSteps />
      </Section>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-4">
      <h2 className="text-lg font-semibold">{title}</h2>
      {children}
    </section>
  );
}
