import { Cloud, HardDrive } from 'lucide-react';
import { useState } from 'react';
import { useCall } from '../../client/queries.ts';
import { Badge } from '../../components/badge.tsx';
import { Tooltip } from '../../components/tooltip.tsx';
import { WhatIsSent } from '../settings/what-is-sent.tsx';

/** Where the words of the next message go. Pressing it shows the exact request. */
export function ProviderBadge({ wordClasses }: { wordClasses: string }) {
  const state = useCall('providers.get', {}).data;
  const answering = state?.answering ?? 'guide';
  const [open, setOpen] = useState(false);
  const away = answering === 'anthropic';
  const place = away ? 'Anthropic' : 'On this computer';
  const Picture = away ? Cloud : HardDrive;
  return (
    <>
      <Tooltip side="bottom" words={explanations[answering]}>
        <button type="button" aria-label={`${place}. What is sent`} className="rounded-full" onClick={() => setOpen(true)}>
          <Badge tone={away ? 'caution' : 'pine'} icon={<Picture aria-hidden className="size-3.5 max-md:my-1" />}>
            <span className={wordClasses}>{place}</span>
          </Badge>
        </button>
      </Tooltip>
      <WhatIsSent open={open} onOpenChange={setOpen} remembers={state?.rememberWithModel === true} />
    </>
  );
}

const explanations = {
  guide: 'What you write stays on this computer, and the companion’s replies are made here. Nothing is sent anywhere.',
  local: 'What you write stays on this computer. A model that runs here answers.',
  anthropic: 'What you write here is sent to Anthropic, whose model answers. Press to see exactly what.',
} as const;
