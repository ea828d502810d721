import { z } from 'zod';
import { MessageId, SafetyContactId, SafetyFlagId, SessionId } from '../ids.ts';
import { LongText, Name, Timestamp, isStorableText } from './common.ts';

/** What was found in words: `crisis` for possible danger now, `concern` for heavy distress. */
export const safetyLabels = ['crisis', 'concern'] as const;
export const SafetyLabel = z.enum(safetyLabels);
export type SafetyLabel = z.infer<typeof SafetyLabel>;

/** A moment in which someone may have been in danger. It stays open until the person says otherwise. */
export const SafetyFlag = z.strictObject({
  id: SafetyFlagId,
  label: SafetyLabel,
  sessionId: SessionId.nullable(),
  messageId: MessageId.nullable(),
  raisedAt: Timestamp,
  clearedAt: Timestamp.nullable(),
});
export type SafetyFlag = z.infer<typeof SafetyFlag>;

export const SAFETY_SECTION_MAX = 10_000;
const Section = LongText(SAFETY_SECTION_MAX, 'A section of the plan can have at most 10,000 characters.');

/**
 * A person's own plan for hard moments, in their own words. The sections are those of B. Stanley and G. K. Brown, “Safety Planning
 * Intervention: A Brief Intervention to Mitigate Suicide Risk”, Cognitive and Behavioral Practice 19 (2012), and what is worth living for.
 */
export const SafetyPlan = z.strictObject({
  warningSigns: Section,
  whatHelpsAlone: Section,
  peopleAndPlaces: Section,
  whomToAsk: Section,
  professionals: Section,
  makingItSafer: Section,
  worthLivingFor: Section,
});
export type SafetyPlan = z.infer<typeof SafetyPlan>;
export type SafetyPlanSection = keyof SafetyPlan;

/** The sections in the order they help: from what one can do alone to whom one can call. */
export const safetyPlanSections: readonly SafetyPlanSection[] = SafetyPlan.keyof().options;

/** A plan in which nothing stands yet. */
export const emptySafetyPlan: SafetyPlan = {
  warningSigns: '',
  whatHelpsAlone: '',
  peopleAndPlaces: '',
  whomToAsk: '',
  professionals: '',
  makingItSafer: '',
  worthLivingFor: '',
};

/** What is open now: the moments that were noticed and not yet said to be over, newest first, and the heavier of their labels. */
export const SafetyState = z.strictObject({ label: SafetyLabel.nullable(), open: z.array(SafetyFlag) });
export type SafetyState = z.infer<typeof SafetyState>;

/** As many as anybody can look through in a hard moment, and then some. */
export const SAFETY_CONTACTS_MAX = 50;

export const ContactName = Name(120, 'A contact needs a name of 1 to 120 characters.');
export const ContactPhone = z
  .string()
  .trim()
  .max(60, 'A number can have at most 60 characters.')
  .refine((phone) => isStorableText(phone) && !/\p{Cc}/u.test(phone), 'A number can’t hold control characters or broken symbols.');
export const ContactNotes = LongText(2000, 'Notes can have at most 2,000 characters.');

export const SafetyContact = z.strictObject({
  id: SafetyContactId,
  name: z.string(),
  phone: z.string(),
  notes: z.string(),
});
export type SafetyContact = z.infer<typeof SafetyContact>;
