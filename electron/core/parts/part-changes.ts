import { z } from 'zod';
import { Evidence, type EvidenceKind, PartAttributes, PartName, PartStory } from '../../../shared/entities/part.ts';
import { EvidenceId, PartId } from '../../../shared/ids.ts';
import type { ActionWork } from '../actions/action.ts';
import type { Derivation } from '../actions/derivation.ts';
import { personsIdentification } from '../assessments/assessment-repository.ts';
import { Failure, notFound } from '../failure.ts';
import { keptConfidence } from './confidence.ts';
import { lackingForActive } from './lifecycle.ts';
import { nameKey, partRepository, recentOf } from './part-repository.ts';

export const NewEvidence = Evidence.omit({ id: true });
export type NewEvidence = z.infer<typeof NewEvidence>;

export const NewPart = z.strictObject({ name: PartName, attributes: PartAttributes, story: PartStory.optional() });
export type NewPart = z.infer<typeof NewPart>;

/** Makes a part, emerging and without evidence yet. Steps of an action: call them inside one. */
export function addPart({ actor, ids, ledger, now, scope }: ActionWork, { name, attributes, story = '' }: NewPart): PartId {
  requireFreeName(scope, name, null);
  const id = PartId.parse(ids.next());
  ledger.insert('parts', {
    id,
    userId: actor.userId,
    name,
    story,
    status: 'emerging',
    confidenceScore: 0,
    recentEvidence: [],
    attributes,
    createdAt: now,
    updatedAt: now,
  });
  return id;
}

/** Adds a piece of evidence to a part and brings what follows from it up to date. */
export function addEvidence(work: ActionWork, partId: PartId, evidence: NewEvidence): EvidenceId {
  const { actor, ids, ledger } = work;
  if (!ledger.get('parts', partId)) throw notFound('This part');
  const id = EvidenceId.parse(ids.next());
  ledger.insert('partEvidence', { id, userId: actor.userId, partId, ...evidence });
  refreshPart(work, partId);
  return id;
}

/** Brings a part's newest ten pieces of evidence and its confidence up to date, after something they follow from has changed. */
export function refreshPart({ ledger, now, scope }: ActionWork, partId: PartId): void {
  partDerivation.settle({ scope, ledger }, partId);
  ledger.update('parts', partId, { updatedAt: now });
}

/** Takes a piece of evidence away, and out of the judgements that rested on it. */
export function dropEvidence({ ledger, scope }: ActionWork, id: EvidenceId): void {
  for (const naming of scope.links.naming('partEvidence', id)) {
    const content = ledger.get('partAssessments', naming.id)?.content;
    if (content) {
      const evidenceIds = content.evidenceIds.filter((named) => named !== id);
      ledger.update('partAssessments', naming.id, { content: { ...content, evidenceIds } });
    }
  }
  ledger.remove('partEvidence', id);
}

/** Takes an active part back to acknowledged when it was left with less evidence than an active one needs. */
export function stepBackWithoutEvidence({ ledger, now, scope }: ActionWork, partId: PartId): void {
  const standing = scope.use(partRepository).standing(partId);
  if (standing?.status === 'active' && lackingForActive(standing) !== null)
    ledger.update('parts', partId, { status: 'acknowledged', updatedAt: now });
}

/** Two parts can't have the same name, however it is written. */
export function requireFreeName(scope: ActionWork['scope'], name: string, own: PartId | null): void {
  if (
    scope
      .use(partRepository)
      .namesakes(name)
      .some((id) => id !== own)
  ) {
    throw new Failure('CONFLICT', 'You already have a part of this name. Choose another one, or merge the two.');
  }
}

/** What follows from a part's evidence and judgements, and that its name is its own. */
export const partDerivation: Derivation = {
  table: 'parts',
  fields: ['recentEvidence', 'confidenceScore'],
  rivalFields: ['name'],
  claimOf: ({ name }) => (typeof name === 'string' ? nameKey(name) : null),
  rivalsOf: (scope, { name }) => (typeof name === 'string' ? scope.use(partRepository).namesakes(name) : []),
  affectedBy(table, row) {
    if ((table === 'partEvidence' || table === 'partAssessments') && 'partId' in row && typeof row.partId === 'string') return [row.partId];
    return [];
  },
  settle({ scope, ledger }, id) {
    const part = ledger.get('parts', id);
    if (!part) return;
    const evidence = scope.use(partRepository).evidence(part.id);
    ledger.update('parts', id, {
      recentEvidence: recentOf(evidence),
      confidenceScore: keptConfidence(evidence, personsIdentification(scope, part.id)),
    });
  },
};

/** Someone who writes of a part, a side or a voice mentions it; other words show it at work. */
export const evidenceKindOf = (quote: string): EvidenceKind =>
  /\b(?:parts?|sides?|half|voices?|one (?:who|that)|inner|in me|of me)\b/iu.test(quote) ? 'direct_mention' : 'behaviour';
