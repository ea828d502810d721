import type { CoreEvent } from '../../shared/contracts/events.ts';
import type { Result } from '../../shared/errors.ts';
import { failureFromSqlite } from './db/sqlite-failure.ts';
import { databaseFileName, openProfile } from './open-profile.ts';
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
  /**
   * From now on background work goes on while a profile is open, beginning with each unlock. A host that is there for one command never calls it.
   */
  start(): void;
  /** Stops what is under way and locks the open profile. Resolves when the database is closed. */
  stop(): Promise<void>;
};

/** The composition root: ports in, one object out. Nothing runs until it is called. */
export function createCore(ports: Ports): Core {
  const listeners = new Set<(event: CoreEvent) => void>();
  const emit = (event: CoreEvent): void => {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        // What is told has already happened: a listener that fails must not make it look undone.
        const detail = error instanceof Error ? error.name : typeof error;
        ports.logger.failure({ code: 'INTERNAL', id: ports.ids.next(), route: event.type, detail });
      }
    }
  };
  let isStarted = false;
  // A reply that is cut off by locking comes to its end after the lock: nothing of it may be told any more.
  const emitWhileUnlocked = (event: CoreEvent): void => {
    if (profiles.opened()) emit(event);
  };
  const profiles = createProfileService(
    ports,
    (request) => openProfile(ports, emitWhileUnlocked, request),
    (lock) => {
      emit({ type: 'lock.changed', lock });
      if (isStarted) profiles.opened()?.scheduler.start();
    },
  );
  const understand = (error: unknown): unknown => failureFromSqlite(error, databaseFileName);
  const call = createRouter(ports, createHandlers(ports, profiles), { opened: profiles.opened, understand });

  return {
    call,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      isStarted = true;
      profiles.opened()?.scheduler.start();
    },
    stop: profiles.lock,
  };
}
