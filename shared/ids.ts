import { z } from 'zod';

/**
 * Identifiers are UUID version 7 (RFC 9562, section 5.7): unique without a server and sortable by creation time.
 * Each kind is branded, so that one can't be passed where another is meant.
 */
const uuid = () => z.uuid({ version: 'v7', error: 'This is not an identifier Trailhead made.' });

export const UserId = uuid().brand<'UserId'>();
export type UserId = z.infer<typeof UserId>;

export const SessionId = uuid().brand<'SessionId'>();
export type SessionId = z.infer<typeof SessionId>;

export const MessageId = uuid().brand<'MessageId'>();
export type MessageId = z.infer<typeof MessageId>;

export const PartId = uuid().brand<'PartId'>();
export type PartId = z.infer<typeof PartId>;

export const EvidenceId = uuid().brand<'EvidenceId'>();
export type EvidenceId = z.infer<typeof EvidenceId>;

export const ProposalId = uuid().brand<'ProposalId'>();
export type ProposalId = z.infer<typeof ProposalId>;

export const ActionId = uuid().brand<'ActionId'>();
export type ActionId = z.infer<typeof ActionId>;

export const RelationshipId = uuid().brand<'RelationshipId'>();
export type RelationshipId = z.infer<typeof RelationshipId>;

export const AssessmentId = uuid().brand<'AssessmentId'>();
export type AssessmentId = z.infer<typeof AssessmentId>;

export const NoteId = uuid().brand<'NoteId'>();
export type NoteId = z.infer<typeof NoteId>;

export const SafetyPlanId = uuid().brand<'SafetyPlanId'>();
export type SafetyPlanId = z.infer<typeof SafetyPlanId>;

export const SafetyContactId = uuid().brand<'SafetyContactId'>();
export type SafetyContactId = z.infer<typeof SafetyContactId>;

export const SafetyFlagId = uuid().brand<'SafetyFlagId'>();
export type SafetyFlagId = z.infer<typeof SafetyFlagId>;

export const PrivateFlagId = uuid().brand<'PrivateFlagId'>();
export type PrivateFlagId = z.infer<typeof PrivateFlagId>;

export const ProviderKeyId = uuid().brand<'ProviderKeyId'>();
export type ProviderKeyId = z.infer<typeof ProviderKeyId>;

export const CheckInId = uuid().brand<'CheckInId'>();
export type CheckInId = z.infer<typeof CheckInId>;

export const InsightId = uuid().brand<'InsightId'>();
export type InsightId = z.infer<typeof InsightId>;

export const MemorySnapshotId = uuid().brand<'MemorySnapshotId'>();
export type MemorySnapshotId = z.infer<typeof MemorySnapshotId>;

export const MemoryUpdateId = uuid().brand<'MemoryUpdateId'>();
export type MemoryUpdateId = z.infer<typeof MemoryUpdateId>;

export const MemoryRuleId = uuid().brand<'MemoryRuleId'>();
export type MemoryRuleId = z.infer<typeof MemoryRuleId>;

export const JobRunId = uuid().brand<'JobRunId'>();
export type JobRunId = z.infer<typeof JobRunId>;

export const ForgettingId = uuid().brand<'ForgettingId'>();
export type ForgettingId = z.infer<typeof ForgettingId>;

/** A belief is known by what it is about, whatever words it has: the same finding comes to the same identifier. */
export const BeliefId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{16}$/u, 'This is not an identifier of something remembered.')
  .brand<'BeliefId'>();
export type BeliefId = z.infer<typeof BeliefId>;
