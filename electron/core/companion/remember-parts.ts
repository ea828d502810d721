import type { PartId } from '../../../shared/ids.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { partRepository } from '../parts/part-repository.ts';
import { type KnownParts, knownParts, usualWordsOf } from './detection/known-parts.ts';

/** Recognises a person's parts as they are now. */
export type PartMemory = (scope: OwnerScope) => KnownParts;

/** Keeps the usual words of parts between messages, so that only parts whose evidence has changed are read again. */
export function createPartMemory(): PartMemory {
  let remembered = new Map<PartId, { mark: string; usualWords: ReadonlyMap<string, number> }>();
  return (scope) => {
    const repository = scope.use(partRepository);
    const next: typeof remembered = new Map();
    const parts = repository.recognisable().map(({ id, name, role, mark }) => {
      const kept = remembered.get(id);
      const usualWords = kept?.mark === mark ? kept.usualWords : usualWordsOf(repository.newestWords(id));
      next.set(id, { mark, usualWords });
      return { name, role, usualWords };
    });
    remembered = next;
    return knownParts(parts);
  };
}
