import { z } from 'zod';
import { AssessmentId, EvidenceId, PartId } from '../ids.ts';
import { LongText, Timestamp } from './common.ts';
import { Evidence } from './part.ts';

/** The eight qualities of Self. */
export const selfQualities = [
  'calm',
  'curiosity',
  'clarity',
  'compassion',
  'confidence',
  'courage',
  'creativity',
  'connectedness',
] as const;
export type SelfQuality = (typeof selfQualities)[number];

/** The six Fs, in the order they are usually met: find, focus, flesh out, how one feels toward it, befriend, its fears. */
export const sixFs = ['find', 'focus', 'flesh_out', 'feel_toward', 'befriend', 'fears'] as const;
export type SixF = (typeof sixFs)[number];

/** From not at all (0) to fully (1). */
const Score = z
  .number({ error: 'A score is a number from 0 to 1.' })
  .min(0, 'A score goes from 0 to 1.')
  .max(1, 'A score goes from 0 to 1.');

/** What is judged: how sure it is that this is a part; how much Self is there toward it; how far along the six Fs. */
export const Judgement = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('identification'), score: Score }),
  z.strictObject({ type: z.literal('self_energy'), scores: z.partialRecord(z.enum(selfQualities), Score) }),
  z.strictObject({ type: z.literal('six_fs'), reached: z.enum(sixFs) }),
]);
export type Judgement = z.infer<typeof Judgement>;

/** A judgement somebody gives: it says something. */
export const NewJudgement = Judgement.refine(
  (judgement) => judgement.type !== 'self_energy' || Object.keys(judgement.scores).length > 0,
  'Say at least one of the eight qualities.',
);

export const AssessmentNote = LongText(5000, 'A note can have at most 5,000 characters.');

/** A dated judgement about a part, by its person or the companion. */
export const Assessment = z.strictObject({
  id: AssessmentId,
  partId: PartId,
  judgement: Judgement,
  by: z.enum(['user', 'agent']),
  note: z.string(),
  evidenceIds: z.array(EvidenceId),
  /** The words it rests on, as far as they are still here; also when they speak for another part by now. */
  evidence: z.array(Evidence),
  createdAt: Timestamp,
});
export type Assessment = z.infer<typeof Assessment>;
