import { z } from 'zod';
import { MessageId, PartId, ProposalId, RelationshipId, SessionId } from '../ids.ts';
import { Timestamp } from './common.ts';
import { PartRole } from './part.ts';
import { PolarizationLevel, RelationshipType } from './relationship.ts';

export const proposalKinds = ['part', 'relationship'] as const;
export const ProposalKind = z.enum(proposalKinds);
export type ProposalKind = z.infer<typeof ProposalKind>;

export const proposalStates = ['open', 'accepted', 'declined', 'later'] as const;
export const ProposalState = z.enum(proposalStates);
export type ProposalState = z.infer<typeof ProposalState>;

/** A part or a relationship offered to the person with the words it was noticed in. Nothing exists until they accept it. */
export const Proposal = z.strictObject({
  id: ProposalId,
  kind: ProposalKind,
  name: z.string(),
  role: PartRole,
  quote: z.string(),
  /** How sure the companion is that a part is speaking here, 0 to 1. */
  confidence: z.number().min(0).max(1),
  state: ProposalState,
  sessionId: SessionId,
  messageId: MessageId,
  /** The part it became or was added to, once accepted. */
  partId: PartId.nullable(),
  /** The relationship it became, once accepted. */
  relationshipId: RelationshipId.nullable(),
  /** What a relationship would be; null for a part. */
  relationship: z.strictObject({ fromPartId: PartId, toPartId: PartId, type: RelationshipType, level: PolarizationLevel }).nullable(),
  createdAt: Timestamp,
});
export type Proposal = z.infer<typeof Proposal>;
