import type { SafetyFlag, SafetyLabel } from '../../../shared/entities/safety.ts';
import type { MessageId, SessionId } from '../../../shared/ids.ts';
import type { ActionBus } from '../actions/action-bus.ts';
import { type Actor, companionOf } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { raiseSafetyFlag } from '../safety/safety-actions.ts';
import { safetyRepository } from '../safety/safety-repository.ts';

/** Finds danger in words, on this machine and with nothing but the words. */
export type DetectSafety = (text: string) => { label: SafetyLabel | 'none' };

/** What was found in a message, and whether it is news: a flag was raised for it. */
export type Heeded = { label: SafetyLabel | 'none'; isNews: boolean };

/**
 * Raises a flag for what was found in a message just written, unless what is open says as much already.
 * Call it in the transaction that posts the message, before anything else looks at it.
 */
export function heedSafety(
  bus: ActionBus,
  actor: Actor,
  scope: OwnerScope,
  message: { id: MessageId; sessionId: SessionId; label: Heeded['label'] },
): Heeded {
  const { id: messageId, sessionId, label } = message;
  if (label === 'none' || !isNews(scope, label, sessionId)) return { label, isNews: false };
  bus.perform(companionOf(actor.userId), raiseSafetyFlag, { label, messageId });
  return { label, isNews: true };
}

/** Whether a flag is raised for what was found in a message. @param sessionId null for a session that is yet to begin. */
export const isNews = (scope: OwnerScope, label: SafetyLabel, sessionId: SessionId | null): boolean =>
  !isSaid(scope.use(safetyRepository).openFlags(), label, sessionId);

/** A crisis is raised once a session, also where a concern stands open. A concern says nothing new while anything is open. */
const isSaid = (open: readonly SafetyFlag[], label: SafetyLabel, sessionId: SessionId | null): boolean =>
  open.some((flag) => label === 'concern' || (flag.label === 'crisis' && flag.sessionId === sessionId));
