import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { MapPart } from '../../../shared/contracts/map.ts';
import type { Relationship } from '../../../shared/entities/relationship.ts';
import type { PartId } from '../../../shared/ids.ts';
import { places } from '../../app/places.ts';
import { Badge } from '../../components/badge.tsx';
import { Button, IconButton, buttonClasses } from '../../components/button.tsx';
import { Meter } from '../../components/meter.tsx';
import { RoleBadge } from '../../components/role-badge.tsx';
import { statusWords } from '../../components/status-words.ts';
import { PartRelationships } from '../parts/part-relationships.tsx';
import { confidenceWords } from '../parts/part-words.ts';
import { MapPartSign } from './map-part-sign.tsx';
import { relationshipSentence } from './map-words.ts';
import type { Direction } from './picture/geometry.ts';
import type { Choice } from './picture/marks.ts';
import { RelationshipButtons } from './relationship-buttons.tsx';
import type { VisibleMap } from './visible-map.ts';

export type MapInspectorProps = {
  map: VisibleMap;
  chosen: Choice;
  focusId: PartId | null;
  onFocus: (partId: PartId | null) => void;
  onNudge: (partId: PartId, direction: Direction) => void;
  onClose: () => void;
};

/** What is chosen, with all that can be done about it. Null when it is no longer there. */
export function MapInspector({ map, chosen, onClose, ...rest }: MapInspectorProps) {
  const nameOf = (id: PartId) => map.parts.find((part) => part.id === id)?.name ?? 'Another part';
  if (chosen.kind === 'part') {
    const part = map.parts.find(({ id }) => id === chosen.id);
    return part ? <ChosenPart part={part} onClose={onClose} {...rest} /> : null;
  }
  const relationship = map.relationships.find(({ id }) => id === chosen.id);
  return relationship ? <ChosenRelationship relationship={relationship} nameOf={nameOf} onClose={onClose} /> : null;
}

function Frame({ label, heading, onClose, children }: { label: string; heading: ReactNode; onClose: () => void; children: ReactNode }) {
  return (
    <section aria-label={label} className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4">
      <div className="flex items-start gap-2">
        {heading}
        <IconButton label="Close" icon={<X aria-hidden className="size-4.5" />} onClick={onClose} className="-mt-1.5 -mr-1.5 ml-auto" />
      </div>
      {children}
    </section>
  );
}

const arrows = [
  { direction: 'left', label: 'Move it left', Picture: ArrowLeft },
  { direction: 'up', label: 'Move it up', Picture: ArrowUp },
  { direction: 'down', label: 'Move it down', Picture: ArrowDown },
  { direction: 'right', label: 'Move it right', Picture: ArrowRight },
] as const;

function ChosenPart({ part, focusId, onFocus, onNudge, onClose }: Omit<MapInspectorProps, 'map' | 'chosen'> & { part: MapPart }) {
  const focused = focusId === part.id;
  const heading = (
    <>
      <MapPartSign part={part} />
      <h2 dir="auto" className="min-w-0 text-base font-semibold wrap-anywhere">
        {part.name}
      </h2>
    </>
  );
  return (
    <Frame label="Chosen part" heading={heading} onClose={onClose}>
      <div className="flex flex-wrap items-center gap-1.5">
        <RoleBadge role={part.role} />
        <Badge tone={part.status === 'emerging' ? 'tentative' : 'plain'}>{statusWords[part.status]}</Badge>
        <Meter label="How clearly it was seen" value={part.confidence} words={confidenceWords(part.confidence)} />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Link href={places.part(part.id)} className={buttonClasses('secondary', 'small')}>
          Open its page
        </Link>
        <Button size="small" onClick={() => onFocus(focused ? null : part.id)}>
          {focused ? 'Show the others' : 'Show it with its neighbours'}
        </Button>
        <div role="group" aria-label="Its place on the map" className="flex">
          {arrows.map(({ direction, label, Picture }) => (
            <IconButton
              key={direction}
              label={label}
              icon={<Picture aria-hidden className="size-4" />}
              onClick={() => onNudge(part.id, direction)}
              className="size-8"
            />
          ))}
        </div>
      </div>
      <PartRelationships key={part.id} part={part} />
    </Frame>
  );
}

function ChosenRelationship({
  relationship,
  nameOf,
  onClose,
}: {
  relationship: Relationship;
  nameOf: (id: PartId) => string;
  onClose: () => void;
}) {
  const sentence = relationshipSentence(relationship, nameOf);
  const heading = (
    <h2 dir="auto" className="min-w-0 text-base font-semibold wrap-anywhere">
      {sentence}
    </h2>
  );
  return (
    <Frame label="Chosen relationship" heading={heading} onClose={onClose}>
      {relationship.type === 'polarized' && (
        <Meter label="How strongly they are at odds" value={relationship.level / 10} words={`${relationship.level} of 10`} />
      )}
      {relationship.notes && (
        <p dir="auto" className="words max-w-[68ch] text-sm">
          {relationship.notes}
        </p>
      )}
      <RelationshipButtons relationship={relationship} sentence={sentence} onRemoved={onClose} />
    </Frame>
  );
}
