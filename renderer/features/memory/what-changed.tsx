import type { MemoryChange } from '../../../shared/entities/memory.ts';
import { errorOf, useCall } from '../../client/queries.ts';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { MemoryChanges } from './memory-changes.tsx';

type WhatChangedProps = {
  from: number;
  to: number;
  /** Whether `to` is to be restored: what is never to be remembered would not come back with it. */
  restoring?: boolean;
  nothing?: string;
};

/** What is different between two versions, read when it is shown. */
export function WhatChanged({ from, to, restoring = false, nothing = 'Nothing you could see is different.' }: WhatChangedProps) {
  const difference = useCall('memory.diff', { from, to });
  const error = errorOf(difference.error);
  if (error) return <Notice tone="alert">{error.message}</Notice>;
  if (!difference.data) return <Skeleton rows={2} className="h-12" />;
  const { changes, keptOut } = difference.data;
  const comesBack = (change: MemoryChange): boolean => !(restoring && change.kind === 'added' && keptOut.includes(change.after.id));
  return <MemoryChanges changes={changes.filter(comesBack)} nothing={nothing} />;
}
