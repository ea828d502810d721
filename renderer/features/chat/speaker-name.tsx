import type { Speaker } from '../../../shared/entities/session.ts';
import { useOptionalCall } from '../../client/queries.ts';
import { PartSign } from '../parts/part-sign.tsx';
import { forgottenPart } from '../parts/part-words.ts';

/** Who speaks in a line of a dialogue, as it is read out. */
export const speakerWords = (speaker: Speaker): string => (speaker.kind === 'self' ? 'You, as Self' : `You, as ${nameOf(speaker)}`);

const nameOf = ({ name }: { name: string }): string => (name === '' ? forgottenPart : name);

/** Who speaks in a line of a dialogue: a part with its own sign and the name it had then. */
export function SpeakerName({ speaker }: { speaker: Speaker }) {
  const part = useOptionalCall('parts.get', speaker.kind === 'part' && speaker.name !== '' ? { partId: speaker.partId } : null);
  return (
    <span className="flex items-center gap-1.5 font-medium text-ink">
      {part.data && <PartSign part={part.data} />}
      <bdi>{speaker.kind === 'self' ? 'You, as Self' : nameOf(speaker)}</bdi>
    </span>
  );
}
