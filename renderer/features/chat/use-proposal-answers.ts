import { useState, type RefObject } from 'react';
import type { RouteInput, RouteOutput } from '../../../shared/contracts/index.ts';
import type { CallError } from '../../../shared/errors.ts';
import type { Proposal } from '../../../shared/entities/proposal.ts';
import { useAction } from '../../client/context.tsx';

export type ProposalAnswers = {
  /** Whether an answer is waited for. */
  waiting: boolean;
  /** Which answer is on its way. */
  running: 'accept' | 'decline' | 'postpone' | null;
  error: CallError | null;
  /** Answers what came of it, or null when it failed or another answer is on its way. */
  accept: (input: Omit<RouteInput<'proposals.accept'>, 'proposalId'>) => Promise<RouteOutput<'proposals.accept'> | null>;
  decline: () => void;
  postpone: () => void;
  /** Asks again about what was declined. */
  reconsider: () => void;
  settle: (settled: Proposal) => void;
};

/**
 * What a person can say to a proposal, whatever is proposed.
 * @param card takes the focus when an answer was given: its buttons are gone with it.
 */
export function useProposalAnswers(
  { id, state }: Proposal,
  card: RefObject<HTMLDivElement | null>,
  onSettled: (proposal: Proposal) => void,
): ProposalAnswers {
  const accept = useAction('proposals.accept');
  const decline = useAction('proposals.decline');
  const postpone = useAction('proposals.postpone');
  const [reconsidering, setReconsidering] = useState(false);
  const settle = (settled: Proposal) => {
    setReconsidering(false);
    onSettled(settled);
    card.current?.focus({ preventScroll: true });
  };
  const running = accept.running ? 'accept' : decline.running ? 'decline' : postpone.running ? 'postpone' : null;
  const setAside = async ({ run }: typeof decline | typeof postpone) => {
    if (running) return;
    const result = await run({ proposalId: id });
    if (result.ok) settle(result.value);
  };
  return {
    waiting: state === 'open' || state === 'later' || (state === 'declined' && reconsidering),
    running,
    error: accept.error ?? decline.error ?? postpone.error,
    async accept(input) {
      if (running) return null;
      const result = await accept.run({ proposalId: id, ...input });
      return result.ok ? result.value : null;
    },
    decline: () => void setAside(decline),
    postpone: () => void setAside(postpone),
    reconsider: () => setReconsidering(true),
    settle,
  };
}
