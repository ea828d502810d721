import type { OwnerScope } from '../db/owner-scope.ts';
import { safetyRepository } from './safety-repository.ts';

/** Whether nothing of exiles may be offered: a crisis is open. Protectors first, and nobody in danger is led to what hurts most. */
export const exilesRest = (scope: OwnerScope): boolean =>
  scope
    .use(safetyRepository)
    .openFlags()
    .some(({ label }) => label === 'crisis');
