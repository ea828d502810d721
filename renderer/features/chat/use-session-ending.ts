import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Session } from '../../../shared/entities/session.ts';
import type { CallError } from '../../../shared/errors.ts';
import { goTo } from '../../app/hash-location.ts';
import { places } from '../../app/places.ts';
import { useClient } from '../../client/context.tsx';
import { callKey } from '../../client/queries.ts';
import { useToast } from '../../components/toast.tsx';

/** Ends a session and tells where it can be read again. Answers what went wrong, if something did. */
export function useSessionEnding(): (session: Session) => Promise<CallError | null> {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  return useCallback(
    async (session) => {
      const result = await client.call('sessions.end', { sessionId: session.id });
      if (!result.ok) {
        toast({ words: result.error.message });
        return result.error;
      }
      queryClient.setQueryData(callKey('sessions.active', {}), null);
      toast({
        words: 'The session is ended and kept.',
        action: { label: 'Read it', altText: 'It is first in the list of sessions.', run: () => goTo(places.session(result.value.id)) },
      });
      return null;
    },
    [client, queryClient, toast],
  );
}

/** Opens an empty chat, ending the running session if there is one. */
export function useNewSession(): () => Promise<void> {
  const client = useClient();
  const end = useSessionEnding();
  const toast = useToast();
  return useCallback(async () => {
    const active = await client.call('sessions.active', {});
    if (!active.ok) return toast({ words: active.error.message });
    if (active.value && (await end(active.value))) return;
    goTo(places.chat);
  }, [client, end, toast]);
}
