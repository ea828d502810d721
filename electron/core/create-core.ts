import type { CoreEvent } from '../../shared/contracts/events.ts';
import type { Result } from '../../shared/errors.ts';
import type { Ports } from './ports.ts';

export type Core = {
  /** Answers every call with a result envelope; never throws. */
  call(route: string, input: unknown): Promise<Result<unknown>>;
  subscribe(listener: (event: CoreEvent) => void): () => void;
  start(): Promise<void>;
  /** Stops background work and locks the open profile. Resolves when the database is closed. */
  stop(): Promise<void>;
};

export function createCore(_ports: Ports): Core {
  throw new Error('wip');
}
