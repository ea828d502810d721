import type { Operation } from 'fast-json-patch';
import type { PartId } from '../../../shared/ids.ts';
import { actionRepository, isWhole } from '../actions/action-repository.ts';
import type { RowAddress } from '../actions/apply-patch.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { notFound } from '../failure.ts';
import { forgettingRepository } from './forgetting-repository.ts';
import { operationsOf } from './reach.ts';
import { type Wish, emptyWish } from './wish.ts';

/**
 * A part with all that belongs to it. One that was deleted, which can be undone, still stands in the audit trail and can be forgotten from there.
 * What the person wrote of it stays.
 * @throws Failure NOT_FOUND.
 */
export function partWish(scope: OwnerScope, partId: PartId): Wish {
  const part = scope.find('parts', partId);
  const name = part?.name ?? nameInTrail(scope, partId);
  if (name === undefined) throw notFound('This part');
  const offered = scope
    .use(forgettingRepository)
    .offeredAs(name)
    .map(({ id }): RowAddress => ({ table: 'proposals', id }));
  const texts = [...(part ? [part.story, ...wordsIn(part.attributes)] : []), ...scope.links.childrenOf('parts', partId).flatMap(textsOf)];
  function textsOf({ table, id }: RowAddress): string[] {
    if (table === 'partRelationships') return [scope.find(table, id)?.notes ?? ''];
    if (table === 'partAssessments') return [scope.find(table, id)?.content.note ?? ''];
    if (table === 'notes') return [scope.find(table, id)?.title ?? '', scope.find(table, id)?.content ?? ''];
    return [];
  }
  return { ...emptyWish, kind: 'part', rows: [{ table: 'parts', id: partId }, ...offered], texts, parts: [{ id: partId, name }] };
}

/** What was written about it. */
const wordsIn = (attributes: Record<string, unknown>): string[] =>
  Object.values(attributes).flatMap((value) => (Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []));

/** The newest name a part had that is gone. */
function nameInTrail(scope: OwnerScope, partId: PartId): string | undefined {
  const path = `/parts/${partId}`;
  const told = (operation: Operation): string[] => {
    if (operation.path !== path || !('value' in operation)) return [];
    const value: unknown = operation.value;
    return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' ? [value.name] : [];
  };
  return scope.use(actionRepository).mentioning(path).filter(isWhole).flatMap(operationsOf).flatMap(told).at(-1);
}
