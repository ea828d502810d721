import type { SessionId, UserId } from '../../../shared/ids.ts';
import type { ActorKind } from '../../../shared/entities/action.ts';

/** Who asks, and for whom. Always an argument, never ambient: two actors can be at work in one process. */
export type Actor = {
  readonly kind: ActorKind;
  readonly userId: UserId;
  /** The session somebody is at work in, whatever their changes are about: it is where those are found again and taken back. */
  readonly sessionId?: SessionId;
};

export const personOf = (userId: UserId): Actor => ({ kind: 'user', userId });
export const companionOf = (userId: UserId, sessionId?: SessionId): Actor => ({ kind: 'agent', userId, ...(sessionId && { sessionId }) });
