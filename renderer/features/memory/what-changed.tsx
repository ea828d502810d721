import { errorOf, useCall } from '../../client/queries.ts';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { MemoryChanges } from './memory-changes.tsx';

/** What is different between two versions, read when it is shown. */
export function WhatChanged({ from, to, nothing = 'Nothing you could see is different.' }: { from: number; to: number; nothing?: string }) {
  const difference = useCall('memory.diff', { from, to });
  const error = errorOf(difference.error);
  if (error) return <Notice tone="alert">{error.message}</Notice>;
  if (!difference.data) return <Skeleton rows={2} className="h-12" />;
  return <MemoryChanges changes={difference.data.changes} nothing={nothing} />;
}
