import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useClient } from '../client/context.tsx';
import { KeepingProvider } from '../client/kept.tsx';
import { createQueryClient, invalidateEntities } from '../client/queries.ts';
import { ToastProvider } from '../components/toast.tsx';
import { TooltipProvider } from '../components/tooltip.tsx';

/**
 * Everything that is kept in memory about a profile lives in here: answers of the core, drafts, messages at the edge.
 * With a new `key` all of it is gone.
 */
export function DataScope({ children }: { children: ReactNode }) {
  const client = useClient();
  const [queryClient] = useState(createQueryClient);

  useEffect(() => {
    const endEvents = client.subscribe((event) => {
      if (event.type === 'data.changed') invalidateEntities(queryClient, event.entities);
    });
    const endConnection = client.connection.subscribe(() => {
      if (client.connection.get() === 'open') void queryClient.invalidateQueries();
    });
    return () => {
      endEvents();
      endConnection();
      queryClient.clear();
    };
  }, [client, queryClient]);

  return (
    <QueryClientProvider client={queryClient}>
      <TooltipProvider delayDuration={400}>
        <ToastProvider>
          <KeepingProvider>{children}</KeepingProvider>
        </ToastProvider>
      </TooltipProvider>
    </QueryClientProvider>
  );
}
