import { Check } from 'lucide-react';
import { useRef } from 'react';
import { Link } from 'wouter';
import type { Proposal } from '../../../shared/entities/proposal.ts';
import type { PartId } from '../../../shared/ids.ts';
import { places } from '../../app/places.ts';
import { useCall } from '../../client/queries.ts';
import { relationshipFrom } from '../parts/relationship-words.ts';
import { DeclinedProposal, ProposalButtons, ProposalFrame, ProposalQuestion, ProposalQuote } from './proposal-frame.tsx';
import { useProposalAnswers } from './use-proposal-answers.ts';
import { linkClasses } from '../../components/link-classes.ts';

type Offered = NonNullable<Proposal['relationship']>;
type Props = { proposal: Proposal; relationship: Offered; onSettled: (proposal: Proposal) => void };

/** A relationship of two parts, offered to the person: they accept it, leave it for later or say that it is none. */
export function RelationshipProposalCard({ proposal, relationship, onSettled }: Props) {
  const card = useRef<HTMLDivElement>(null);
  const answers = useProposalAnswers(proposal, card, onSettled);
  const { state } = proposal;
  const { waiting } = answers;
  const onAccept = async () => {
    const accepted = await answers.accept({});
    if (accepted) answers.settle(accepted.proposal);
  };
  return (
    <ProposalFrame ref={card} proposal={proposal} edge="border-l-pine">
      {waiting && <ProposalQuestion proposal={proposal}>Might these two be related?</ProposalQuestion>}
      <p role={waiting ? undefined : 'status'} className="flex flex-wrap items-center gap-x-1.5 text-base">
        {state === 'accepted' && <Check aria-hidden className="size-4 shrink-0 text-pine" />}
        <RelatedParts relationship={relationship} />
        {state === 'accepted' && <span className="text-sm text-muted">This is now on record.</span>}
      </p>
      {waiting && (
        <>
          <ProposalQuote proposal={proposal} />
          <ProposalButtons proposal={proposal} answers={answers} no="Not related" onAccept={() => void onAccept()} />
        </>
      )}
      {state === 'declined' && !waiting && <DeclinedProposal words="You said that they are not." onReconsider={answers.reconsider} />}
    </ProposalFrame>
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
    <Link dir="auto" href={places.part(partId)} className={`font-medium ${linkClasses}`}>
      {name}
    </Link>
  );
}
