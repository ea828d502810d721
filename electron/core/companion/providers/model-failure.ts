import { APIConnectionError, APIConnectionTimeoutError, APIError, AnthropicError } from '@anthropic-ai/sdk/error';
import type { TakeoverReason } from '../../../../shared/entities/session.ts';
import { ModelFailure } from '../model.ts';

/** What this computer says when it has no way out at all, as against a server that does not answer. */
const withoutNetwork = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH']);

/**
 * What went wrong, as one of a closed list of reasons. Texts, headers and addresses of a library's or server's errors end here: a server may
 * repeat in them what it was sent.
 * @param isAnswering whether the server had begun to answer.
 */
export function modelFailureFrom(error: unknown, isAnswering: boolean): ModelFailure {
  return error instanceof ModelFailure ? error : new ModelFailure(reasonOf(error, isAnswering));
}

function reasonOf(error: unknown, isAnswering: boolean): TakeoverReason {
  if (error instanceof APIConnectionTimeoutError) return 'timed_out';
  if (error instanceof APIConnectionError) return codesOf(error).some((code) => withoutNetwork.has(code)) ? 'offline' : 'unreachable';
  if (isApiError(error)) return ofStatus(error, isAnswering);
  // The library's own words for a stream that ended in the middle are an AnthropicError, such as “terminated”.
  if (error instanceof AnthropicError) return isAnswering ? 'cut_off' : 'failed';
  return 'failed';
}

/** Named with its default parameters, which `instanceof` loses. */
const isApiError = (error: unknown): error is APIError => error instanceof APIError;

function ofStatus({ status, type }: APIError, isAnswering: boolean): TakeoverReason {
  if (status === 429 || status === 529 || type === 'overloaded_error' || type === 'rate_limit_error') return 'busy';
  if (status === 401 || status === 403) return 'key_refused';
  if (status !== undefined && status >= 400 && status < 500) return 'refused';
  if (status !== undefined) return 'failed';
  return isAnswering ? 'cut_off' : 'failed';
}

/** The codes of an error and of what caused it: the reason of a failed connection lies some causes deep, or in a list of several tries. */
function codesOf(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 5) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const tried: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
  return [...own, ...[error.cause, ...tried].flatMap((inner) => codesOf(inner, depth + 1))];
}
