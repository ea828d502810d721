/** How long a journey waits for what must come, in milliseconds. A busy machine takes its time; what never comes is still missed. */
export const PATIENCE_MS = 45_000;

/** How long a whole journey may take. */
export const JOURNEY_MS = 300_000;
