import { Check } from 'lucide-react';
import { useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Proposal } from '../../../shared/entities/proposal.ts';
import type { PartId } from '../../../shared/ids.ts';
import { places } from '../../app/places.ts';
import { useAction } from '../../client/context.tsx';
import { useCall } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { relationshipFrom } from '../parts/relationship-words.ts';

type Offered = NonNullable<Proposal['relationship']>;
type Props = { proposal: Proposal; relationship: Offered; onSettled: (proposal: Proposal) => void };

/** A relationship of two parts, offered to the person: they accept it, leave it for later or say that it is none. */
export function RelationshipProposalCard({ proposal, relationship, onSettled }: Props) {
  const card = useRef<HTMLDivElement>(null);
  const accept = useAction('proposals.accept');
  const decline = useAction('proposals.decline');
  const postpone = useAction('proposals.postpone');
  const [reconsidering, setReconsidering] = useState(false);
  const { id, state, quote } = proposal;
  const waiting = state === 'open' || state === 'later' || (state === 'declined' && reconsidering);
  const error = accept.error ?? decline.error ?? postpone.error;

  const settle = (settled: Proposal) => {
    setReconsidering(false);
    onSettled(settled);
    card.current?.focus({ preventScroll: true });
  };
  const onAccept = async () => {
    const result = await accept.run({ proposalId: id });
    if (result.ok) settle(result.value.proposal);
  };
  const onAside = async ({ run }: typeof decline | typeof postpone) => {
    const result = await run({ proposalId: id });
    if (result.ok) settle(result.value);
  };

  return (
    <div
      ref={card}
      role="group"
      aria-label={`Proposal: ${proposal.name}`}
      data-proposal-id={id}
      tabIndex={-1}
      className="flex scroll-mb-16 flex-col gap-3 rounded-r-md border border-l-4 border-line border-l-pine bg-surface px-4 py-3"
    >
      {waiting && (
        <p className="text-sm text-muted">
          {state === 'later' ? 'It can wait. You can come back to this whenever you like.' : 'Might these two be related?'}
        </p>
      )}
      <p role={waiting ? undefined : 'status'} className="flex flex-wrap items-center gap-x-1.5 text-base">
        {state === 'accepted' && <Check aria-hidden className="size-4 shrink-0 text-pine" />}
        <RelatedParts relationship={relationship} />
        {state === 'accepted' && <span className="text-sm text-muted">This is now on record.</span>}
      </p>
      {waiting && state !== 'later' && (
        <blockquote dir="auto" className="words line-clamp-4">
          “{quote}”
        </blockquote>
      )}
      {error && (
        <p role="alert" className="text-sm text-alert">
          {error.message}
        </p>
      )}
      {waiting && (
        <div className="flex flex-wrap gap-2">
          <Button look="primary" size="small" busy={accept.running} onClick={() => void onAccept()}>
            Accept
          </Button>
          {state !== 'later' && (
            <Button size="small" busy={postpone.running} onClick={() => void onAside(postpone)}>
              Not now
            </Button>
          )}
          <Button look="quiet" size="small" busy={decline.running} onClick={() => void onAside(decline)}>
            Not related
          </Button>
        </div>
      )}
      {state === 'declined' && !reconsidering && (
        <p className="flex flex-wrap items-center justify-between gap-2 text-sm text-muted">
          You said that they are not. These words won’t be asked about again.
          <Button look="quiet" size="small" onClick={() => setReconsidering(true)}>
            Reconsider
          </Button>
        </p>
      )}
    </div>
  );
}

function RelatedParts({ relationship }: { relationship: Offered }) {
  const { fromPartId, toPartId } = relationship;
  return (
    <>
      <PartLink partId={fromPartId} />
      <span>{relationshipFrom(relationship, fromPartId).words.toLowerCase()}</span>
      <PartLink partId={toPartId} />
    </>
  );
}

function PartLink({ partId }: { partId: PartId }) {
  const name = useCall('parts.get', { partId }).data?.name ?? 'a part';
  return (
    <Link dir="auto" href={places.part(partId)} className="font-medium text-pine underline underline-offset-2 hover:text-pine-deep">
      {name}
    </Link>
  );
}
