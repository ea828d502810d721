import type { CoreEvent } from '../../shared/contracts/events.ts';
import type { Result } from '../../shared/errors.ts';
import { openProfile } from './open-profile.ts';
import type { Ports } from './ports.ts';
import { createHandlers } from './router/handlers.ts';
import { createRouter } from './router/router.ts';
import { createProfileService } from './vault/profile-service.ts';

/** The whole application without a screen: what every host runs. */
export type Core = {
  /** Answers every call with a result envelope; never throws. */
  call(route: string, input: unknown): Promise<Result<unknown>>;
  /** Returns a function that ends the subscription. */
  subscribe(listener: (event: CoreEvent) => void): () => void;
  /** Stops what is under way and locks the open profile. Resolves when the database is closed. */
  stop(): Promise<void>;
};

/** The composition root: ports in, one object out. Nothing runs until it is called. */
export function createCore(ports: Ports): Core {
  const listeners = new Set<(event: CoreEvent) => void>();
  const emit = (event: CoreEvent): void => {
    for (const listener of listeners) listener(event);
  };
  // A reply that is cut off by locking comes to its end after the lock: nothing of it may be told any more.
  const emitWhileUnlocked = (event: CoreEvent): void => {
    if (profiles.opened()) emit(event);
  };
  const profiles = createProfileService(
    ports,
    (request) => openProfile(ports, emitWhileUnlocked, request),
    (lock) => emit({ type: 'lock.changed', lock }),
  );
  const call = createRouter(ports, createHandlers(ports, profiles), profiles.opened);

  return {
    call,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: profiles.lock,
  };
}
