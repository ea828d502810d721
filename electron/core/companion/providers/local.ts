import { LoopbackAddress } from '../../../../shared/entities/provider.ts';
import type { Server } from './messages-api.ts';

/** A model on this computer sends nothing while it reads the request and loads itself, which on a slow one takes longer than any line is silent. */
const limits = { inAllMs: 120_000, silenceMs: 90_000 };

/** A server on this computer (Ollama, LM Studio, llama.cpp). The address is checked once more, right before it is used. */
export const localServer = (address: string, key: string | null): Server => ({ address: LoopbackAddress.parse(address), key, limits });
