import type { MemoryUpdateKind } from '../../../shared/entities/job.ts';
import { type PartId, PartId as PartIdSchema, SessionId } from '../../../shared/ids.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { relationshipRepository } from '../relationships/relationship-repository.ts';
import { partRepository } from '../parts/part-repository.ts';
import { safetyRepository } from '../safety/safety-repository.ts';
import { messageRepository } from '../sessions/message-repository.ts';
import { sessionRepository } from '../sessions/session-repository.ts';
import type { Material } from './finding.ts';
import { materialRepository } from './material-repository.ts';
import { readCheckIn, readRating } from './told-content.ts';

/** Messages of one session that are read, the newest ones: a long night's writing many times over. */
const MESSAGES_MAX = 2000;
const DAY = 86_400_000;
/** How far back it is looked where parts spoke; after so long a message hardly counts. */
const LATELY_DAYS = 90;

/**
 * Reads all that an update of the memory may look at, as it stands now. Null when what it is about is gone.
 * Of a session that is not to be remembered, only that it is so.
 * @param timeZone in which dates are told, by its IANA name.
 */
export function readMaterial(
  scope: OwnerScope,
  { kind, refId }: { kind: MemoryUpdateKind; refId: string },
  { timeZone }: { timeZone: string },
): Material | null {
  switch (kind) {
    case 'session':
      return ofSession(scope, refId, timeZone);
    case 'check_in':
      return ofCheckIn(scope, refId, timeZone);
    case 'insight':
      return ofInsight(scope, refId, timeZone);
  }
}

function ofSession(scope: OwnerScope, refId: string, timeZone: string): Material | null {
  const id = SessionId.safeParse(refId);
  const session = id.success ? scope.use(sessionRepository).get(id.data) : undefined;
  if (!session) return null;
  const at = session.endedAt ?? session.lastMessageAt ?? session.startedAt;
  const nothing: Material = { ...empty('session', refId, at), source: `session:${session.id}`, session, timeZone };
  if (!session.remembered) return nothing;
  const repository = scope.use(materialRepository);
  const messages = scope.use(messageRepository).byPerson(session.id, MESSAGES_MAX);
  const read = new Set<string>(messages.map((message) => message.id));
  const spoken = repository.evidenceIn(session.id).filter(({ messageId }) => read.has(messageId));
  const lines = messages.flatMap(({ id: messageId, metadata: { speaker }, createdAt }) =>
    speaker?.kind === 'part' ? [{ partId: speaker.partId, messageId, at: createdAt }] : [],
  );
  return {
    ...{ ...nothing, ...among(scope, at, refId), messages },
    spokeIn: byPart(onceAMessage([...spoken, ...lines]), ({ messageId }) => messageId),
    safetyFlags: scope.use(safetyRepository).flagsIn(session.id),
  };
}

function ofCheckIn(scope: OwnerScope, refId: string, timeZone: string): Material | null {
  const row = scope.find('checkIns', refId);
  if (!row) return null;
  const { words, present } = readCheckIn(row.content);
  return {
    ...{ ...empty('check_in', refId, row.createdAt), ...among(scope, row.createdAt, refId) },
    ...{ source: `check_in:${row.id}`, words, timeZone },
    present: present.flatMap((id) => PartIdSchema.safeParse(id).data ?? []),
  };
}

function ofInsight(scope: OwnerScope, refId: string, timeZone: string): Material | null {
  const row = scope.find('insights', refId);
  if (!row) return null;
  const rating = readRating(row.rating, row.content);
  const { feedback } = row;
  return {
    ...{ ...empty('insight', refId, row.updatedAt), ...among(scope, row.updatedAt, refId) },
    ...{ source: `insight:${row.id}`, timeZone },
    ...(feedback !== null && feedback.trim() !== '' && { words: [feedback] }),
    ...(rating && { rating }),
  };
}

const empty = (kind: MemoryUpdateKind, refId: string, at: number): Omit<Material, 'source'> => ({
  ...{ kind, refId, at, session: null, messages: [], parts: [], spokeIn: new Map() },
  ...{ relationships: [], safetyFlags: [] },
});

/** The parts there are, how they relate, and when they spoke before. */
const among = (scope: OwnerScope, at: number, except: string): Pick<Material, 'parts' | 'relationships' | 'spokeBefore'> => ({
  parts: scope.use(partRepository).names(),
  relationships: scope.use(relationshipRepository).all(),
  spokeBefore: spokeOfLate(scope, at, except),
});

/**
 * When each part spoke in the 90 days up to a moment: in messages, and once in each check-in that says it was there.
 * @param except the session or check-in that does not count.
 */
export function spokeOfLate(scope: OwnerScope, at: number, except = ''): Map<PartId, number[]> {
  const repository = scope.use(materialRepository);
  const from = at - LATELY_DAYS * DAY;
  const present = repository.checkInsBetween(from, at, except).flatMap(({ content, createdAt }) =>
    readCheckIn(content).present.flatMap((id) => {
      const partId = PartIdSchema.safeParse(id).data;
      return partId ? [{ partId, at: createdAt }] : [];
    }),
  );
  return byPart([...onceAMessage(repository.spokeBetween(from, at, except)), ...present], (spoken) => spoken.at);
}

/** A message can hold several pieces of evidence of one part, and be a line of its own as well: it spoke there once. */
const onceAMessage = <Spoken extends { partId: PartId; messageId: string }>(spoken: readonly Spoken[]): Spoken[] => [
  ...new Map(spoken.map((one) => [`${one.partId} ${one.messageId}`, one])).values(),
];

const byPart = <Spoken extends { partId: PartId }, Value>(
  spoken: readonly Spoken[],
  valueOf: (spoken: Spoken) => Value,
): Map<PartId, Value[]> => new Map([...Map.groupBy(spoken, ({ partId }) => partId)].map(([partId, all]) => [partId, all.map(valueOf)]));
