import { z } from 'zod';
import { Assessment, AssessmentNote, NewJudgement } from '../entities/assessment.ts';
import { AssessmentId, EvidenceId, PartId } from '../ids.ts';
import { Nothing, route } from './route.ts';

export const assessmentsContract = {
  /** Newest first. */
  'assessments.list': route('person', z.strictObject({ partId: PartId }), z.array(Assessment)),
  /** A person's own identification outranks the strength of the evidence: it becomes the part's confidence. */
  'assessments.record': route(
    'person',
    z.strictObject({
      partId: PartId,
      judgement: NewJudgement,
      note: AssessmentNote.default(''),
      evidenceIds: z.array(EvidenceId).max(50).default([]),
    }),
    Assessment,
  ),
  'assessments.delete': route('person', z.strictObject({ assessmentId: AssessmentId }), Nothing),
};
