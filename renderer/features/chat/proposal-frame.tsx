import type { ReactNode, Ref } from 'react';
import type { Proposal } from '../../../shared/entities/proposal.ts';
import { Button } from '../../components/button.tsx';
import { joinClasses } from '../../components/join-classes.ts';
import type { ProposalAnswers } from './use-proposal-answers.ts';

/** The card of a proposal. `edge` is the colour of its left side. */
export function ProposalFrame({
  ref,
  proposal,
  edge,
  children,
}: {
  ref: Ref<HTMLDivElement>;
  proposal: Proposal;
  edge: string;
  children: ReactNode;
}) {
  return (
    <div
      ref={ref}
      role="group"
      aria-label={`Proposal: ${proposal.name}`}
      data-proposal-id={proposal.id}
      tabIndex={-1}
      className={joinClasses('flex scroll-mb-16 flex-col gap-3 rounded-r-md border border-l-4 border-line bg-surface px-4 py-3', edge)}
    >
      {children}
    </div>
  );
}

/** The words it is about; left out once it was put off, when they were read before. */
export function ProposalQuote({ proposal: { quote, state } }: { proposal: Proposal }) {
  if (state === 'later') return null;
  return (
    <blockquote dir="auto" className="words line-clamp-4">
      “{quote}”
    </blockquote>
  );
}

/** What is asked, or that there is no hurry. */
export function ProposalQuestion({ proposal: { state }, children }: { proposal: Proposal; children: string }) {
  return <p className="text-sm text-muted">{state === 'later' ? 'It can wait. You can come back to this whenever you like.' : children}</p>;
}

/** The answers there are, below what went wrong with the last one. `onAccept` is left out where a form around them takes it. */
export function ProposalButtons({
  proposal: { state },
  answers: { running, error, decline, postpone },
  no,
  onAccept,
}: {
  proposal: Proposal;
  answers: ProposalAnswers;
  no: string;
  onAccept?: () => void;
}) {
  return (
    <>
      {error && (
        <p role="alert" className="text-sm text-alert">
          {error.message}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type={onAccept ? 'button' : 'submit'} look="primary" size="small" busy={running === 'accept'} onClick={onAccept}>
          Accept
        </Button>
        {state !== 'later' && (
          <Button size="small" busy={running === 'postpone'} onClick={postpone}>
            Not now
          </Button>
        )}
        <Button look="quiet" size="small" busy={running === 'decline'} onClick={decline}>
          {no}
        </Button>
      </div>
    </>
  );
}

/** What was said no to, with the way to think again. */
export function DeclinedProposal({ words, onReconsider }: { words: string; onReconsider: () => void }) {
  return (
    <span className="flex flex-wrap items-center justify-between gap-2 text-sm text-muted">
      {words} These words won’t be asked about again.
      <Button look="quiet" size="small" onClick={onReconsider}>
        Reconsider
      </Button>
    </span>
  );
}
