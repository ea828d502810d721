import { CircleAlert, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';

type Tone = 'plain' | 'caution' | 'alert';

const tones: Record<Tone, string> = {
  plain: 'bg-pine-soft text-ink',
  caution: 'bg-caution-soft text-caution',
  alert: 'bg-alert-soft text-alert',
};

/** A sentence or two set apart. An alert is read out as soon as it appears. */
export function Notice({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  const Picture = tone === 'plain' ? Info : CircleAlert;
  return (
    <div role={tone === 'alert' ? 'alert' : undefined} className={joinClasses('flex gap-3 rounded-md px-4 py-3 text-sm', tones[tone])}>
      <Picture aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1 break-words">{children}</div>
    </div>
  );
}
