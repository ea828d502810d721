import type { PartId } from '../../../shared/ids.ts';
import { createKept } from '../../client/kept.tsx';
import type { Choice } from './picture/marks.ts';
import type { Detail } from './visible-map.ts';

export type MapMode = 'both' | 'picture' | 'table';

/** How the map is looked at. `detail` is null until the dial is touched. */
export type MapView = { mode: MapMode; detail: Detail | null; focusId: PartId | null; chosen: Choice | null };

const initial: MapView = { mode: 'both', detail: null, focusId: null, chosen: null };

/** Kept while the profile is open, so that one comes back from a part's page to the map as it was. */
export const useMapView = createKept(initial);
