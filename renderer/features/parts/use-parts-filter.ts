import { createKept } from '../../client/kept.tsx';
import { allParts } from './parts-filters.tsx';

/** What the list of parts was narrowed to, still so when one comes back from a part's page. */
export const usePartsFilter = createKept(allParts);
