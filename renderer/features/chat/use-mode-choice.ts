import { useState } from 'react';
import type { Session, SessionMode } from '../../../shared/entities/session.ts';
import type { PartId, SessionId } from '../../../shared/ids.ts';
import { needsPart } from './waiting-words.ts';

export type ModeChoice = {
  /** What is chosen, though it may still want a part. */
  mode: SessionMode;
  partId: PartId | null;
  /** Whether the mode waits for its part, and the session is still for something else. */
  waiting: boolean;
  chooseMode: (mode: SessionMode) => void;
  choosePart: (partId: PartId | null) => void;
};

/** What a session is for. A mode that needs a part is chosen in two steps; `onMode` is told when a choice is whole. */
export function useModeChoice(session: Session | null, onMode: (mode: SessionMode, partId: PartId | null) => void): ModeChoice {
  const [half, setHalf] = useState<{ mode: SessionMode; sessionId: SessionId | null } | null>(null);
  const sessionId = session?.id ?? null;
  // Half a choice is for the session it was made in.
  const wanted = half?.sessionId === sessionId ? half.mode : null;
  const mode = wanted ?? session?.mode ?? 'write';
  return {
    mode,
    partId: wanted ? null : (session?.partId ?? null),
    waiting: wanted !== null,
    chooseMode(next) {
      setHalf(needsPart(next) ? { mode: next, sessionId } : null);
      if (!needsPart(next)) onMode(next, null);
    },
    choosePart(partId) {
      if (partId === null && needsPart(mode)) return;
      setHalf(null);
      onMode(mode, partId);
    },
  };
}
