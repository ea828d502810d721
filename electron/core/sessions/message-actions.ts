import { z } from 'zod';
import { type Message, type MessageVersion, MessageText, VERSIONS_MAX } from '../../../shared/entities/session.ts';
import { MessageId } from '../../../shared/ids.ts';
import { defineAction } from '../actions/action.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { Failure, notFound } from '../failure.ts';
import { messageRepository } from './message-repository.ts';
import { requireActive } from './session-actions.ts';
import { sessionRepository } from './session-repository.ts';

/**
 * Puts other words in place of the last thing the person wrote; the earlier ones are kept. Marks go with their words.
 * Final, as every message is: the words that were there can be read, not brought back.
 */
export const editMessage = defineAction({
  type: 'edit_message',
  entityType: 'message',
  undoable: false,
  input: z.strictObject({ messageId: MessageId, content: MessageText, crisis: z.boolean() }),
  perform({ ledger, now, scope }, { messageId, content, crisis }) {
    const message = requireEditable(scope, messageId);
    const { crisis: _before, ...metadata } = message.metadata;
    ledger.update('messages', messageId, {
      content,
      // An empty list, not none: marks of the old words can't be made again over the new ones.
      metadata: { ...metadata, marks: [], versions: versionsWith(message), ...(crisis && { crisis }) },
      createdAt: now,
    });
    return { value: messageId, entityId: messageId, sessionId: message.sessionId };
  },
});

/** Empties the newest reply of a running session so that it can be written again; what it said is kept. */
export const restartReply = defineAction({
  type: 'restart_reply',
  entityType: 'message',
  undoable: false,
  input: z.strictObject({ messageId: MessageId, provider: z.string().max(50) }),
  perform({ ledger, now, scope }, { messageId, provider }) {
    const reply = scope.use(messageRepository).get(messageId);
    if (!reply) throw notFound('This message');
    if (reply.role !== 'assistant') throw new Failure('CONFLICT', 'Only a reply can be made again.');
    requireActive(scope.use(sessionRepository).get(reply.sessionId));
    if (scope.use(messageRepository).last(reply.sessionId)?.id !== messageId)
      throw new Failure('CONFLICT', 'Only the last reply can be made again: what came after it answers it as it was.');
    if (reply.metadata.delivery === 'streaming') throw new Failure('CONFLICT', 'This reply is still being written. Stop it first.');
    const versions = reply.content === '' ? (reply.metadata.versions ?? []) : versionsWith(reply);
    const { guide } = reply.metadata;
    ledger.update('messages', messageId, {
      content: '',
      // Where the Guide stood stays until it stands somewhere again: it does not say the same once more.
      metadata: { delivery: 'streaming', provider, ...(guide && { guide }), ...(versions.length > 0 && { versions }) },
      createdAt: now,
    });
    return { value: messageId, entityId: messageId, sessionId: reply.sessionId };
  },
});

export const messageActions = [editMessage, restartReply];

/**
 * The message, if the person may edit it: their own, the last one they wrote, in a session that runs.
 * @throws Failure NOT_FOUND or CONFLICT
 */
export function requireEditable(scope: OwnerScope, messageId: MessageId): Message {
  const message = scope.use(messageRepository).get(messageId);
  if (!message) throw notFound('This message');
  if (message.role !== 'user') throw new Failure('CONFLICT', 'Only your own words can be edited.');
  requireActive(scope.use(sessionRepository).get(message.sessionId));
  if (scope.use(messageRepository).last(message.sessionId, 'user')?.id !== messageId)
    throw new Failure('CONFLICT', 'Only the last thing you wrote can be edited: what came after it answers it as it was.');
  return message;
}

/** The earlier versions of a message, with what it says now as the newest of them. */
function versionsWith({ content, createdAt, metadata: { delivery, provider, guide, brokeOff, versions = [] } }: Message): MessageVersion[] {
  if (versions.length >= VERSIONS_MAX)
    throw new Failure('CONFLICT', `This was changed ${VERSIONS_MAX} times already, and all of it is kept. Please go on in a new message.`);
  const told = { ...(guide?.remembered && { remembered: guide.remembered }), ...(guide?.told && { told: guide.told }) };
  return [
    ...versions,
    { content, createdAt, delivery, ...(provider !== undefined && { provider }), ...(brokeOff && { brokeOff }), ...told },
  ];
}
