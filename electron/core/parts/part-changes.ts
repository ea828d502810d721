import { z } from 'zod';
import { Evidence, type EvidenceKind, PartAttributes, PartName } from '../../../shared/entities/part.ts';
import { EvidenceId, PartId } from '../../../shared/ids.ts';
import type { ActionWork } from '../actions/action.ts';
import { notFound } from '../failure.ts';
import { confidenceFrom } from './confidence.ts';
import { partRepository, recentOf } from './part-repository.ts';

export const NewEvidence = Evidence.omit({ id: true });
export type NewEvidence = z.infer<typeof NewEvidence>;

export const NewPart = z.strictObject({ name: PartName, attributes: PartAttributes });
export type NewPart = z.infer<typeof NewPart>;

/** Makes a part, emerging and without evidence yet. Steps of an action: call them inside one. */
export function addPart({ actor, ids, ledger, now }: ActionWork, { name, attributes }: NewPart): PartId {
  const id = PartId.parse(ids.next());
  ledger.insert('parts', {
    id,
    userId: actor.userId,
    name,
    story: '',
    status: 'emerging',
    confidenceScore: 0,
    recentEvidence: [],
    attributes,
    createdAt: now,
    updatedAt: now,
  });
  return id;
}

/** Adds a piece of evidence to a part and brings its newest ten and its confidence up to date. */
export function addEvidence({ actor, ids, ledger, now, scope }: ActionWork, partId: PartId, evidence: NewEvidence): EvidenceId {
  if (!ledger.get('parts', partId)) throw notFound('This part');
  const id = EvidenceId.parse(ids.next());
  ledger.insert('partEvidence', { id, userId: actor.userId, partId, ...evidence });
  const all = scope.use(partRepository).evidence(partId);
  ledger.update('parts', partId, { recentEvidence: recentOf(all), confidenceScore: confidenceFrom(all, now), updatedAt: now });
  return id;
}

/** Someone who writes of a part, a side or a voice mentions it; other words show it at work. */
export const evidenceKindOf = (quote: string): EvidenceKind =>
  /\b(?:parts?|sides?|half|voices?|one (?:who|that)|inner|in me|of me)\b/iu.test(quote) ? 'direct_mention' : 'behaviour';
