import { Check } from 'lucide-react';
import { useRef, useState, type FormEvent } from 'react';
import { Link } from 'wouter';
import { PartName, type PartRole } from '../../../shared/entities/part.ts';
import type { Proposal } from '../../../shared/entities/proposal.ts';
import { places } from '../../app/places.ts';
import { linkClasses } from '../../components/link-classes.ts';
import { RoleBadge } from '../../components/role-badge.tsx';
import { TextField } from '../../components/text-field.tsx';
import { DeclinedProposal, ProposalButtons, ProposalFrame, ProposalQuestion, ProposalQuote } from './proposal-frame.tsx';
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
  const onAccept = async (event: FormEvent) => {
    event.preventDefault();
    const parsed = PartName.safeParse(name);
    setNameProblem(parsed.success ? null : (parsed.error.issues[0]?.message ?? 'Please give it a name.'));
    if (!parsed.success) return;
    const accepted = await answers.accept(parsed.data === proposal.name ? {} : { name: parsed.data });
    if (accepted) answers.settle({ ...accepted.proposal, ...(accepted.part && { name: accepted.part.name }) });
  };
  return (
    <ProposalFrame ref={card} proposal={proposal} edge={edges[proposal.role]}>
      <div role="status" className="text-sm empty:hidden">
        {!answers.waiting && <SettledWords proposal={proposal} onReconsider={answers.reconsider} />}
      </div>
      {answers.waiting && (
        <form noValidate onSubmit={(event) => void onAccept(event)} className="flex flex-col gap-3">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <ProposalQuestion proposal={proposal}>Might a part of you be speaking here?</ProposalQuestion>
            <RoleBadge role={proposal.role} />
          </div>
          <ProposalQuote proposal={proposal} />
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
          <ProposalButtons proposal={proposal} answers={answers} no="Not a part" />
        </form>
      )}
    </ProposalFrame>
  );
}

function SettledWords({ proposal: { name, partId, state }, onReconsider }: { proposal: Proposal; onReconsider: () => void }) {
  switch (state) {
    case 'open':
    case 'later':
      return null;
    case 'declined':
      return <DeclinedProposal words={`“${name}” is not a part.`} onReconsider={onReconsider} />;
    case 'accepted':
      return (
        <span className="flex items-center gap-2">
          <Check aria-hidden className="size-4 shrink-0 text-pine" />
          <span>
            {partId ? (
              <Link href={places.part(partId)} className={`font-medium ${linkClasses}`}>
                {name}
              </Link>
            ) : (
              <strong className="font-medium">{name}</strong>
            )}{' '}
            is now among your parts.
          </span>
        </span>
      );
  }
}
