import { z } from 'zod';
import type { CoreEvent } from '../../shared/contracts/events.ts';
import { contract, type Bridge, type RouteInput, type RouteName, type RouteOutput } from '../../shared/contracts/index.ts';
import type { Result } from '../../shared/errors.ts';
import { createConnection, type Connection } from './connection.ts';
import { notReached, notUnderstood } from './envelope.ts';
import { createHttpBridge } from './http-bridge.ts';
import { createIpcBridge } from './ipc-bridge.ts';

/** What screens speak to: every route of the contract, typed, with errors as values. */
export type Client = {
  call<Name extends RouteName>(name: Name, input: RouteInput<Name>): Promise<Result<RouteOutput<Name>>>;
  /** Returns a function that ends the subscription. */
  subscribe(listener: (event: CoreEvent) => void): () => void;
  readonly connection: Connection;
};

/** The contract seen as what each route answers: this is how a name and its answer's type stay together. */
const answers: { readonly [Name in RouteName]: { readonly output: z.core.$ZodType<RouteOutput<Name>> } } = contract;

function parseAnswer<Name extends RouteName>(name: Name, value: unknown): Result<RouteOutput<Name>> {
  const parsed = z.safeParse(answers[name].output, value);
  return parsed.success ? { ok: true, value: parsed.data } : notUnderstood();
}

/** Types a bridge by the contract. An answer LOCKED is also told as an event, so that the screens close even if the event was missed. */
export function createClient(bridge: Bridge, connection: Connection = createConnection()): Client {
  const listeners = new Set<(event: CoreEvent) => void>();
  const tell = (event: CoreEvent) => {
    for (const listener of listeners) listener(event);
  };
  bridge.subscribe(tell);

  return {
    connection,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async call(name, input) {
      const answer = await bridge.call(name, input).catch(notReached);
      if (answer.ok) return parseAnswer(name, answer.value);
      if (answer.error.code === 'LOCKED') tell({ type: 'lock.changed', lock: { state: 'locked' } });
      return answer;
    },
  };
}

/** The client of this page: through the preload in Electron, over loopback HTTP in a browser. */
export function createPageClient(): Client {
  if (window.trailhead) return createClient(createIpcBridge(window.trailhead));
  const bridge = createHttpBridge();
  return createClient(bridge, bridge.connection);
}
