import { useMemo } from 'react';
import type { Action } from '../../../shared/entities/action.ts';
import { PartId } from '../../../shared/ids.ts';
import { useCall } from '../../client/queries.ts';
import type { PartNames } from './action-words.ts';

/** What parts were called that are no longer here, from the actions that made or ended them; what comes first says the name. */
export function pastParts(actions: readonly Pick<Action, 'changes'>[], present: PartNames): PartNames {
  const past = new Map<PartId, string>();
  for (const { table, rowId, field, label } of actions.flatMap(({ changes }) => changes)) {
    const id = PartId.safeParse(rowId);
    if (table !== 'parts' || field !== null || label === null || !id.success) continue;
    if (!present.has(id.data) && !past.has(id.data)) past.set(id.data, label);
  }
  return past;
}

/** As many of each kind as one call answers: the newest. */
const AT_MOST = { limit: 200 };

/** What parts were called that were deleted or merged, or whose making was undone. */
export function usePastParts(present: PartNames): PartNames {
  const deleted = useCall('actions.list', { actionType: 'delete_part', ...AT_MOST });
  const merged = useCall('actions.list', { actionType: 'merge_parts', ...AT_MOST });
  const created = useCall('actions.list', { actionType: 'create_part', ...AT_MOST });
  const accepted = useCall('actions.list', { actionType: 'accept_proposal', ...AT_MOST });
  const split = useCall('actions.list', { actionType: 'split_part', ...AT_MOST });
  return useMemo(
    () =>
      pastParts(
        [deleted, merged, created, accepted, split].flatMap(({ data }) => data?.items ?? []),
        present,
      ),
    [deleted, merged, created, accepted, split, present],
  );
}
