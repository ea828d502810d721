import type { ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';

type Tone = 'plain' | 'pine' | 'caution' | 'tentative';

const tones: Record<Tone, string> = {
  plain: 'bg-sunken text-muted border-line',
  pine: 'bg-pine-soft text-pine border-transparent',
  caution: 'bg-caution-soft text-caution border-transparent',
  tentative: 'bg-transparent text-muted border-edge border-dashed',
};

/** A word or two about the thing beside it. */
export function Badge({ tone = 'plain', icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span
      className={joinClasses(
        'inline-flex items-center gap-1.5 rounded-full border px-2.5 py-0.5 text-xs font-medium whitespace-nowrap',
        tones[tone],
      )}
    >
      {icon}
      {children}
    </span>
  );
}
