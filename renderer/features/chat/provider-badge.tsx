import { Cloud, HardDrive, Lock } from 'lucide-react';
import { useState } from 'react';
import type { Destination } from '../../../shared/entities/provider.ts';
import type { SessionId } from '../../../shared/ids.ts';
import { useCall } from '../../client/queries.ts';
import { Badge } from '../../components/badge.tsx';
import { Tooltip } from '../../components/tooltip.tsx';
import { WhatIsSent } from '../settings/what-is-sent.tsx';
import { placeWords } from './place-words.ts';

export type ProviderBadgeProps = {
  wordClasses: string;
  /** The session that is looked at; else the one that goes on or is begun next. */
  sessionId?: SessionId | undefined;
  /** The session that is begun next will be private. */
  isPrivate: boolean;
};

/** Where the words of the next message go. Pressing it shows the exact request. */
export function ProviderBadge({ wordClasses, sessionId, isPrivate }: ProviderBadgeProps) {
  const remembers = useCall('providers.get', {}).data?.rememberWithModel === true;
  const told = useCall('providers.destination', sessionId ? { sessionId } : {}).data ?? here;
  const destination: Destination = isPrivate && told.to !== 'guide' ? { to: 'guide', staysHere: 'private' } : told;
  const [open, setOpen] = useState(false);
  const { place, explanation } = placeWords(destination);
  const away = destination.to === 'anthropic';
  const Picture = away ? Cloud : destination.staysHere === 'private' ? Lock : HardDrive;
  return (
    <>
      <Tooltip side="bottom" words={explanation}>
        <button type="button" aria-label={`${place}. What is sent`} className="rounded-full" onClick={() => setOpen(true)}>
          <Badge tone={away ? 'caution' : 'pine'} icon={<Picture aria-hidden className="size-3.5 max-md:my-1" />}>
            <span className={wordClasses}>{place}</span>
          </Badge>
        </button>
      </Tooltip>
      <WhatIsSent open={open} onOpenChange={setOpen} isPrivate={destination.staysHere === 'private'} remembers={remembers} />
    </>
  );
}

const here: Destination = { to: 'guide', staysHere: 'guide' };
