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
