import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Assessment } from '../../../shared/entities/assessment.ts';
import type { Evidence } from '../../../shared/entities/part.ts';
import type { AssessmentId, PartId } from '../../../shared/ids.ts';
import type { OwnerScope, RepositoryFactory } from '../db/owner-scope.ts';
import { type Row, partAssessments } from '../db/schema.ts';

export type AssessmentRepository = {
  get(id: AssessmentId): Assessment | undefined;
  /** Newest first. */
  ofPart(partId: PartId): Assessment[];
};

export const assessmentRepository: RepositoryFactory<AssessmentRepository> = ({ find, owns, prepare, reader }) => {
  const columns = getTableColumns(partAssessments);
  const read = () => reader.select().from(partAssessments);
  const one = prepare(columns, read().where(and(owns(partAssessments), eq(partAssessments.id, sql.placeholder('id')))));
  const ofPart = prepare(
    columns,
    read()
      .where(and(owns(partAssessments), eq(partAssessments.partId, sql.placeholder('partId'))))
      .orderBy(desc(partAssessments.createdAt), desc(partAssessments.id)),
  );
  const toAssessment = ({ id, partId, content, createdAt }: Row<'partAssessments'>): Assessment => ({
    ...{ id, partId, ...content, createdAt },
    evidence: content.evidenceIds.flatMap((evidenceId) => {
      const found = find('partEvidence', evidenceId);
      return found ? [withoutOwner(found)] : [];
    }),
  });
  return {
    get(id) {
      const row = one.get({ id });
      return row && toAssessment(row);
    },
    ofPart: (partId) => ofPart.all({ partId }).map(toAssessment),
  };
};

const withoutOwner = ({ id, kind, quote, sessionId, messageId, observedAt }: Row<'partEvidence'>): Evidence => ({
  ...{ id, kind, quote, sessionId, messageId, observedAt },
});

/** How sure the person themselves is that this is a part, by their newest judgement; null when they have not said. */
export function personsIdentification(scope: OwnerScope, partId: PartId): number | null {
  const newest = scope
    .use(assessmentRepository)
    .ofPart(partId)
    .find(({ by, judgement }) => by === 'user' && judgement.type === 'identification');
  return newest?.judgement.type === 'identification' ? newest.judgement.score : null;
}
