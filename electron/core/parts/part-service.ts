import type { ParsedInput, RouteOutput } from '../../../shared/contracts/index.ts';
import type { Part } from '../../../shared/entities/part.ts';
import type { PartId } from '../../../shared/ids.ts';
import type { Actor } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { notFound } from '../failure.ts';
import { partRepository } from './part-repository.ts';

export type PartService = {
  list(actor: Actor, page: ParsedInput<'parts.list'>): RouteOutput<'parts.list'>;
  get(actor: Actor, partId: PartId): Part;
};

export function createPartService(options: { scopeOf: (actor: Actor) => OwnerScope }): PartService {
  const partsOf = (actor: Actor) => options.scopeOf(actor).use(partRepository);
  return {
    list: (actor, page) => partsOf(actor).list(page),
    get(actor, partId) {
      const part = partsOf(actor).get(partId);
      if (!part) throw notFound('This part');
      return part;
    },
  };
}
