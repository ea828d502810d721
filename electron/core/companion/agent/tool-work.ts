import type { ActionId, MessageId, PartId, SessionId } from '../../../../shared/ids.ts';
import type { Message } from '../../../../shared/entities/session.ts';
import type { Part } from '../../../../shared/entities/part.ts';
import type { ActionBus } from '../../actions/action-bus.ts';
import type { Actor } from '../../actions/actor.ts';
import type { ActivityService } from '../../activity/activity-service.ts';
import type { AssessmentService } from '../../assessments/assessment-service.ts';
import type { OwnerScope } from '../../db/owner-scope.ts';
import { Failure, notFound } from '../../failure.ts';
import type { KeyedDigest } from '../../memory/keyed-digest.ts';
import type { MemoryService } from '../../memory/memory-service.ts';
import type { NoteService } from '../../notes/note-service.ts';
import type { PartService } from '../../parts/part-service.ts';
import type { RelationshipService } from '../../relationships/relationship-service.ts';
import { messageRepository } from '../../sessions/message-repository.ts';
import type { KeptPrivate } from '../context/kept-private.ts';

/** What the tools are thin wrappers over. */
export type ToolServices = {
  bus: ActionBus;
  parts: PartService;
  relationships: RelationshipService;
  assessments: AssessmentService;
  notes: NoteService;
  activity: ActivityService;
  memory: MemoryService;
  keyedDigest: KeyedDigest;
};

/** One turn of the companion's: for whom, in which session, and what it must not know. Set when the turn begins; nothing a model writes changes it. */
export type ToolWork = {
  readonly services: ToolServices;
  /** The companion, on behalf of the person whose profile this is. */
  readonly actor: Actor;
  readonly sessionId: SessionId;
  readonly scope: OwnerScope;
  /** Read anew for each call. */
  readonly keptPrivate: () => KeptPrivate;
  /** No work with exiles while somebody may be in danger. */
  readonly safetyOpen: boolean;
};

/** A part the companion may know of. A private one is not there for it. */
export function knownPart({ actor, keptPrivate, services, safetyOpen }: ToolWork, partId: PartId): Part {
  const part = services.parts.get(actor, partId);
  if (keptPrivate().isPart(part.id)) throw notFound('This part');
  if (safetyOpen && part.attributes.role === 'exile') throw new Failure('CONFLICT', 'Safety comes first now: leave this part in peace.');
  return part;
}

/** Does something, and names the companion's action by which it can be taken back; none when nothing was changed. */
export function doing<Value>(
  { actor, services, sessionId }: ToolWork,
  work: () => Value,
): { value: Value; actionId: ActionId | undefined } {
  const newest = () => services.activity.list(actor, { actor: 'agent', sessionId, limit: 1 }).items[0]?.id;
  const before = newest();
  const value = work();
  const after = newest();
  return { value, actionId: after === before ? undefined : after };
}

/** A message of the person's own in which these words stand, verbatim. */
export function personsMessage({ scope, keptPrivate }: ToolWork, messageId: MessageId, quote: string): Message {
  const message = scope.use(messageRepository).get(messageId);
  if (!message || keptPrivate().hides(message)) throw notFound('This message');
  if (message.role !== 'user') throw new Failure('CONFLICT', 'These are not the person’s own words.');
  if (!message.content.includes(quote)) throw new Failure('CONFLICT', 'These words do not stand in that message. Quote them exactly.');
  return message;
}
