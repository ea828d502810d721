import { z } from 'zod';
import { CoreEvent } from '../../shared/contracts/events.ts';
import { CallError, type ErrorCode, type Result } from '../../shared/errors.ts';

const Envelope = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: CallError }),
]);

/** An error that arose on this page and not in the core: it has no line in the log. */
export const localError = (message: string, code: ErrorCode = 'INTERNAL'): { ok: false; error: CallError } => ({
  ok: false,
  error: { code, message, id: 'page' },
});

export const notConnected = () => localError('This page is no longer connected. Start Trailhead again.');
export const notReached = () => localError('Trailhead did not answer. Nothing you wrote is lost. Please try again in a moment.');
export const notUnderstood = () => localError('Trailhead’s answer could not be read. Please try again, or start Trailhead anew.');

/** Reads a result envelope. Whatever is not one becomes an error value. */
export function parseEnvelope(answer: unknown): Result<unknown> {
  const parsed = Envelope.safeParse(answer);
  if (!parsed.success) return notUnderstood();
  return parsed.data.ok ? { ok: true, value: parsed.data.value } : { ok: false, error: parsed.data.error };
}

/** Reads JSON text; `undefined` when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads an event of the core; `null` when it is not one this page knows. */
export function parseEvent(value: unknown): CoreEvent | null {
  const parsed = CoreEvent.safeParse(value);
  return parsed.success ? parsed.data : null;
}
