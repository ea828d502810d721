import { z } from 'zod';
import { AssessmentNote, Judgement } from '../../../shared/entities/assessment.ts';
import { AssessmentId, EvidenceId, PartId } from '../../../shared/ids.ts';
import { defineAction } from '../actions/action.ts';
import { Failure, notFound } from '../failure.ts';
import { refreshPart } from '../parts/part-changes.ts';

export const recordAssessment = defineAction({
  type: 'record_assessment',
  entityType: 'assessment',
  undoable: true,
  input: z.strictObject({ partId: PartId, judgement: Judgement, note: AssessmentNote, evidenceIds: z.array(EvidenceId) }),
  perform(work, { partId, judgement, note, evidenceIds }) {
    const { actor, ids, ledger, now } = work;
    if (!ledger.get('parts', partId)) throw notFound('This part');
    for (const evidenceId of evidenceIds) {
      if (ledger.get('partEvidence', evidenceId)?.partId !== partId)
        throw new Failure('NOT_FOUND', 'This evidence does not belong to this part.');
    }
    const id = AssessmentId.parse(ids.next());
    const by = actor.kind === 'user' ? 'user' : 'agent';
    ledger.insert('partAssessments', {
      id,
      userId: actor.userId,
      partId,
      assessmentType: judgement.type,
      content: { judgement, by, note, evidenceIds },
      createdAt: now,
    });
    refreshPart(work, partId);
    return { value: id, entityId: id, sessionId: null };
  },
});

export const deleteAssessment = defineAction({
  type: 'delete_assessment',
  entityType: 'assessment',
  undoable: true,
  input: z.strictObject({ assessmentId: AssessmentId }),
  perform(work, { assessmentId }) {
    const assessment = work.ledger.get('partAssessments', assessmentId);
    if (!assessment) throw notFound('This assessment');
    work.ledger.remove('partAssessments', assessmentId);
    refreshPart(work, assessment.partId);
    return { value: assessmentId, entityId: assessmentId, sessionId: null };
  },
});

export const assessmentActions = [recordAssessment, deleteAssessment];
