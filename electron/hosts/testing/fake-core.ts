import type { CoreEvent } from '../../../shared/contracts/events.ts';
import type { Result } from '../../../shared/errors.ts';
import type { Core } from '../../core/create-core.ts';

type Answer = (input: unknown) => Result<unknown> | Promise<Result<unknown>>;

export type FakeCore = Core & {
  /** Every call so far, oldest first. */
  readonly calls: { route: string; input: unknown }[];
  readonly state: { started: number; stopped: number };
  /** Decides what a route answers from now on. */
  answer(route: string, answer: Answer): void;
  emit(event: CoreEvent): void;
  listenerCount(): number;
};

/** A core for tests of hosts: it keeps what it was asked and answers what a test says. */
export const createFakeCore = (): FakeCore => {
  // Nothing is to be forgotten, unless a test says so.
  const answers = new Map<string, Answer>([['forgetting.list', () => value({ items: [] })]]);
  const listeners = new Set<(event: CoreEvent) => void>();
  const calls: { route: string; input: unknown }[] = [];
  const state = { started: 0, stopped: 0 };
  return {
    calls,
    state,
    answer: (route, answer) => void answers.set(route, answer),
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
    listenerCount: () => listeners.size,
    call: async (route, input) => {
      calls.push({ route, input });
      const answer = answers.get(route);
      if (answer === undefined) return { ok: false, error: { code: 'UNKNOWN_ROUTE', message: 'There is no such route.', id: 'id' } };
      return answer(input);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => {
      state.started += 1;
    },
    stop: async () => {
      state.stopped += 1;
    },
  };
};

export const value = (result: unknown): Result<unknown> => ({ ok: true, value: result });
