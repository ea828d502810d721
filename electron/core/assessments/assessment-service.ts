import type { ParsedInput } from '../../../shared/contracts/index.ts';
import type { Assessment } from '../../../shared/entities/assessment.ts';
import type { AssessmentId, PartId } from '../../../shared/ids.ts';
import type { ActionBus } from '../actions/action-bus.ts';
import type { Actor } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { notFound } from '../failure.ts';
import { deleteAssessment, recordAssessment } from './assessment-actions.ts';
import { assessmentRepository } from './assessment-repository.ts';

export type AssessmentService = {
  ofPart(actor: Actor, partId: PartId): Assessment[];
  record(actor: Actor, input: ParsedInput<'assessments.record'>): Assessment;
  delete(actor: Actor, assessmentId: AssessmentId): void;
};

export function createAssessmentService({ bus, scopeOf }: { bus: ActionBus; scopeOf: (actor: Actor) => OwnerScope }): AssessmentService {
  return {
    ofPart(actor, partId) {
      if (!scopeOf(actor).find('parts', partId)) throw notFound('This part');
      return scopeOf(actor).use(assessmentRepository).ofPart(partId);
    },
    record(actor, input) {
      const assessment = scopeOf(actor)
        .use(assessmentRepository)
        .get(bus.perform(actor, recordAssessment, input).value);
      if (!assessment) throw notFound('This assessment');
      return assessment;
    },
    delete: (actor, assessmentId) => void bus.perform(actor, deleteAssessment, { assessmentId }),
  };
}
