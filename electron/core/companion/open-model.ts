import type { ModelServer } from '../../../shared/entities/provider.ts';
import type { Actor } from '../actions/actor.ts';
import type { Clock } from '../ports.ts';
import type { ProviderService } from '../providers/provider-service.ts';
import { type ModelAccess, ModelFailure } from './model.ts';
import { anthropicServer } from './providers/anthropic.ts';
import { localServer } from './providers/local.ts';

/** Opens the way to a server, with the person's own key. @throws ModelFailure `offline` or `no_key` */
export type OpenModel = (actor: Actor, server: ModelServer) => Promise<ModelAccess>;

export function createOpenModel(options: { providers: ProviderService; fetch: typeof globalThis.fetch; clock: Clock }): OpenModel {
  const { providers } = options;
  return async (actor, server) => {
    // Asked here, right before anything is opened, whoever wants to reach whom.
    if (!providers.isOnline(actor)) throw new ModelFailure('offline');
    const key = providers.secretOf(actor, server.kind);
    if (server.kind === 'anthropic' && key === null) throw new ModelFailure('no_key');
    // Loaded when somebody is reached for the first time: without a model its code is not even read.
    const { createModelAccess } = await import('./providers/messages-api.ts');
    return createModelAccess(options, server.kind === 'local' ? localServer(server.baseUrl, key) : anthropicServer(key ?? ''));
  };
}
