import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Operation } from 'fast-json-patch';
import type { ActorKind } from '../../../shared/entities/action.ts';
import type { Assessment, Judgement } from '../../../shared/entities/assessment.ts';
import type { Evidence, EvidenceKind, PartAttributes, PartRole, PartStatus } from '../../../shared/entities/part.ts';
import type { ForgetTarget, ForgettingStep } from '../../../shared/entities/forgetting.ts';
import type { JobName, JobProblem, MemoryUpdateKind } from '../../../shared/entities/job.ts';
import type { MemoryRuleKind, MemorySection, SnapshotMetadata } from '../../../shared/entities/memory.ts';
import type { NoteKind } from '../../../shared/entities/note.ts';
import type { Settings } from '../../../shared/entities/profile.ts';
import type { ProposalKind, ProposalState } from '../../../shared/entities/proposal.ts';
import type { RelationshipType } from '../../../shared/entities/relationship.ts';
import type { SafetyLabel, SafetyPlan } from '../../../shared/entities/safety.ts';
import type { MessageMetadata, MessageRole, SessionMetadata, SessionStatus } from '../../../shared/entities/session.ts';
import type {
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
  UserId,
} from '../../../shared/ids.ts';

/**
 * The tables as drizzle sees them. The SQL in `migrations/` makes them; a test compares the two, column by column.
 * Checks, foreign keys and indexes live in the SQL alone.
 */

/**
 * `linked` names rows (`/<table>/<id>`) that rows the action made or took away are linked to: their making can't be undone under them. It also
 * holds what the action claimed for a row (`=<table>/<digest>`, see derivation.ts): nothing earlier can be undone that would claim it for another.
 * `about` names the action that an undo or redo is about.
 */
export type ActionPayload = { actor: ActorKind; seenRevision: number; patch: Operation[]; linked?: string[]; about?: ActionId };
export type ActionResult = { revision: number; patch: Operation[] };
/** What is left of an action that held something forgotten: that it was, by whom and when, and nothing of what it was about. */
export type ForgottenPayload = Pick<ActionPayload, 'actor' | 'seenRevision' | 'about'> & { forgotten: true };
export type ForgottenResult = Pick<ActionResult, 'revision'>;
/** An assessment without what has a column of its own. */
export type AssessmentContent = Pick<Assessment, 'judgement' | 'by' | 'note' | 'evidenceIds'>;
type JsonObject = Record<string, unknown>;

const owner = () => text('user_id').$type<UserId>().notNull();
const json = (name: string) => text(name, { mode: 'json' });

export const users = sqliteTable('users', {
  id: text('id').$type<UserId>().primaryKey(),
  email: text('email'),
  createdAt: integer('created_at').notNull(),
  settings: json('settings').$type<Settings>().notNull(),
});

export const sessions = sqliteTable('sessions', {
  id: text('id').$type<SessionId>().primaryKey(),
  userId: owner(),
  title: text('title'),
  status: text('status').$type<SessionStatus>().notNull(),
  startedAt: integer('started_at').notNull(),
  endedAt: integer('ended_at'),
  metadata: json('metadata').$type<SessionMetadata>().notNull(),
});

export const messages = sqliteTable('messages', {
  id: text('id').$type<MessageId>().primaryKey(),
  sessionId: text('session_id').$type<SessionId>().notNull(),
  userId: owner(),
  role: text('role').$type<MessageRole>().notNull(),
  content: text('content').notNull(),
  metadata: json('metadata').$type<MessageMetadata>().notNull(),
  createdAt: integer('created_at').notNull(),
  sequence: integer('sequence').notNull(),
});

export const parts = sqliteTable('parts', {
  id: text('id').$type<PartId>().primaryKey(),
  userId: owner(),
  name: text('name').notNull(),
  story: text('story').notNull(),
  status: text('status').$type<PartStatus>().notNull(),
  confidenceScore: real('confidence_score').notNull(),
  recentEvidence: json('recent_evidence').$type<Evidence[]>().notNull(),
  attributes: json('attributes').$type<PartAttributes>().notNull(),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const partEvidence = sqliteTable('part_evidence', {
  id: text('id').$type<EvidenceId>().primaryKey(),
  userId: owner(),
  partId: text('part_id').$type<PartId>().notNull(),
  kind: text('kind').$type<EvidenceKind>().notNull(),
  quote: text('quote').notNull(),
  sessionId: text('session_id').$type<SessionId>(),
  messageId: text('message_id').$type<MessageId>(),
  observedAt: integer('observed_at').notNull(),
});

export const partRelationships = sqliteTable('part_relationships', {
  id: text('id').$type<RelationshipId>().primaryKey(),
  userId: owner(),
  fromPartId: text('from_part_id').$type<PartId>().notNull(),
  toPartId: text('to_part_id').$type<PartId>().notNull(),
  relationshipType: text('relationship_type').$type<RelationshipType>().notNull(),
  polarizationLevel: integer('polarization_level').notNull(),
  notes: text('notes').notNull(),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const partAssessments = sqliteTable('part_assessments', {
  id: text('id').$type<AssessmentId>().primaryKey(),
  userId: owner(),
  partId: text('part_id').$type<PartId>().notNull(),
  assessmentType: text('assessment_type').$type<Judgement['type']>().notNull(),
  content: json('content').$type<AssessmentContent>().notNull(),
  createdAt: integer('created_at').notNull(),
});

export const proposals = sqliteTable('proposals', {
  id: text('id').$type<ProposalId>().primaryKey(),
  userId: owner(),
  kind: text('kind').$type<ProposalKind>().notNull(),
  state: text('state').$type<ProposalState>().notNull(),
  name: text('name').notNull(),
  role: text('role').$type<PartRole>().notNull(),
  quote: text('quote').notNull(),
  wordsDigest: text('words_digest').notNull(),
  confidence: real('confidence').notNull(),
  sessionId: text('session_id').$type<SessionId>().notNull(),
  messageId: text('message_id').$type<MessageId>().notNull(),
  partId: text('part_id').$type<PartId>(),
  relationshipId: text('relationship_id').$type<RelationshipId>(),
  fromPartId: text('from_part_id').$type<PartId>(),
  toPartId: text('to_part_id').$type<PartId>(),
  relationshipType: text('relationship_type').$type<RelationshipType>(),
  polarizationLevel: integer('polarization_level'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const notes = sqliteTable('notes', {
  id: text('id').$type<NoteId>().primaryKey(),
  userId: owner(),
  kind: text('kind').$type<NoteKind>().notNull(),
  partId: text('part_id').$type<PartId>(),
  sessionId: text('session_id').$type<SessionId>(),
  title: text('title').notNull(),
  content: text('content').notNull(),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const safetyPlans = sqliteTable('safety_plans', {
  id: text('id').$type<SafetyPlanId>().primaryKey(),
  userId: owner(),
  content: json('content').$type<SafetyPlan>().notNull(),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const safetyContacts = sqliteTable('safety_contacts', {
  id: text('id').$type<SafetyContactId>().primaryKey(),
  userId: owner(),
  name: text('name').notNull(),
  phone: text('phone').notNull(),
  notes: text('notes').notNull(),
  position: integer('position').notNull(),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const safetyFlags = sqliteTable('safety_flags', {
  id: text('id').$type<SafetyFlagId>().primaryKey(),
  userId: owner(),
  label: text('label').$type<SafetyLabel>().notNull(),
  sessionId: text('session_id').$type<SessionId>(),
  messageId: text('message_id').$type<MessageId>(),
  raisedAt: integer('raised_at').notNull(),
  clearedAt: integer('cleared_at'),
});

/** Exactly one of `partId` and `sessionId` is given. */
export const privateFlags = sqliteTable('private_flags', {
  id: text('id').$type<PrivateFlagId>().primaryKey(),
  userId: owner(),
  partId: text('part_id').$type<PartId>(),
  sessionId: text('session_id').$type<SessionId>(),
  createdAt: integer('created_at').notNull(),
});

/** Secrets: never exported, never in an action's patch. */
export const providerKeys = sqliteTable('provider_keys', {
  id: text('id').$type<ProviderKeyId>().primaryKey(),
  userId: owner(),
  provider: text('provider').$type<'anthropic' | 'local'>().notNull(),
  secret: text('secret').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

/** `revision` is the row number: actions stand in the order they were made, whatever the clock said. `result` tells it once more. */
export const agentActions = sqliteTable('agent_actions', {
  revision: integer('revision').primaryKey(),
  id: text('id').$type<ActionId>().notNull(),
  userId: owner(),
  sessionId: text('session_id').$type<SessionId>(),
  actionType: text('action_type').notNull(),
  entityType: text('entity_type').notNull(),
  entityId: text('entity_id').notNull(),
  payload: json('payload').$type<ActionPayload | ForgottenPayload>().notNull(),
  result: json('result').$type<ActionResult | ForgottenResult>().notNull(),
  revertedAt: integer('reverted_at'),
  createdAt: integer('created_at').notNull(),
  schemaVersion: integer('schema_version').notNull(),
});

/** Which actions touched or rest on a row, kept by triggers (see guards.ts) and only ever read: `rowPath` is `/<table>/<id>`, or a claim. */
export const actionRows = sqliteTable('agent_action_rows', {
  rowPath: text('row_path').notNull(),
  revision: integer('revision').notNull(),
  touched: integer('touched').notNull(),
});

export const userMemorySnapshots = sqliteTable('user_memory_snapshots', {
  id: text('id').$type<MemorySnapshotId>().primaryKey(),
  userId: owner(),
  version: integer('version').notNull(),
  isCheckpoint: integer('is_checkpoint', { mode: 'boolean' }).notNull(),
  operations: json('operations').$type<Operation[]>().notNull(),
  metadata: json('metadata').$type<SnapshotMetadata>().notNull(),
  createdAt: integer('created_at').notNull(),
});

/** What memory has yet to be made of. Who holds the lease is working on it until then; `problem` says why the last attempt did not succeed. */
export const memoryUpdates = sqliteTable('memory_updates', {
  id: text('id').$type<MemoryUpdateId>().primaryKey(),
  userId: owner(),
  kind: text('kind').$type<MemoryUpdateKind>().notNull(),
  refId: text('ref_id').notNull(),
  processed: integer('processed', { mode: 'boolean' }).notNull(),
  createdAt: integer('created_at').notNull(),
  revision: integer('revision').notNull(),
  attempts: integer('attempts').notNull(),
  dueAt: integer('due_at').notNull(),
  leaseHolder: text('lease_holder'),
  leasedUntil: integer('leased_until'),
  problem: text('problem').$type<JobProblem>(),
});

/** What is not to be remembered or offered again, as keyed digests. */
export const memoryRules = sqliteTable('memory_rules', {
  id: text('id').$type<MemoryRuleId>().primaryKey(),
  userId: owner(),
  kind: text('kind').$type<MemoryRuleKind>().notNull(),
  section: text('section').$type<MemorySection>(),
  digest: text('digest').notNull(),
  createdAt: integer('created_at').notNull(),
});

export const jobRuns = sqliteTable('job_runs', {
  id: text('id').$type<JobRunId>().primaryKey(),
  userId: owner(),
  job: text('job').$type<JobName>().notNull(),
  startedAt: integer('started_at').notNull(),
  finishedAt: integer('finished_at'),
  outcome: text('outcome').$type<'done' | 'stopped' | 'failed'>(),
  effects: integer('effects').notNull(),
  problem: text('problem').$type<JobProblem>(),
});

/** What was or is being forgotten: never its words. `target` holds identifiers, a day, or a keyed digest. */
export const forgettings = sqliteTable('forgettings', {
  id: text('id').$type<ForgettingId>().primaryKey(),
  userId: owner(),
  kind: text('kind').$type<ForgetTarget['kind']>().notNull(),
  target: json('target').$type<JsonObject>().notNull(),
  step: text('step').$type<ForgettingStep>().notNull(),
  done: integer('done').notNull(),
  total: integer('total').notNull(),
  startedAt: integer('started_at').notNull(),
  finishedAt: integer('finished_at'),
});

export const insights = sqliteTable('insights', {
  id: text('id').$type<InsightId>().primaryKey(),
  userId: owner(),
  type: text('type').$type<'session_summary' | 'nudge' | 'follow_up' | 'observation'>().notNull(),
  status: text('status').$type<'pending' | 'revealed' | 'actioned'>().notNull(),
  content: json('content').$type<JsonObject>().notNull(),
  rating: json('rating').$type<JsonObject>(),
  feedback: text('feedback'),
  revealedAt: integer('revealed_at'),
  actionedAt: integer('actioned_at'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const checkIns = sqliteTable('check_ins', {
  id: text('id').$type<CheckInId>().primaryKey(),
  userId: owner(),
  kind: text('kind').$type<'morning' | 'evening'>().notNull(),
  day: text('day').notNull(),
  timeZone: text('time_zone').notNull(),
  content: json('content').$type<JsonObject>().notNull(),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

const onboarding = sqliteTable('onboarding', {
  id: text('id').primaryKey(),
  userId: owner(),
  currentStep: integer('current_step').notNull(),
  completed: integer('completed', { mode: 'boolean' }).notNull(),
  responses: json('responses').$type<JsonObject>().notNull(),
  completedAt: integer('completed_at'),
  createdAt: integer('created_at').notNull(),
});

export const viewStates = sqliteTable('view_states', {
  id: text('id').primaryKey(),
  userId: owner(),
  name: text('name').notNull(),
  value: json('value').$type<unknown>().notNull(),
  updatedAt: integer('updated_at').notNull(),
});

/**
 * Every table a person owns rows in, parents before children. Guards, export and checks go through this list;
 * a test fails when the database has a table that is neither here nor on the short list of tables without an owner.
 */
export const ownedTables = {
  users,
  sessions,
  messages,
  parts,
  partEvidence,
  partRelationships,
  partAssessments,
  proposals,
  notes,
  safetyPlans,
  safetyContacts,
  safetyFlags,
  privateFlags,
  providerKeys,
  agentActions,
  userMemorySnapshots,
  memoryUpdates,
  memoryRules,
  jobRuns,
  forgettings,
  insights,
  checkIns,
  onboarding,
  viewStates,
} as const;

/** Tables that no export holds. */
export const secretTables: readonly OwnedTableName[] = ['providerKeys'];

export type OwnedTables = typeof ownedTables;
export type OwnedTableName = keyof OwnedTables;
export type Row<Name extends OwnedTableName> = OwnedTables[Name]['$inferSelect'];
