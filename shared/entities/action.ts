import { z } from 'zod';
import { ActionId, SessionId } from '../ids.ts';
import { Timestamp } from './common.ts';

/** Who asked for a change. Each acts on behalf of one person. */
export const actorKinds = ['user', 'agent', 'scheduler'] as const;
export const ActorKind = z.enum(actorKinds);
export type ActorKind = z.infer<typeof ActorKind>;

/** One field before and after. `null` stands for nothing: the row was not there, or is gone. */
export const FieldChange = z.strictObject({
  /** What kind of row, in the database's words: parts, partEvidence, partRelationships, … */
  table: z.string(),
  rowId: z.string(),
  /** What a person would call the row: the part's name, the quote; null when it has none. */
  label: z.string().nullable(),
  /** Path inside the row, such as `name` or `attributes.role`; null when the whole row came or went. */
  field: z.string().nullable(),
  before: z.json(),
  after: z.json(),
});
export type FieldChange = z.infer<typeof FieldChange>;

/** One change of the person's data, by anyone, as the activity shows it. */
export const Action = z.strictObject({
  id: ActionId,
  actionType: z.string(),
  actor: ActorKind,
  entityType: z.string(),
  entityId: z.string(),
  sessionId: SessionId.nullable(),
  createdAt: Timestamp,
  /** When it was undone, if it is undone now. */
  revertedAt: Timestamp.nullable(),
  /** For an undo or redo: the action it was about. */
  about: ActionId.nullable(),
  /** Whether this kind of action can be undone at all, and its record was not emptied by forgetting. */
  undoable: z.boolean(),
  changes: z.array(FieldChange),
});
export type Action = z.infer<typeof Action>;
