import { z } from 'zod';
import { Relationship } from '../entities/relationship.ts';
import { PartRole, PartStatus } from '../entities/part.ts';
import { PartId } from '../ids.ts';
import { Nothing, route } from './route.ts';

/** A part as the map draws it. */
export const MapPart = z.strictObject({
  id: PartId,
  name: z.string(),
  role: PartRole,
  status: PartStatus,
  emoji: z.string().nullable(),
  hue: z.int().nullable(),
  confidence: z.number().min(0).max(1),
});
export type MapPart = z.infer<typeof MapPart>;

/** Where a person put a part on the map, in the map's own units around its middle. */
export const MapPosition = z.strictObject({ partId: PartId, x: z.number().min(-1e6).max(1e6), y: z.number().min(-1e6).max(1e6) });
export type MapPosition = z.infer<typeof MapPosition>;

export const mapContract = {
  'map.get': route(
    'person',
    Nothing,
    z.strictObject({ parts: z.array(MapPart), relationships: z.array(Relationship), positions: z.array(MapPosition) }),
  ),
  /** Keeps where parts were put; the ones not named stay as they were. View state: no action, nothing to undo. */
  'map.keepPositions': route('person', z.strictObject({ positions: z.array(MapPosition).min(1).max(1000) }), Nothing),
  /** Forgets all kept positions, so that the map is laid out anew. */
  'map.forgetPositions': route('person', Nothing, Nothing),
};
