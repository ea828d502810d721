import { createContext, use, useCallback, useState, useSyncExternalStore, type ReactNode } from 'react';

/** Stands for one stay in an open profile: what is kept is kept under it, and is gone when it is gone. */
type Stay = object;

const StayContext = createContext<Stay | null>(null);

/** Keeps what is typed or chosen and not yet in the database: in memory only, until the profile is locked. */
export function KeepingProvider({ children }: { children: ReactNode }) {
  const [stay] = useState(() => ({}));
  return <StayContext value={stay}>{children}</StayContext>;
}

export type Kept<Value> = {
  value: Value;
  /** The value as it is now, also between two drawings. */
  get: () => Value;
  set: (value: Value) => void;
};

/** A value that outlives its screen. Answers a hook that reads it; `name` tells several of a kind apart. */
export function createKept<Value>(initial: Value): (name?: string) => Kept<Value> {
  const stays = new WeakMap<Stay, Map<string, { value: Value }>>();
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return function useKept(name = '') {
    const stay = use(StayContext);
    if (!stay) throw new Error('A screen was drawn outside of the application.');
    const get = useCallback(() => {
      const held = stays.get(stay)?.get(name);
      return held ? held.value : initial;
    }, [stay, name]);
    const set = useCallback(
      (value: Value) => {
        const held = stays.get(stay) ?? new Map<string, { value: Value }>();
        stays.set(stay, held.set(name, { value }));
        for (const listener of listeners) listener();
      },
      [stay, name],
    );
    return { value: useSyncExternalStore(subscribe, get), get, set };
  };
}
