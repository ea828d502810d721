import type { SafetyState } from '../../../shared/entities/safety.ts';
import type { Message } from '../../../shared/entities/session.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { safetyRepository } from '../safety/safety-repository.ts';
import { askGently } from '../safety/safety-words.ts';
import type { Heeded } from './heed-safety.ts';
import { mayAskAgain } from './read-danger.ts';

/** How many of a session's newest messages a companion is given. */
export const TURNS_GIVEN = 60;

/**
 * The one gentle sentence that stands before the usual reply to a new concern, and to further heavy words while it is open, though not to each of them;
 * null where nothing is asked. In a crisis it was asked already, and is asked again by whoever answers.
 * @param turns the session's newest messages, what is answered among them. @param isRaised whether the flag of this message is counted already.
 */
export function askedFirst(
  scope: OwnerScope,
  { label, isNews }: Heeded,
  open: SafetyState['label'],
  turns: readonly Message[],
  isRaised: boolean,
): string | null {
  if (label !== 'concern' || !(isNews || (open === 'concern' && mayAskAgain(turns)))) return null;
  const before = scope.use(safetyRepository).flagsEver() - (isRaised ? 1 : 0);
  return askGently(
    'concern',
    before,
    turns.map(({ content }) => content),
  );
}
