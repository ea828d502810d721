import { and, asc, eq, or, sql } from 'drizzle-orm';
import type { Relationship, RelationshipType } from '../../../shared/entities/relationship.ts';
import type { PartId, RelationshipId } from '../../../shared/ids.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { partRelationships } from '../db/schema.ts';

export type RelationshipRepository = {
  get(id: RelationshipId): Relationship | undefined;
  /** Oldest first. */
  all(): Relationship[];
  /** Oldest first. */
  ofPart(partId: PartId): Relationship[];
  /** The one between two parts of a type, whichever way round it is told. */
  between(one: PartId, other: PartId, type: RelationshipType): Relationship | undefined;
};

export const relationshipRepository: RepositoryFactory<RelationshipRepository> = ({ owns, prepare, reader }) => {
  const columns = {
    id: partRelationships.id,
    fromPartId: partRelationships.fromPartId,
    toPartId: partRelationships.toPartId,
    type: partRelationships.relationshipType,
    level: partRelationships.polarizationLevel,
    notes: partRelationships.notes,
    createdAt: partRelationships.createdAt,
    updatedAt: partRelationships.updatedAt,
  };
  const read = () => reader.select(columns).from(partRelationships);
  const inOrder = [asc(partRelationships.createdAt), asc(partRelationships.id)];
  const touches = or(
    eq(partRelationships.fromPartId, sql.placeholder('partId')),
    eq(partRelationships.toPartId, sql.placeholder('partId')),
  );
  const one = prepare(columns, read().where(and(owns(partRelationships), eq(partRelationships.id, sql.placeholder('id')))));
  const all = prepare(
    columns,
    read()
      .where(owns(partRelationships))
      .orderBy(...inOrder),
  );
  const ofPart = prepare(
    columns,
    read()
      .where(and(owns(partRelationships), touches))
      .orderBy(...inOrder),
  );
  return {
    get: (id) => one.get({ id }),
    all: () => all.all(),
    ofPart: (partId) => ofPart.all({ partId }),
    between: (partId, other, type) =>
      ofPart.all({ partId }).find((found) => found.type === type && (found.fromPartId === other || found.toPartId === other)),
  };
};
