/** A host's own answer to something that can fail: a value, or one sentence its person can act on. */
export type Outcome<Value> = { ok: true; value: Value } | { ok: false; message: string };

export const succeeded = <Value>(value: Value): Outcome<Value> => ({ ok: true, value });
export const refused = (message: string): { ok: false; message: string } => ({ ok: false, message });

/** The `code` of a Node.js system error, such as `EACCES`, or undefined for anything else. */
export const systemErrorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
