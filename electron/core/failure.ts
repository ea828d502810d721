import type { ErrorCode, UndoConflict } from '../../shared/errors.ts';

/**
 * A refusal inside the core. It is thrown, so that a transaction around it rolls back,
 * and the router turns it into an error value before it reaches a host.
 * `message` is one sentence a person can act on and never holds what they wrote; `cause` stays inside.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: ErrorCode;
  readonly retryAfterMs: number | undefined;
  readonly conflict: UndoConflict | undefined;

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; retryAfterMs?: number; conflict?: UndoConflict } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryAfterMs = options.retryAfterMs;
    this.conflict = options.conflict;
  }
}

export const notFound = (what: string): Failure => new Failure('NOT_FOUND', `${what} isn’t here any more.`);
