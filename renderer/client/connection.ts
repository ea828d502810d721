/** How this page stands with the application behind it: connected, looking for it again, or cut off for good. */
export type ConnectionState = 'open' | 'lost' | 'ended';

export type Connection = {
  get: () => ConnectionState;
  /** Returns a function that ends the subscription. */
  subscribe: (listener: () => void) => () => void;
};

/** A connection whose state a bridge sets. Once `ended` it stays so: the page has to be opened anew. */
export function createConnection(): Connection & { set: (state: ConnectionState) => void } {
  let state: ConnectionState = 'open';
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(next) {
      if (next === state || state === 'ended') return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
