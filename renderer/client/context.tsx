import { createContext, use, useCallback, useRef, useState, useSyncExternalStore } from 'react';
import type { RouteInput, RouteName, RouteOutput } from '../../shared/contracts/index.ts';
import type { CallError, Result } from '../../shared/errors.ts';
import type { Client } from './client.ts';
import type { ConnectionState } from './connection.ts';

export const ClientContext = createContext<Client | null>(null);

/** The client of this page. */
export function useClient(): Client {
  const client = use(ClientContext);
  if (!client) throw new Error('A screen was drawn outside of the application.');
  return client;
}

/** How this page stands with the application behind it. */
export function useConnection(): ConnectionState {
  const { connection } = useClient();
  return useSyncExternalStore(connection.subscribe, connection.get);
}

export type Action<Name extends RouteName> = {
  run: (input: RouteInput<Name>) => Promise<Result<RouteOutput<Name>>>;
  running: boolean;
  error: CallError | null;
  forgetError: () => void;
};

/** Calls a route that changes something; tells whether it is under way and how it failed. */
export function useAction<Name extends RouteName>(name: Name): Action<Name> {
  const client = useClient();
  const [state, setState] = useState<{ running: boolean; error: CallError | null }>({ running: false, error: null });
  const latest = useRef(0);
  const run = useCallback(
    async (input: RouteInput<Name>) => {
      const turn = ++latest.current;
      setState({ running: true, error: null });
      const result = await client.call(name, input);
      if (turn === latest.current) setState({ running: false, error: result.ok ? null : result.error });
      return result;
    },
    [client, name],
  );
  const forgetError = useCallback(() => setState((current) => (current.error ? { ...current, error: null } : current)), []);
  return { run, ...state, forgetError };
}
