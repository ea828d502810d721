import type { Message } from '../../../shared/entities/session.ts';
import type { MessageId } from '../../../shared/ids.ts';
import type { ActionBus } from '../actions/action-bus.ts';
import { actionRepository } from '../actions/action-repository.ts';
import { type Actor, companionOf } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { partRepository } from '../parts/part-repository.ts';
import { proposalRepository } from '../proposals/proposal-repository.ts';
import { messageRepository } from '../sessions/message-repository.ts';
import type { Noticed } from './provider.ts';

/** Takes back the marks in a message whose words are about to change. Call it in the transaction that edits the message. */
export function takeBackMarks(bus: ActionBus, actor: Actor, scope: OwnerScope, messageId: MessageId): void {
  const inForce = scope.use(actionRepository).laterThan(0, `/messages/${messageId}`);
  for (const { id, actionType } of inForce) if (actionType === 'mark_message') bus.undo(companionOf(actor.userId), [id], false);
}

/**
 * Takes back what was offered for words of a message that are no longer in it, and that nobody has answered yet.
 * What was accepted or declined was decided by the person, and stays.
 */
export function withdrawUnmarked(bus: ActionBus, actor: Actor, scope: OwnerScope, messageId: MessageId): void {
  const message = scope.use(messageRepository).get(messageId);
  const marked = new Set(message?.metadata.marks?.map(({ proposalId }) => proposalId));
  for (const { id, kind, quote } of scope.use(proposalRepository).unansweredOf(messageId)) {
    const stands = kind === 'part' ? marked.has(id) : message?.content.includes(quote) === true;
    const [offered] = stands ? [] : scope.use(actionRepository).laterThan(0, `/proposals/${id}`).toReversed();
    // With what rests on the offer: that it was left for later.
    if (offered) bus.undo(companionOf(actor.userId), [offered.id], true);
  }
}

/** What was noticed in a message, told from its marks. What the person said no to is not spoken of again; what they said yes to is a part by now, whatever its name. */
export function noticedIn(scope: OwnerScope, { metadata }: Message): Noticed[] {
  return (metadata.marks ?? []).flatMap(({ proposalId }) => {
    const proposal = scope.use(proposalRepository).get(proposalId);
    if (!proposal || proposal.state === 'declined') return [];
    const { name, role, quote, state } = proposal;
    const partId = proposal.partId ?? scope.use(partRepository).named(name);
    return [{ name, role, quote, known: state === 'accepted' || partId !== undefined, ...(partId && { partId }) }];
  });
}
