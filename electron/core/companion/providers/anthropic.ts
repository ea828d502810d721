import type { Server } from './messages-api.ts';

/** The one address words can leave this computer for. */
export const ANTHROPIC_ADDRESS = 'https://api.anthropic.com';

/** Longer than two minutes, and nobody is still waiting; half a minute without a byte is a dead line, for a server that sends signs of life. */
const limits = { inAllMs: 120_000, silenceMs: 30_000 };

/** The hosted model, with the person's own key. */
export const anthropicServer = (key: string): Server => ({ address: ANTHROPIC_ADDRESS, key, limits });
