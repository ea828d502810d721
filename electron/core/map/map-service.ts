import type { RouteOutput } from '../../../shared/contracts/index.ts';
import type { MapPicture, MapPosition } from '../../../shared/contracts/map.ts';
import type { Actor } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { notFound } from '../failure.ts';
import type { Clock, Ids, SaveFile } from '../ports.ts';
import { shownDay } from '../parts/confidence.ts';
import { relationshipRepository } from '../relationships/relationship-repository.ts';
import { MAP_POSITIONS, mapRepository } from './map-repository.ts';
import { readPicture } from './picture-file.ts';

export type MapService = {
  get(actor: Actor): RouteOutput<'map.get'>;
  keepPositions(actor: Actor, positions: MapPosition[]): void;
  forgetPositions(actor: Actor): void;
  /** Hands a picture to the host. What is no picture is refused. */
  savePicture(picture: MapPicture): Promise<RouteOutput<'map.savePicture'>>;
};

export function createMapService(options: {
  scopeOf: (actor: Actor) => OwnerScope;
  clock: Clock;
  ids: Ids;
  saveFile: SaveFile;
  /** Aborted when the profile is locked. */
  signal: AbortSignal;
}): MapService {
  const { scopeOf, clock, ids, saveFile, signal } = options;
  /** Positions of parts that are gone go with them. */
  const positionsOf = (scope: OwnerScope): MapPosition[] =>
    scope
      .use(mapRepository)
      .kept()
      .positions.filter(({ partId }) => scope.find('parts', partId) !== undefined);

  return {
    get(actor) {
      const scope = scopeOf(actor);
      return {
        parts: scope.use(mapRepository).parts(shownDay(clock.now())),
        relationships: scope.use(relationshipRepository).all(),
        positions: positionsOf(scope),
      };
    },
    keepPositions(actor, positions) {
      const scope = scopeOf(actor);
      if (positions.some(({ partId }) => !scope.find('parts', partId))) throw notFound('One of these parts');
      scope.write('view_state', (table) => {
        const { rowId } = scope.use(mapRepository).kept();
        const merged = new Map([...positionsOf(scope), ...positions].map((position) => [position.partId, position]));
        const value = [...merged.values()];
        const updatedAt = clock.now();
        if (rowId !== null) table('viewStates').update(rowId, { value, updatedAt });
        else table('viewStates').insert({ id: ids.next(), userId: actor.userId, name: MAP_POSITIONS, value, updatedAt });
      });
    },
    forgetPositions(actor) {
      const scope = scopeOf(actor);
      scope.write('view_state', (table) => {
        const { rowId } = scope.use(mapRepository).kept();
        if (rowId !== null) table('viewStates').remove(rowId);
      });
    },
    async savePicture(picture) {
      const { bytes, mediaType, extension } = readPicture(picture);
      // Whoever fetches it after the profile was locked gets nothing.
      const content = async function* () {
        signal.throwIfAborted();
        yield bytes;
      };
      const day = new Date(clock.now()).toISOString().slice(0, 10);
      return saveFile({ suggestedName: `trailhead-map-${day}.${extension}`, mediaType, content: content() });
    },
  };
}
