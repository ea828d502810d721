import { join } from 'node:path';
import { personOf } from '../../electron/core/actions/actor.ts';
import { openConnection } from '../../electron/core/db/connection.ts';
import { type TableWriter, createOwnerScopes } from '../../electron/core/db/owner-scope.ts';
import { systemIds } from '../../electron/core/node-ports.ts';
import { MessageId, PartId, RelationshipId, SessionId, type UserId } from '../../shared/ids.ts';
import type { PartRole, PartStatus } from '../../shared/entities/part.ts';
import { relationshipTypes } from '../../shared/entities/relationship.ts';
import type { MemoryDocument } from '../../shared/entities/memory.ts';
import { type MemoryUnderTest, memoryOver } from './memory.ts';
import { observedRandom } from './observed-random.ts';
import { type TestCore, testClock, testCore } from './test-core.ts';

export type SeedOptions = {
  label: string;
  passphrase: string;
  /** Fills the memory, through its service: as if a summariser had found it, beginning at `from`. */
  remember?: (memory: MemoryUnderTest) => void;
  from?: number;
  composeSummary?: (document: MemoryDocument) => string;
};

/** Makes a profile and fills its database directly, as its owner: what months of use would leave behind. `live` then goes on as a person does. */
export async function seededProfile(
  dataDir: string,
  { label, passphrase, remember, from = Date.now() - 86_400_000, composeSummary }: SeedOptions,
  fill: (table: TableWriter, userId: UserId) => void,
  live: (core: TestCore) => Promise<void> = async () => {},
): Promise<void> {
  const random = observedRandom();
  const core = testCore({ dataDir, random, ids: systemIds });
  const { profile } = await core.ask('profiles.create', { label, passphrase, withRecoveryCode: false });
  await core.stop();
  const connection = openConnection(join(dataDir, 'profiles', profile.id, 'trailhead.db'), random.databaseKey(), { create: false });
  try {
    const scope = createOwnerScopes(connection)(profile.id);
    scope.write('action', (table) => fill(table, profile.id));
    const place = { scope, actor: personOf(profile.id), ids: systemIds, key: random.databaseKey(), clock: testClock(from) };
    remember?.(memoryOver({ ...place, ...(composeSummary && { composeSummary }) }));
  } finally {
    connection.close();
  }
  const later = testCore({ dataDir, clock: testClock(Date.now() - 7_200_000), ids: systemIds });
  await later.ask('profiles.unlock', { profileId: profile.id, secret: { kind: 'passphrase', passphrase } });
  await live(later);
  await later.stop();
}

/** A running session of many messages, a minute apart, person and companion in turn. Entries differ in length, so that rows differ in height. */
export function fillLongSession(table: TableWriter, userId: UserId, count: number): SessionId {
  const sessionId = SessionId.parse(systemIds.next());
  const start = Date.now() - count * 60_000;
  table('sessions').insert({ id: sessionId, userId, title: null, status: 'active', startedAt: start, endedAt: null, metadata: {} });
  for (let sequence = 1; sequence <= count; sequence += 1) {
    table('messages').insert({
      id: MessageId.parse(systemIds.next()),
      sessionId,
      userId,
      role: sequence % 2 === 1 ? 'user' : 'assistant',
      content: `Entry ${sequence}. ${'Some days the list is long, and the day is short. '.repeat(1 + (sequence % 5))}`.trim(),
      metadata: { delivery: 'complete' },
      createdAt: start + sequence * 60_000,
      sequence,
    });
  }
  return sessionId;
}

/** Parts that were met over time: of every role and status, without evidence. Answers their ids. */
export function fillParts(table: TableWriter, userId: UserId, count: number): PartId[] {
  const ids: PartId[] = [];
  const roles: PartRole[] = ['manager', 'firefighter', 'exile', 'unknown'];
  const statuses: PartStatus[] = ['emerging', 'acknowledged', 'active', 'integrated'];
  for (let at = 1; at <= count; at += 1) {
    const seen = Date.now() - at * 3_600_000;
    const id = PartId.parse(systemIds.next());
    ids.push(id);
    table('parts').insert({
      id,
      userId,
      name: `The Keeper of ${at}`,
      story: '',
      status: statuses[at % statuses.length] ?? 'emerging',
      confidenceScore: (at % 10) / 10,
      recentEvidence: [],
      attributes: { role: roles[at % roles.length] ?? 'unknown' },
      createdAt: seen,
      updatedAt: seen,
    });
  }
  return ids;
}

/** Relationships of every type, a few for each part, to parts not far from it. For 500 parts and more: then no two parts have two. */
export function fillRelationships(table: TableWriter, userId: UserId, parts: readonly PartId[], count: number): void {
  for (let at = 0; at < count; at += 1) {
    const turn = Math.floor(at / parts.length);
    const [from, to] = [parts[at % parts.length], parts[(at + 3 + turn * 50 + (at % 7) * 13) % parts.length]];
    const type = relationshipTypes[(at + turn) % relationshipTypes.length] ?? 'allied';
    if (!from || !to) continue;
    table('partRelationships').insert({
      id: RelationshipId.parse(systemIds.next()),
      userId,
      fromPartId: from,
      toPartId: to,
      relationshipType: type,
      polarizationLevel: type === 'polarized' ? at % 11 : 0,
      notes: '',
      createdAt: at,
      updatedAt: at,
    });
  }
}
