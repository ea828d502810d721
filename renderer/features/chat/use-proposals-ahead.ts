import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { RouteInput } from '../../../shared/contracts/index.ts';
import type { Message } from '../../../shared/entities/session.ts';
import type { MessageId } from '../../../shared/ids.ts';
import { useClient } from '../../client/context.tsx';
import { callOptions } from '../../client/queries.ts';

/** What is asked for the proposals of one message. */
export const proposalsOf = (messageId: MessageId): RouteInput<'proposals.list'> => ({ messageId, limit: 200 });

/** Reads the proposals of messages before they come into view, so that nothing moves when they do. */
export function useProposalsAhead(messages: readonly Message[]): void {
  const client = useClient();
  const queryClient = useQueryClient();
  useEffect(() => {
    for (const { id, metadata } of messages) {
      if (metadata.marks?.length) void queryClient.prefetchQuery(callOptions(client, 'proposals.list', proposalsOf(id)));
    }
  }, [client, queryClient, messages]);
}
