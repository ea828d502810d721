import { createContext, use } from 'react';
import type { ActionId, SessionId } from '../../../shared/ids.ts';

/** The ways back and forth again. Each says at the edge of the window how it went, and answers whether it was done. */
export type Changes = {
  undo: (actionId: ActionId) => Promise<boolean>;
  redo: (actionId: ActionId) => Promise<boolean>;
  undoSession: (sessionId: SessionId) => Promise<boolean>;
  redoSession: (sessionId: SessionId) => Promise<boolean>;
};

export const ChangesContext = createContext<Changes | null>(null);

/** How this page undoes and redoes. */
export function useChanges(): Changes {
  const changes = use(ChangesContext);
  if (!changes) throw new Error('A screen was drawn outside of an open profile.');
  return changes;
}
