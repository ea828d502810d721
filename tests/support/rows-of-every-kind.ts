import { join } from 'node:path';
import { type OwnedTableName, type Row, ownedTables } from '../../electron/core/db/schema.ts';
import { openConnection } from '../../electron/core/db/connection.ts';
import { type OwnerScope, createOwnerScopes } from '../../electron/core/db/owner-scope.ts';
import { digestOfWords } from '../../electron/core/proposals/proposal-repository.ts';
import {
  ActionId,
  AssessmentId,
  CheckInId,
  EvidenceId,
  ForgettingId,
  InsightId,
  JobRunId,
  MemoryRuleId,
  MemorySnapshotId,
  MemoryUpdateId,
  MessageId,
  NoteId,
  PartId,
  PrivateFlagId,
  ProposalId,
  ProviderKeyId,
  RelationshipId,
  SafetyContactId,
  SafetyFlagId,
  SafetyPlanId,
  SessionId,
  type UserId,
} from '../../shared/ids.ts';
import { defaultSettings } from '../../shared/entities/profile.ts';
import type { Ids } from '../../electron/core/ports.ts';

/** A word that stands in every text one person wrote, and nowhere else. */
export const SECRET_WORD = 'quixotrope';

export type Rows = { [Name in OwnedTableName]: Row<Name>[] };

/** One row of every kind there is, with links between them: what a person has after a while. */
export function rowsOfEveryKind(userId: UserId, ids: Ids, now: number, firstSequence: number, word = SECRET_WORD): Rows {
  const sessionId = SessionId.parse(ids.next());
  const messageId = MessageId.parse(ids.next());
  const partId = PartId.parse(ids.next());
  const otherPartId = PartId.parse(ids.next());
  const evidence = {
    id: EvidenceId.parse(ids.next()),
    kind: 'direct_mention' as const,
    quote: `part of me is a ${word}`,
    sessionId,
    messageId,
    observedAt: now,
  };
  const proposalId = ProposalId.parse(ids.next());
  const part = (id: PartId, name: string, recent: Row<'parts'>['recentEvidence']): Row<'parts'> => ({
    id,
    userId,
    name,
    story: word,
    status: 'emerging',
    confidenceScore: 0.35,
    recentEvidence: recent,
    attributes: { role: 'manager', fears: [word] },
    createdAt: now,
    updatedAt: now,
  });
  return {
    users: [{ id: userId, email: null, createdAt: now, settings: defaultSettings }],
    sessions: [{ id: sessionId, userId, title: word, status: 'active', startedAt: now, endedAt: null, metadata: {} }],
    messages: [
      {
        id: messageId,
        sessionId,
        userId,
        role: 'user',
        content: `Part of me is a ${word}.`,
        metadata: { delivery: 'complete', marks: [{ start: 0, end: 10, role: 'manager', proposalId }] },
        createdAt: now,
        sequence: firstSequence,
      },
      {
        id: MessageId.parse(ids.next()),
        sessionId,
        userId,
        role: 'assistant',
        content: `Tell me about the ${word}.`,
        metadata: { delivery: 'streaming', provider: 'guide' },
        createdAt: now,
        sequence: firstSequence + 1,
      },
    ],
    parts: [part(partId, `The ${word}`, [evidence]), part(otherPartId, `The other ${word}`, [])],
    partEvidence: [{ ...evidence, userId, partId }],
    partRelationships: [
      {
        id: RelationshipId.parse(ids.next()),
        userId,
        fromPartId: partId,
        toPartId: otherPartId,
        relationshipType: 'polarized',
        polarizationLevel: 7,
        notes: word,
        createdAt: now,
        updatedAt: now,
      },
    ],
    partAssessments: [
      {
        id: AssessmentId.parse(ids.next()),
        userId,
        partId,
        assessmentType: 'six_fs',
        content: { judgement: { type: 'six_fs', reached: 'find' }, by: 'user', note: word, evidenceIds: [evidence.id] },
        createdAt: now,
      },
    ],
    proposals: [
      {
        id: proposalId,
        userId,
        kind: 'part',
        state: 'open',
        name: `The ${word}`,
        role: 'manager',
        quote: evidence.quote,
        wordsDigest: digestOfWords(evidence.quote),
        confidence: 0.7,
        sessionId,
        messageId,
        partId: null,
        relationshipId: null,
        fromPartId: null,
        toPartId: null,
        relationshipType: null,
        polarizationLevel: null,
        createdAt: now,
        updatedAt: now,
      },
    ],
    agentActions: [
      {
        revision: firstSequence,
        id: ActionId.parse(ids.next()),
        userId,
        sessionId,
        actionType: 'post_message',
        entityType: 'message',
        entityId: messageId,
        payload: { actor: 'user', seenRevision: 0, patch: [{ op: 'add', path: `/messages/${messageId}`, value: word }] },
        result: { revision: firstSequence, patch: [{ op: 'remove', path: `/messages/${messageId}` }] },
        revertedAt: null,
        createdAt: now,
        schemaVersion: 1,
      },
    ],
    userMemorySnapshots: [
      {
        id: MemorySnapshotId.parse(ids.next()),
        userId,
        version: 1,
        isCheckpoint: true,
        operations: [{ op: 'replace', path: '', value: { summary: word } }],
        metadata: { cause: 'session', actor: 'scheduler', hash: 'A'.repeat(43) },
        createdAt: now,
      },
    ],
    memoryUpdates: [
      {
        ...{
          id: MemoryUpdateId.parse(ids.next()),
          userId,
          kind: 'session',
          refId: sessionId,
          processed: false,
          createdAt: now,
          revision: 1,
        },
        ...{ attempts: 0, dueAt: 0, leaseHolder: null, leasedUntil: null, problem: null },
      },
    ],
    insights: [
      {
        id: InsightId.parse(ids.next()),
        userId,
        type: 'observation',
        status: 'revealed',
        content: { text: word },
        rating: { stars: 3 },
        feedback: word,
        revealedAt: now,
        actionedAt: null,
        createdAt: now,
        updatedAt: now,
      },
    ],
    checkIns: [
      {
        id: CheckInId.parse(ids.next()),
        userId,
        kind: 'morning',
        day: '2026-03-02',
        timeZone: 'Europe/Dublin',
        content: { mood: 3, note: word },
        createdAt: now,
        updatedAt: now,
      },
    ],
    onboarding: [
      { id: ids.next(), userId, currentStep: 2, completed: false, responses: { first: word }, completedAt: null, createdAt: now },
    ],
    viewStates: [{ id: ids.next(), userId, name: 'map.positions', value: [{ partId, x: 1, y: 2 }], updatedAt: now }],
    // Later tables come last: the rows of a frozen database have the ids this counted out in its day.
    notes: [
      {
        ...{ id: NoteId.parse(ids.next()), userId, kind: 'letter', partId, sessionId, title: word, content: `Dear ${word}` },
        ...{ createdAt: now, updatedAt: now },
      },
    ],
    safetyPlans: [
      {
        id: SafetyPlanId.parse(ids.next()),
        userId,
        content: {
          ...{ warningSigns: word, whatHelpsAlone: word, peopleAndPlaces: word, whomToAsk: word, professionals: word },
          ...{ makingItSafer: word, worthLivingFor: word },
        },
        createdAt: now,
        updatedAt: now,
      },
    ],
    safetyContacts: [
      {
        ...{ id: SafetyContactId.parse(ids.next()), userId, name: word, phone: '116 123', notes: word, position: 0 },
        ...{ createdAt: now, updatedAt: now },
      },
    ],
    safetyFlags: [{ id: SafetyFlagId.parse(ids.next()), userId, label: 'concern', sessionId, messageId, raisedAt: now, clearedAt: now }],
    privateFlags: [{ id: PrivateFlagId.parse(ids.next()), userId, partId: otherPartId, sessionId: null, createdAt: now }],
    providerKeys: [{ id: ProviderKeyId.parse(ids.next()), userId, provider: 'anthropic', secret: `${word}-key`, updatedAt: now }],
    memoryRules: [{ id: MemoryRuleId.parse(ids.next()), userId, kind: 'never', section: 'themes', digest: 'A'.repeat(43), createdAt: now }],
    jobRuns: [
      {
        ...{ id: JobRunId.parse(ids.next()), userId, job: 'drain_memory', startedAt: now, finishedAt: now, outcome: 'done' },
        ...{ effects: 1, problem: null },
      },
    ],
    forgettings: [
      {
        ...{ id: ForgettingId.parse(ids.next()), userId, kind: 'message', target: { messageId }, step: 'done', done: 1, total: 1 },
        ...{ startedAt: now, finishedAt: now },
      },
    ],
  };
}

/** Writes rows as their owner, parents before children. */
export function insertRows(scope: OwnerScope, rows: Rows): void {
  scope.write('action', (table) => {
    const insert = <Name extends OwnedTableName>(name: Name): void => {
      for (const row of rows[name]) table(name).insert(row);
    };
    for (const name of ownedTableNames) insert(name);
  });
}

export const ownedTableNames = Object.keys(ownedTables).filter((name): name is OwnedTableName => name in ownedTables);

/** Puts a second person with every kind of row into the database of a locked profile. */
export function addPerson(folder: string, key: Buffer, userId: UserId, ids: Ids, now: number): Rows {
  const connection = openConnection(join(folder, 'trailhead.db'), key, { create: false });
  try {
    const rows = rowsOfEveryKind(userId, ids, now, 1_000_001);
    insertRows(createOwnerScopes(connection)(userId), rows);
    return rows;
  } finally {
    connection.close();
  }
}
