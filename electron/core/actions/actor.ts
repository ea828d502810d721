import type { UserId } from '../../../shared/ids.ts';
import type { ActorKind } from '../../../shared/entities/action.ts';

/** Who asks, and for whom. Always an argument, never ambient: two actors can be at work in one process. */
export type Actor = { readonly kind: ActorKind; readonly userId: UserId };

export const personOf = (userId: UserId): Actor => ({ kind: 'user', userId });
export const companionOf = (userId: UserId): Actor => ({ kind: 'agent', userId });
