import type { PartStatus } from '../../shared/entities/part.ts';

/** How far a part has come, in a word. */
export const statusWords: Record<PartStatus, string> = {
  emerging: 'Emerging',
  acknowledged: 'Acknowledged',
  active: 'Active',
  integrated: 'Integrated',
};
