import { z } from 'zod';
import { EvidenceId, MessageId, PartId, SessionId } from '../ids.ts';
import { LongText, Name, Timestamp, isStorableText } from './common.ts';

export const partStatuses = ['emerging', 'acknowledged', 'active', 'integrated'] as const;
export const PartStatus = z.enum(partStatuses);
export type PartStatus = z.infer<typeof PartStatus>;

/** Managers pre-empt pain, firefighters react to it, exiles carry it; unknown until the words say which. */
export const partRoles = ['manager', 'firefighter', 'exile', 'unknown'] as const;
export const PartRole = z.enum(partRoles);
export type PartRole = z.infer<typeof PartRole>;

export const evidenceKinds = ['direct_mention', 'behaviour', 'pattern', 'emotion', 'body'] as const;
export const EvidenceKind = z.enum(evidenceKinds);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

/** How many of a part's newest pieces of evidence are kept beside the part itself. */
export const RECENT_EVIDENCE_LIMIT = 10;

export const QUOTE_MAX = 20_000;

/** Words as a person gives them for evidence: without what is blank around them. */
export const EvidenceQuote = z
  .string()
  .trim()
  .min(1, 'Please give the words that speak for it.')
  .max(QUOTE_MAX, 'These words are too many: please choose at most 20,000 characters.')
  .refine(isStorableText, 'These words hold a broken symbol that can’t be kept.');

/** A person's own words that show a part, with where and when they were written; without a message when they were said outside of one. */
export const Evidence = z.strictObject({
  id: EvidenceId,
  kind: EvidenceKind,
  quote: z.string().min(1).max(QUOTE_MAX),
  sessionId: SessionId.nullable(),
  messageId: MessageId.nullable(),
  observedAt: Timestamp,
});
export type Evidence = z.infer<typeof Evidence>;

/** How many things one list of a part's attributes can hold. */
export const WORDS_MOST = 50;
const Words = z.array(z.string().min(1).max(500)).max(WORDS_MOST);

/** The attributes of a part that are lists of words. */
export const wordLists = ['feelings', 'beliefs', 'bodySense', 'triggers', 'needs', 'fears'] as const;

/** What is known about a part beyond its name and story. Everything but the role may be missing. */
export const PartAttributes = z.strictObject({
  role: PartRole,
  emoji: z.string().max(32).optional(),
  /** Hue of the part's own colour, in degrees from 0 to 359. */
  hue: z.int().min(0).max(359).optional(),
  age: z.string().max(100).optional(),
  feelings: Words.optional(),
  beliefs: Words.optional(),
  bodySense: Words.optional(),
  triggers: Words.optional(),
  needs: Words.optional(),
  fears: Words.optional(),
});
export type PartAttributes = z.infer<typeof PartAttributes>;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Attributes as a person writes them: with one sign at most. Parts from before this was asked for may have longer ones. */
export const WrittenAttributes = PartAttributes.extend({
  emoji: z
    .string()
    .max(32)
    .refine((sign) => sign.trim() !== '' && Array.from(segmenter.segment(sign)).length === 1, 'Please choose one sign.')
    .optional(),
});

export const PART_NAME_MAX = 120;
export const PartName = Name(PART_NAME_MAX, 'A part needs a name of 1 to 120 characters.');

export const STORY_MAX = 1_048_576;
export const PartStory = LongText(STORY_MAX, 'A story can have at most 1,048,576 characters.');

export const Part = z.strictObject({
  id: PartId,
  name: z.string(),
  story: z.string(),
  status: PartStatus,
  /** Strength of the evidence as it is today, 0 to 1: it fades while nothing new speaks for the part. The person's own judgement, which does not, outranks it. */
  confidence: z.number().min(0).max(1),
  recentEvidence: z.array(Evidence).max(RECENT_EVIDENCE_LIMIT),
  evidenceCount: z.int().nonnegative(),
  attributes: PartAttributes,
  /** When its newest evidence was written; when it was made, as long as it has none. */
  lastSeenAt: Timestamp,
  createdAt: Timestamp,
  updatedAt: Timestamp,
  /** Whether it is kept from every provider. */
  private: z.boolean(),
});
export type Part = z.infer<typeof Part>;

/** A status a part can go to next. `missing` says in one sentence what is needed first; null when nothing is. */
export const StatusStep = z.strictObject({ status: PartStatus, missing: z.string().nullable() });
export type StatusStep = z.infer<typeof StatusStep>;
