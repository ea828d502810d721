import type { MapPart } from '../../../shared/contracts/map.ts';
import { PartSign } from '../parts/part-sign.tsx';

/** A part of the map with the sign it has everywhere. */
export function MapPartSign({ part: { role, emoji, hue } }: { part: MapPart }) {
  return <PartSign part={{ attributes: { role, ...(emoji !== null && { emoji }), ...(hue !== null && { hue }) } }} />;
}
