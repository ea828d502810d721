import { Check } from 'lucide-react';
import { useRef, useState, type FormEvent } from 'react';
import { Link } from 'wouter';
import { PartName, type PartRole } from '../../../shared/entities/part.ts';
import type { Proposal } from '../../../shared/entities/proposal.ts';
import { places } from '../../app/places.ts';
import { useAction } from '../../client/context.tsx';
import { Button } from '../../components/button.tsx';
import { joinClasses } from '../../components/join-classes.ts';
import { RoleBadge } from '../../components/role-badge.tsx';
import { TextField } from '../../components/text-field.tsx';

const edges: Record<PartRole, string> = {
  manager: 'border-l-manager',
  firefighter: 'border-l-firefighter',
  exile: 'border-l-exile',
  unknown: 'border-l-unknown',
};

/** A part offered to the person: they accept it, give it another name, leave it for later or say that it is none. */
export function ProposalCard({ proposal, onSettled }: { proposal: Proposal; onSettled: (proposal: Proposal) => void }) {
  const card = useRef<HTMLDivElement>(null);
  const accept = useAction('proposals.accept');
  const decline = useAction('proposals.decline');
  const postpone = useAction('proposals.postpone');
  const [name, setName] = useState(proposal.name);
  const [nameProblem, setNameProblem] = useState<string | null>(null);
  const { id, state } = proposal;
  const [reconsidering, setReconsidering] = useState(false);
  const waiting = state === 'open' || state === 'later' || (state === 'declined' && reconsidering);
  const running = accept.running || decline.running || postpone.running;
  const error = accept.error ?? decline.error ?? postpone.error;

  const settle = (settled: Proposal) => {
    setReconsidering(false);
    onSettled(settled);
    card.current?.focus({ preventScroll: true });
  };
  const onAccept = async (event: FormEvent) => {
    event.preventDefault();
    if (running) return;
    const parsed = PartName.safeParse(name);
    setNameProblem(parsed.success ? null : (parsed.error.issues[0]?.message ?? 'Please give it a name.'));
    if (!parsed.success) return;
    const result = await accept.run(parsed.data === proposal.name ? { proposalId: id } : { proposalId: id, name: parsed.data });
    if (result.ok) settle({ ...result.value.proposal, ...(result.value.part && { name: result.value.part.name }) });
  };
  const onDecline = async () => {
    const result = await decline.run({ proposalId: id });
    if (result.ok) settle(result.value);
  };
  const onPostpone = async () => {
    const result = await postpone.run({ proposalId: id });
    if (result.ok) settle(result.value);
  };

  return (
    <div
      ref={card}
      role="group"
      aria-label={`Proposal: ${proposal.name}`}
      data-proposal-id={id}
      tabIndex={-1}
      className={joinClasses('scroll-mb-16 rounded-r-md border border-l-4 border-line bg-surface px-4 py-3', edges[proposal.role])}
    >
      <div role="status" className="text-sm empty:hidden">
        {!waiting && <SettledWords proposal={proposal} onReconsider={() => setReconsidering(true)} />}
      </div>
      {waiting && (
        <form noValidate onSubmit={(event) => void onAccept(event)} className="flex flex-col gap-3">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <p className="text-sm text-muted">
              {state === 'later' ? 'It can wait. You can come back to this whenever you like.' : 'Might a part of you be speaking here?'}
            </p>
            <RoleBadge role={proposal.role} />
          </div>
          {state !== 'later' && (
            <blockquote dir="auto" className="words line-clamp-4">
              “{proposal.quote}”
            </blockquote>
          )}
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
          {error && (
            <p role="alert" className="text-sm text-alert">
              {error.message}
            </p>
          )}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" look="primary" size="small" busy={accept.running}>
              Accept
            </Button>
            {state !== 'later' && (
              <Button size="small" busy={postpone.running} onClick={() => void onPostpone()}>
                Not now
              </Button>
            )}
            <Button look="quiet" size="small" busy={decline.running} onClick={() => void onDecline()}>
              Not a part
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}

function SettledWords({ proposal, onReconsider }: { proposal: Proposal; onReconsider: () => void }) {
  switch (proposal.state) {
    case 'open':
    case 'later':
      return null;
    case 'declined':
      return (
        <span className="flex flex-wrap items-center justify-between gap-2 text-muted">
          “{proposal.name}” is not a part. These words won’t be asked about again.
          <Button look="quiet" size="small" onClick={onReconsider}>
            Reconsider
          </Button>
        </span>
      );
    case 'accepted':
      return (
        <span className="flex items-center gap-2">
          <Check aria-hidden className="size-4 shrink-0 text-pine" />
          <span>
            {proposal.partId ? (
              <Link href={places.part(proposal.partId)} className="font-medium text-pine underline underline-offset-2 hover:text-pine-deep">
                {proposal.name}
              </Link>
            ) : (
              <strong className="font-medium">{proposal.name}</strong>
            )}{' '}
            is now among your parts.
          </span>
        </span>
      );
  }
}
