import { Check } from 'lucide-react';
import { useRef, useState, type FormEvent } from 'react';
import { Link } from 'wouter';
import { PartName, type PartRole } from '../../../shared/entities/part.ts';
import type { Proposal } from '../../../shared/entities/proposal.ts';
import { places } from '../../app/places.ts';
import { useCall } from '../../client/queries.ts';
import { linkClasses } from '../../components/link-classes.ts';
import { RoleBadge } from '../../components/role-badge.tsx';
import { TextField } from '../../components/text-field.tsx';
import { DeclinedProposal, ProposalButtons, ProposalFrame, ProposalQuestion, ProposalQuote } from './proposal-frame.tsx';
import { offerQuestion, partOffered } from './offered-part.ts';
import { useProposalAnswers } from './use-proposal-answers.ts';

const edges: Record<PartRole, string> = {
  manager: 'border-l-manager',
  firefighter: 'border-l-firefighter',
  exile: 'border-l-exile',
  unknown: 'border-l-unknown',
};

/** A part offered to the person: they accept it, give it another name, leave it for later or say that it is none. */
export function ProposalCard({ proposal, onSettled }: { proposal: Proposal; onSettled: (proposal: Proposal) => void }) {
  const card = useRef<HTMLDivElement>(null);
  const answers = useProposalAnswers(proposal, card, onSettled);
  const [name, setName] = useState(proposal.name);
  const [nameProblem, setNameProblem] = useState<string | null>(null);
  const known = partOffered(proposal.name, useCall('map.get', {}).data?.parts ?? []);
  const [added, setAdded] = useState(false);
  const onAccept = async (event: FormEvent) => {
    event.preventDefault();
    const parsed = PartName.safeParse(known ? proposal.name : name);
    setNameProblem(parsed.success ? null : (parsed.error.issues[0]?.message ?? 'Please give it a name.'));
    if (!parsed.success) return;
    const accepted = await answers.accept(parsed.data === proposal.name ? {} : { name: parsed.data });
    // A part that had words before was there already.
    setAdded((accepted?.part?.evidenceCount ?? 0) > 1);
    if (accepted) answers.settle({ ...accepted.proposal, ...(accepted.part && { name: accepted.part.name }) });
  };
  return (
    <ProposalFrame ref={card} proposal={proposal} edge={edges[proposal.role]}>
      <div role="status" className="text-sm empty:hidden">
        {!answers.waiting && <SettledWords proposal={proposal} isKnown={known !== null} added={added} onReconsider={answers.reconsider} />}
      </div>
      {answers.waiting && (
        <form noValidate onSubmit={(event) => void onAccept(event)} className="flex flex-col gap-3">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <ProposalQuestion proposal={proposal}>{offerQuestion(known)}</ProposalQuestion>
            <RoleBadge role={proposal.role} />
          </div>
          <ProposalQuote proposal={proposal} />
          {!known && (
            <div className="max-w-80">
              <TextField
                label="Name"
                maxLength={120}
                value={name}
                onChange={(event) => setName(event.target.value)}
                error={nameProblem}
                dir="auto"
              />
            </div>
          )}
          <ProposalButtons proposal={proposal} answers={answers} no={known ? 'Not this part' : 'Not a part'} />
        </form>
      )}
    </ProposalFrame>
  );
}

function SettledWords({
  proposal: { name, partId, state },
  isKnown,
  added,
  onReconsider,
}: {
  proposal: Proposal;
  isKnown: boolean;
  /** The words went to a part there was already. */
  added: boolean;
  onReconsider: () => void;
}) {
  switch (state) {
    case 'open':
    case 'later':
      return null;
    case 'declined':
      return <DeclinedProposal words={isKnown ? `This was not ${name}.` : `“${name}” is not a part.`} onReconsider={onReconsider} />;
    case 'accepted':
      return (
        <span className="flex items-center gap-2">
          <Check aria-hidden className="size-4 shrink-0 text-pine" />
          <span>
            {added && 'Your words were added to '}
            {partId ? (
              <Link href={places.part(partId)} className={`font-medium ${linkClasses}`}>
                {name}
              </Link>
            ) : (
              <strong className="font-medium">{name}</strong>
            )}
            {added ? '.' : ' is now among your parts.'}
          </span>
        </span>
      );
  }
}
