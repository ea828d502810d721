import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RouteInput, RouteOutput } from '../../../shared/contracts/index.ts';
import type { Proposal } from '../../../shared/entities/proposal.ts';
import type { Mark } from '../../../shared/entities/session.ts';
import type { MessageId } from '../../../shared/ids.ts';
import { callKey, errorOf, useCall, useOptionalCall } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { RelationshipProposalCard } from './relationship-proposal-card.tsx';
import { proposalsOf } from './use-proposals-ahead.ts';

const newest: RouteInput<'proposals.list'> = { limit: 200 };

/** The proposals that belong to one message's marks, in the order of their words. */
export function MessageProposals({ messageId, marks }: { messageId: MessageId; marks: readonly Mark[] }) {
  const own = useMemo(() => proposalsOf(messageId), [messageId]);
  const wanted = useMemo(() => [...new Set(marks.map(({ proposalId }) => proposalId))], [marks]);
  const ownList = useCall('proposals.list', own);
  // Words that were on offer before keep their proposal, which then belongs to an earlier message.
  const missing = ownList.data ? wanted.some((id) => !ownList.data.items.some((proposal) => proposal.id === id)) : false;
  const earlierList = useOptionalCall('proposals.list', missing ? newest : null);
  const queryClient = useQueryClient();
  const error = errorOf(ownList.error);

  const onSettled = (settled: Proposal) => {
    for (const input of [own, newest]) {
      queryClient.setQueryData<RouteOutput<'proposals.list'>>(callKey('proposals.list', input), (page) =>
        page ? { ...page, items: page.items.map((proposal) => (proposal.id === settled.id ? settled : proposal)) } : page,
      );
    }
  };

  if (error) {
    return (
      <div className="mt-3">
        <Notice tone="caution">
          <span className="flex flex-wrap items-center justify-between gap-2">
            The proposals for these words can’t be shown right now.
            <Button size="small" onClick={() => void ownList.refetch()}>
              Try again
            </Button>
          </span>
        </Notice>
      </div>
    );
  }
  const known = [...(ownList.data?.items ?? []), ...(earlierList.data?.items ?? [])];
  return (
    <div className="mt-3 flex flex-col gap-3">
      {wanted.map((id) => {
        const proposal = known.find((one) => one.id === id);
        if (proposal?.relationship)
          return <RelationshipProposalCard key={id} proposal={proposal} relationship={proposal.relationship} onSettled={onSettled} />;
        if (proposal) return <ProposalCard key={id} proposal={proposal} onSettled={onSettled} />;
        // Keeps the card's place while it is being read, so that little below it moves.
        return ownList.isPending ? <div key={id} className="h-54" /> : null;
      })}
    </div>
  );
}
