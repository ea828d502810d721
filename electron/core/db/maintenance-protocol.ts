import type { UserId } from '../../../shared/ids.ts';
import type { ErrorCode } from '../../../shared/errors.ts';

/** What a maintenance worker is started with. The key is a copy of its own, which it empties once the database is open. */
export type MaintenanceJob = { file: string; key: Uint8Array } & (
  | { job: 'check' }
  | { job: 'look_after' }
  | { job: 'copy'; target: string }
  | { job: 'export'; userId: UserId; label: string; exportedAt: number }
);

export type CheckReport = { problems: string[]; schemaVersion: number; messages: number };

/** What it answers. `chunk` waits for `next` before it goes on, so that a slow reader holds the worker back. */
export type MaintenanceAnswer =
  | { type: 'checked'; report: CheckReport }
  | { type: 'copied' }
  | { type: 'looked_after' }
  | { type: 'chunk'; text: string }
  | { type: 'exported' }
  | { type: 'failed'; code: ErrorCode; message: string };
