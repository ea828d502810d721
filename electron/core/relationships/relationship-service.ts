import { isDeepStrictEqual } from 'node:util';
import type { ParsedInput } from '../../../shared/contracts/index.ts';
import type { Relationship } from '../../../shared/entities/relationship.ts';
import type { PartId, RelationshipId } from '../../../shared/ids.ts';
import type { ActionBus } from '../actions/action-bus.ts';
import type { Actor } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { notFound } from '../failure.ts';
import { createRelationship, deleteRelationship, updateRelationship } from './relationship-actions.ts';
import { relationshipRepository } from './relationship-repository.ts';

export type RelationshipService = {
  list(actor: Actor, partId: PartId | undefined): Relationship[];
  create(actor: Actor, input: ParsedInput<'relationships.create'>): Relationship;
  update(actor: Actor, input: ParsedInput<'relationships.update'>): Relationship;
  delete(actor: Actor, relationshipId: RelationshipId): void;
};

export function createRelationshipService({
  bus,
  scopeOf,
}: {
  bus: ActionBus;
  scopeOf: (actor: Actor) => OwnerScope;
}): RelationshipService {
  const get = (actor: Actor, id: RelationshipId): Relationship => {
    const relationship = scopeOf(actor).use(relationshipRepository).get(id);
    if (!relationship) throw notFound('This relationship');
    return relationship;
  };
  return {
    list(actor, partId) {
      const repository = scopeOf(actor).use(relationshipRepository);
      if (partId === undefined) return repository.all();
      if (!scopeOf(actor).find('parts', partId)) throw notFound('This part');
      return repository.ofPart(partId);
    },
    create: (actor, input) => get(actor, bus.perform(actor, createRelationship, input).value),
    update(actor, input) {
      const { relationshipId, ...wanted } = input;
      const relationship = get(actor, relationshipId);
      return isDeepStrictEqual({ ...relationship, ...wanted }, relationship)
        ? relationship
        : get(actor, bus.perform(actor, updateRelationship, input).value);
    },
    delete: (actor, relationshipId) => void bus.perform(actor, deleteRelationship, { relationshipId }),
  };
}
