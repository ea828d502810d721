import { z } from 'zod';
import { ActionId } from './ids.ts';

/** Every way a call can fail. The set is closed: screens and the command line explain each code. */
export const errorCodes = [
  'INVALID_INPUT',
  'TOO_LARGE',
  'UNKNOWN_ROUTE',
  'NOT_FOUND',
  'CONFLICT',
  'LOCKED',
  'WRONG_PASSPHRASE',
  'TOO_SOON',
  'WEAK_PASSPHRASE',
  'ALREADY_OPEN',
  'VAULT_DAMAGED',
  'DATABASE_DAMAGED',
  'DATABASE_TOO_NEW',
  'DISK_FULL',
  'READ_ONLY',
  'CANCELLED',
  'INTERNAL',
] as const;

export const ErrorCode = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** An action as a refusal names it. What it was about is read with `actions.get`: a refusal holds nobody’s words. */
const NamedAction = z.strictObject({ id: ActionId, actionType: z.string(), createdAt: z.int().nonnegative() });

/**
 * Why an undo or a redo was refused: what is not as it has to be, and everything that would have to be undone first (newest first) and, for a
 * redo, made again first (oldest first). Both lists are whole: what rests on what is in the way is on them too.
 */
export const UndoConflict = z.strictObject({
  fields: z.array(z.string()),
  laterActions: z.array(NamedAction),
  earlierActions: z.array(NamedAction),
});
export type UndoConflict = z.infer<typeof UndoConflict>;

/**
 * What crosses a process boundary instead of an exception.
 * `message` is one sentence a person can act on and never holds their words; `id` finds the matching line in the log.
 */
export const CallError = z.strictObject({
  code: ErrorCode,
  message: z.string(),
  id: z.string(),
  /** Milliseconds to wait before trying again; only with `TOO_SOON`. */
  retryAfterMs: z.int().nonnegative().optional(),
  /** Only with `CONFLICT`, when an undo or redo was refused. */
  conflict: UndoConflict.optional(),
});
export type CallError = z.infer<typeof CallError>;

export type Result<Value> = { ok: true; value: Value } | { ok: false; error: CallError };
