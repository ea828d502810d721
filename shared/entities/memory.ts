import { z } from 'zod';
import { BeliefId, MemoryRuleId, MessageId, PartId, SessionId } from '../ids.ts';
import { ActorKind } from './action.ts';
import { LongText, Timestamp } from './common.ts';

/** What memory keeps apart, in the order it is read in. */
export const memorySections = ['parts', 'relationships', 'triggers', 'themes', 'openThreads', 'practices', 'safetyNotes'] as const;
export const MemorySection = z.enum(memorySections);
export type MemorySection = z.infer<typeof MemorySection>;

/** The sections as headings. */
export const memorySectionTitles: Record<MemorySection, string> = {
  parts: 'Parts',
  relationships: 'How parts relate',
  triggers: 'What sets things off',
  themes: 'What comes up',
  openThreads: 'What is still open',
  practices: 'What helped',
  safetyNotes: 'Hard moments',
};

/**
 * Where a belief comes from: what it is and its identifier, as in `message:0195…`. One text and not an object, because every version of the
 * memory may add one.
 */
export const memorySourceKinds = ['message', 'session', 'check_in', 'insight'] as const;
export const MemorySource = z.templateLiteral([z.enum(memorySourceKinds), ':', z.uuid({ version: 'v7' })]);
export type MemorySource = z.infer<typeof MemorySource>;

export const BELIEF_TEXT_MAX = 500;
export const BELIEF_SOURCES_MAX = 12;
/** As many beliefs as a section can have; the one that was seen longest ago goes first. */
export const BELIEFS_MAX = 60;
/** Words in the summary. */
export const SUMMARY_WORDS_MAX = 120;

export const BeliefText = LongText(BELIEF_TEXT_MAX, 'This can have at most 500 characters.').refine(
  (text) => text.trim() !== '',
  'There is nothing to remember yet.',
);

/** Something that is remembered, and why. */
export const Belief = z.strictObject({
  id: BeliefId,
  /** One plain sentence, or the person's own words. */
  text: BeliefText,
  /** Whose sentence it is. What a person has written is not rewritten by anybody else. */
  by: z.enum(['summariser', 'model', 'person']),
  /** The parts it is about. */
  parts: z.array(PartId).max(10).optional(),
  /** For a trigger: what was wanted then, in the person's words. */
  wanted: z.string().max(BELIEF_TEXT_MAX).optional(),
  /** For a part: how much it spoke of late, 0 to 1. */
  influence: z.number().min(0).max(1).optional(),
  /** For something that was left open: since when it is settled, and what says so. */
  settled: z.strictObject({ at: Timestamp, by: MemorySource }).optional(),
  /** In how many sessions, check-ins and insights it was found. */
  count: z.int().positive(),
  since: Timestamp,
  lastSeen: Timestamp,
  /** The newest ones, oldest first. */
  sources: z.array(MemorySource).min(1).max(BELIEF_SOURCES_MAX),
});
export type Belief = z.infer<typeof Belief>;

/** How much a part spoke of late, by its influence: the same words wherever that is told. */
export const influenceWords = (influence: number): 'a lot' | 'more than once' | 'little' =>
  influence >= 0.6 ? 'a lot' : influence >= 0.3 ? 'more than once' : 'little';

const Section = z.array(Belief).max(BELIEFS_MAX);

/** All that is remembered of one person: one document, whose versions are kept as JSON Patches (docs/memory.md). */
export const MemoryDocument = z.strictObject({
  summary: z.string().max(2000),
  parts: Section,
  relationships: Section,
  triggers: Section,
  themes: Section,
  openThreads: Section,
  practices: Section,
  safetyNotes: Section,
});
export type MemoryDocument = z.infer<typeof MemoryDocument>;

/** A memory in which nothing stands yet: what version 0 is. */
export const emptyMemory: MemoryDocument = {
  summary: '',
  parts: [],
  relationships: [],
  triggers: [],
  themes: [],
  openThreads: [],
  practices: [],
  safetyNotes: [],
};

/**
 * Why a version came to be: an update from the queue, what the person did, or `upkeep`, which follows the parts there are and the time that goes by.
 * `lost` stands where a damaged row was.
 */
export const memoryCauses = ['session', 'check_in', 'insight', 'edited', 'wrong', 'never', 'restored', 'undone', 'upkeep', 'lost'] as const;
export const MemoryCause = z.enum(memoryCauses);
export type MemoryCause = z.infer<typeof MemoryCause>;

/** What stands beside the operations of a version. */
export const SnapshotMetadata = z.strictObject({
  cause: MemoryCause,
  actor: ActorKind,
  /** What it was made from: the session, check-in or insight, and its revision; or the version that was restored or undone. */
  from: z.string().max(60).optional(),
  revision: z.int().positive().optional(),
  /**
   * Parts, and beliefs about relationships, that were gone when this version was written, by their identifiers: what it took out is remembered again when
   * they are back.
   */
  gone: z.array(z.string().max(60)).optional(),
  /** SHA-256 of the resulting document as canonical JSON (RFC 8785), in base64url. */
  hash: z.string().regex(/^[A-Za-z0-9_-]{43}$/u),
});
export type SnapshotMetadata = z.infer<typeof SnapshotMetadata>;

/** A version as the timeline shows it. `bytes` is the size of its operations. */
export const MemoryVersion = z.strictObject({
  version: z.int().positive(),
  isCheckpoint: z.boolean(),
  cause: MemoryCause,
  actor: ActorKind,
  createdAt: Timestamp,
  bytes: z.int().nonnegative(),
  operations: z.int().nonnegative(),
});
export type MemoryVersion = z.infer<typeof MemoryVersion>;

/** One difference between two versions. The summary has no section and no belief. */
export const MemoryChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('summary'), before: z.string(), after: z.string() }),
  z.strictObject({ kind: z.literal('added'), section: MemorySection, after: Belief }),
  z.strictObject({ kind: z.literal('removed'), section: MemorySection, before: Belief }),
  z.strictObject({ kind: z.literal('changed'), section: MemorySection, before: Belief, after: Belief }),
]);
export type MemoryChange = z.infer<typeof MemoryChange>;

/** A source with what can be shown of it: the words, as long as they are there. */
export const Reason = z.strictObject({
  source: MemorySource,
  sessionId: SessionId.nullable(),
  messageId: MessageId.nullable(),
  /** The person's own words, or the title of the session; null when it is gone. */
  words: z.string().nullable(),
  at: Timestamp.nullable(),
});
export type Reason = z.infer<typeof Reason>;

/**
 * What is not to be remembered again. `wrong`: not from anything written until then; `never`: not at all; `declined`: words for which a part was
 * declined and then forgotten. Only a keyed digest is kept, so that a rule does not say what it is about.
 */
export const memoryRuleKinds = ['wrong', 'never', 'declined'] as const;
export const MemoryRuleKind = z.enum(memoryRuleKinds);
export type MemoryRuleKind = z.infer<typeof MemoryRuleKind>;
export const MemoryRule = z.strictObject({
  id: MemoryRuleId,
  kind: MemoryRuleKind,
  section: MemorySection.nullable(),
  createdAt: Timestamp,
});
export type MemoryRule = z.infer<typeof MemoryRule>;

/** What is wrong with one version: its row is not there, can't be read, does not apply, or comes to another document than it should. */
export const memoryProblems = ['missing', 'unreadable', 'does_not_apply', 'other_document'] as const;
export const MemoryProblem = z.enum(memoryProblems);
export type MemoryProblem = z.infer<typeof MemoryProblem>;

/** What checking every version found. `newestSound` is the newest version that can be rebuilt, 0 when there is none. */
export const MemoryCheck = z.strictObject({
  versions: z.int().nonnegative(),
  checkpoints: z.int().nonnegative(),
  newestSound: z.int().nonnegative(),
  problems: z.array(z.strictObject({ version: z.int().positive(), problem: MemoryProblem })),
});
export type MemoryCheck = z.infer<typeof MemoryCheck>;
