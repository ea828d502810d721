import { z } from 'zod';
import { CALL_BYTES_MAX } from '../../shared/contracts/index.ts';
import type { ErrorCode, Result } from '../../shared/errors.ts';

/** One call as a screen sends it. The core checks what it asks for; a host checks only its shape. */
export const CallRequest = z.strictObject({ route: z.string().min(1).max(200), input: z.unknown() });
export type CallRequest = z.infer<typeof CallRequest>;

/** Reads a call from its JSON text; undefined when it is none. */
export const readCallRequest = (text: string): CallRequest | undefined => {
  try {
    const parsed = CallRequest.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
};

/** An envelope for a call that never reached the core. */
export const refusedCall = (code: ErrorCode, message: string, id: string): Result<never> => ({ ok: false, error: { code, message, id } });

export const tooLargeMessage = `This is more than Trailhead takes at once (${CALL_BYTES_MAX / 1024 / 1024} MiB). Please send it in smaller pieces.`;
export const malformedMessage = 'Trailhead could not read this request. Please reload the window and try again.';
