import { type OwnedTableName, type Row, ownedTables } from '../../electron/core/db/schema.ts';
import type { Ids } from '../../electron/core/ports.ts';
import { defaultSettings } from '../../shared/entities/profile.ts';
import { ActionId, EvidenceId, MessageId, PartId, ProposalId, SessionId, type UserId } from '../../shared/ids.ts';
import { monday } from './test-core.ts';

/** Every owned table, parents before children. */
export const tableNames = Object.keys(ownedTables).filter((key): key is OwnedTableName => key in ownedTables);

export type SampleRows = { [Name in OwnedTableName]: Row<Name> } & { otherPart: Row<'parts'> };

/** One row of every owned table, all linked together. `at` keeps numbers that must be unique in the database apart. */
export function sampleRows(userId: UserId, ids: Ids, at: number): SampleRows {
  const sessionId = SessionId.parse(ids.next());
  const messageId = MessageId.parse(ids.next());
  const partId = PartId.parse(ids.next());
  const evidence = {
    id: EvidenceId.parse(ids.next()),
    kind: 'behaviour' as const,
    quote: 'I made lists',
    sessionId,
    messageId,
    observedAt: monday,
  };
  const times = { createdAt: monday, updatedAt: monday };
  const part: Row<'parts'> = {
    ...{ id: partId, userId, name: `The Planner ${at}`, story: '', status: 'emerging', confidenceScore: 0.25 },
    ...{ recentEvidence: [evidence], attributes: { role: 'manager' }, ...times },
  };
  const otherPart: Row<'parts'> = { ...part, id: PartId.parse(ids.next()), name: `The Young One ${at}`, recentEvidence: [] };
  return {
    users: { id: userId, email: null, createdAt: monday, settings: defaultSettings },
    sessions: { id: sessionId, userId, title: null, status: 'active', startedAt: monday, endedAt: null, metadata: {} },
    messages: {
      ...{ id: messageId, sessionId, userId, role: 'user', content: `I made lists again, number${at}`, metadata: { delivery: 'complete' } },
      ...{ createdAt: monday, sequence: at },
    },
    parts: part,
    otherPart,
    partEvidence: { ...evidence, userId, partId },
    partRelationships: {
      ...{ id: ids.next(), userId, fromPartId: partId, toPartId: otherPart.id, relationshipType: 'protector-exile' },
      ...{ polarizationLevel: 0, notes: '', ...times },
    },
    partAssessments: { id: ids.next(), userId, partId, assessmentType: 'six_fs', content: {}, createdAt: monday },
    proposals: {
      ...{
        id: ProposalId.parse(ids.next()),
        userId,
        kind: 'part',
        state: 'accepted',
        name: 'The Planner',
        role: 'manager',
        quote: 'I made lists',
      },
      ...{ wordsDigest: 'digest', confidence: 0.5, sessionId, messageId, partId, ...times },
    },
    agentActions: {
      ...{ id: ActionId.parse(ids.next()), userId, sessionId, actionType: 'post_message', entityType: 'message', entityId: messageId },
      ...{ payload: { actor: 'user', seenRevision: 0, patch: [] }, result: { revision: 1, patch: [] }, revertedAt: null },
      ...{ createdAt: monday, schemaVersion: 1 },
    },
    userMemorySnapshots: { id: ids.next(), userId, version: 1, isCheckpoint: true, operations: [], metadata: {}, createdAt: monday },
    memoryUpdates: { id: ids.next(), userId, kind: 'session', refId: sessionId, processed: false, createdAt: monday, revision: 1 },
    insights: {
      ...{ id: ids.next(), userId, type: 'nudge', status: 'pending', content: {}, rating: null, feedback: null },
      ...{ revealedAt: null, actionedAt: null, ...times },
    },
    checkIns: { id: ids.next(), userId, kind: 'morning', day: '2026-03-02', timeZone: 'Europe/Lisbon', content: {}, ...times },
    onboarding: { id: ids.next(), userId, currentStep: 0, completed: false, responses: {}, completedAt: null, createdAt: monday },
  };
}
