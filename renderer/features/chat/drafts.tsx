import { createContext, use, useState, useSyncExternalStore, type ReactNode } from 'react';

/** The unsent words of the chat. */
export type Draft = { get: () => string; set: (text: string) => void; subscribe: (listener: () => void) => () => void };

function createDraft(): Draft {
  let text = '';
  const listeners = new Set<() => void>();
  return {
    get: () => text,
    set(next) {
      text = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const DraftContext = createContext<Draft>(createDraft());

/** Keeps what is typed and not yet sent, in memory only, until the profile is locked. */
export function DraftsProvider({ children }: { children: ReactNode }) {
  const [draft] = useState(createDraft);
  return <DraftContext value={draft}>{children}</DraftContext>;
}

/**
 * The unsent words of the chat. Only one session runs at a time, so they belong to it or to the one that begins with them:
 * when a session ends by itself under someone who is typing, nothing is taken away.
 */
export function useChatDraft(): { text: string; draft: Draft } {
  const draft = use(DraftContext);
  return { text: useSyncExternalStore(draft.subscribe, draft.get), draft };
}
