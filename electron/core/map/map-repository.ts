import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type MapPart, MapPosition } from '../../../shared/contracts/map.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { parts, viewStates } from '../db/schema.ts';
import { shownConfidenceOn } from '../parts/part-repository.ts';

/** The one view state there is so far: where the person put their parts. */
export const MAP_POSITIONS = 'map.positions';

export type MapRepository = {
  /** @param day the day confidence is told for, in milliseconds UTC. */
  parts(day: number): MapPart[];
  /** The kept positions and the row they are kept in, if there is one. */
  kept(): { rowId: string | null; positions: MapPosition[] };
};

export const mapRepository: RepositoryFactory<MapRepository> = ({ owns, prepare, reader }) => {
  const columns = {
    id: parts.id,
    name: parts.name,
    status: parts.status,
    attributes: parts.attributes,
    confidence: shownConfidenceOn(sql.placeholder('day')),
  };
  const all = prepare(columns, reader.select(columns).from(parts).where(owns(parts)).orderBy(asc(parts.createdAt), asc(parts.id)));
  const stateColumns = { id: viewStates.id, value: viewStates.value };
  const state = prepare(
    stateColumns,
    reader
      .select(stateColumns)
      .from(viewStates)
      .where(and(owns(viewStates), eq(viewStates.name, sql.placeholder('name')))),
  );
  return {
    parts: (day) =>
      all.all({ day }).map(({ attributes: { role, emoji, hue }, ...part }) => ({ ...part, role, emoji: emoji ?? null, hue: hue ?? null })),
    kept() {
      const row = state.get({ name: MAP_POSITIONS });
      return { rowId: row?.id ?? null, positions: z.array(MapPosition).catch([]).parse(row?.value) };
    },
  };
};
