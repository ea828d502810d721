import { z } from 'zod';
import { BeliefId, ForgettingId, MessageId, PartId, SessionId } from '../ids.ts';
import { Timestamp } from './common.ts';

/** A calendar day, YYYY-MM-DD. */
export const Day = z.iso.date();

/**
 * What can be forgotten. A sentence is a stretch of a message, in UTF-16 units, end exclusive; a day is the person's own, in the time zone given
 * as its IANA name.
 */
export const ForgetTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sentence'), messageId: MessageId, start: z.int().nonnegative(), end: z.int().positive() }),
  z.strictObject({ kind: z.literal('message'), messageId: MessageId }),
  z.strictObject({ kind: z.literal('session'), sessionId: SessionId }),
  z.strictObject({ kind: z.literal('part'), partId: PartId }),
  z.strictObject({ kind: z.literal('belief'), beliefId: BeliefId }),
  z.strictObject({ kind: z.literal('day'), day: Day, timeZone: z.string().min(1).max(100) }),
  z.strictObject({ kind: z.literal('everything') }),
]);
export type ForgetTarget = z.infer<typeof ForgetTarget>;

/** As much of one kind is shown before it goes; the rest is counted. */
export const SHOWN_MAX = 50;

/** How much goes for good. */
export const ForgettingPreview = z.strictObject({
  messages: z.int().nonnegative(),
  sessions: z.int().nonnegative(),
  proposals: z.int().nonnegative(),
  evidence: z.int().nonnegative(),
  /** The names of parts that go or lose words. */
  parts: z.array(z.string()),
  /** The names of parts that were made of what goes and stay, because something else rests on them. */
  staying: z.array(z.string()),
  relationships: z.int().nonnegative(),
  assessments: z.int().nonnegative(),
  notes: z.int().nonnegative(),
  checkIns: z.int().nonnegative(),
  insights: z.int().nonnegative(),
  /** What is remembered and goes or loses a reason, and versions that are written anew. Null when the memory is damaged and can’t be read. */
  beliefs: z.int().nonnegative().nullable(),
  memoryVersions: z.int().nonnegative().nullable(),
  /** What that is, as far as it can be shown: titles of notes, quotes of evidence, and beliefs. None for everything. */
  shown: z.strictObject({
    notes: z.array(z.string()).max(SHOWN_MAX),
    evidence: z.array(z.string()).max(SHOWN_MAX),
    beliefs: z.array(z.strictObject({ text: z.string(), goes: z.boolean() })).max(SHOWN_MAX),
  }),
  /** Changes that can't be undone any more. */
  actions: z.int().nonnegative(),
  /** Copies Trailhead made by itself, which are removed. */
  backups: z.int().nonnegative(),
});
export type ForgettingPreview = z.infer<typeof ForgettingPreview>;

/** Whether there is nothing of it here. What can’t be counted may be something. */
export const holdsNothing = ({ messages, sessions, proposals, evidence, parts, notes, ...more }: ForgettingPreview): boolean =>
  [messages, sessions, proposals, evidence, parts.length, notes, more.relationships, more.assessments, more.checkIns, more.insights].every(
    (amount) => amount === 0,
  ) && [more.beliefs, more.memoryVersions, more.actions].every((amount) => amount === 0);

/** Where a forgetting is: rows, then memory's history, then what stands on the disk outside of the rows. */
export const forgettingSteps = ['rows', 'memory', 'traces', 'done'] as const;
export const ForgettingStep = z.enum(forgettingSteps);
export type ForgettingStep = z.infer<typeof ForgettingStep>;

/** A forgetting, as long as it is under way and as it ended. It holds no words. */
export const Forgetting = z.strictObject({
  id: ForgettingId,
  kind: z.enum(['sentence', 'message', 'session', 'part', 'belief', 'day', 'everything']),
  step: ForgettingStep,
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  startedAt: Timestamp,
  finishedAt: Timestamp.nullable(),
});
export type Forgetting = z.infer<typeof Forgetting>;
