import { z } from 'zod';
import { Relationship } from '../entities/relationship.ts';
import { PartRole, PartStatus } from '../entities/part.ts';
import { PartId } from '../ids.ts';
import { Nothing, route } from './route.ts';
import { SaveOutcome } from './transfer.ts';

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

/** The longest pictures that are taken out, in characters: a thousand parts several times over, and what fits into one call. */
export const SVG_MAX = 2 * 1024 * 1024;
export const PNG_MAX = 7 * 1024 * 1024;
const tooLarge = 'This picture is too large to be saved. Showing less on the map makes it smaller.';

/** The map as a picture: SVG as text, PNG in base64. */
export const MapPicture = z.discriminatedUnion('format', [
  z.strictObject({ format: z.literal('svg'), content: z.string().max(SVG_MAX, tooLarge) }),
  z.strictObject({ format: z.literal('png'), content: z.base64('A picture as PNG comes in base64.').max(PNG_MAX, tooLarge) }),
]);
export type MapPicture = z.infer<typeof MapPicture>;

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
  /** Takes the map out as a picture, into a file without anybody's name in its own. What is no picture is refused as a CONFLICT. */
  'map.savePicture': route('person', z.strictObject({ picture: MapPicture }), SaveOutcome),
};
