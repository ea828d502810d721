import { createKept } from '../../client/kept.tsx';

/** What is chosen for a session before its first word: kept from every provider, kept out of memory. */
export type Beginning = { private: boolean; remembered: boolean };

export const usualBeginning: Beginning = { private: false, remembered: true };

/** The choice for the session that begins next, kept until it has begun. */
export const useBeginning = createKept<Beginning>(usualBeginning);

/** What the core is told of it: only what differs from the usual. */
export const keptFrom = ({ private: isPrivate, remembered }: Beginning): { private?: true; remembered?: false } => ({
  ...(isPrivate && { private: true }),
  ...(!remembered && { remembered: false }),
});
