import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Settings } from '../../../shared/entities/profile.ts';
import { useAction } from '../../client/context.tsx';
import { callKey } from '../../client/queries.ts';

/** Keeps a changed setting; answers whether it is kept. */
export function useSettingsUpdate() {
  const queryClient = useQueryClient();
  const { run, running, error } = useAction('settings.update');
  const update = useCallback(
    async (change: Partial<Settings>) => {
      const result = await run(change);
      if (result.ok) queryClient.setQueryData(callKey('settings.get', {}), result.value);
      return result.ok;
    },
    [run, queryClient],
  );
  return { update, running, error };
}
