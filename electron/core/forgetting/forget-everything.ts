import { setImmediate } from 'node:timers/promises';
import { defaultSettings } from '../../../shared/entities/profile.ts';
import type { ForgettingId } from '../../../shared/ids.ts';
import type { OwnerScope, TableWriter } from '../db/owner-scope.ts';
import { type OwnedTableName, ownedTables } from '../db/schema.ts';
import { forgettingRepository } from './forgetting-repository.ts';

/** Rows that go in one transaction: a screen stays quick meanwhile, and a crash loses no more than this work. */
const SLICE = 500;

/** Children before their parents. The person themselves, and the record of this very forgetting, stay. */
const order: readonly OwnedTableName[] = Object.keys(ownedTables)
  .filter((name): name is OwnedTableName => name in ownedTables && name !== 'users')
  .toReversed();

/** How many rows there are to go. */
export const rowsOfEverything = (scope: OwnerScope): number =>
  order.reduce((sum, name) => sum + scope.use(forgettingRepository).count(name), 0) - scope.use(forgettingRepository).unfinished().length;

/**
 * Removes every row of a person but their own, in slices, and puts their settings back but for theme and country. Begun again, it goes on.
 * A table is only begun when those that name it are empty: what is written meanwhile goes too.
 * @throws the signal's reason between two slices.
 */
export async function forgetEverything(
  scope: OwnerScope,
  id: ForgettingId,
  { signal, onProgress }: { signal: AbortSignal; onProgress: () => void },
): Promise<void> {
  while (scope.write('forget', (table) => forgetSlice(scope, table, id)) > 0) {
    onProgress();
    await setImmediate();
    signal.throwIfAborted();
  }
}

function forgetSlice(scope: OwnerScope, table: TableWriter, id: ForgettingId): number {
  let removed = 0;
  for (const name of order) {
    const found = scope.use(forgettingRepository).some(name, SLICE - removed, id);
    scope.searchIndex.loosely(() => table(name).removeAll(found));
    removed += found.length;
    if (removed >= SLICE) break;
  }
  const { done = 0, total = 0 } = table('forgettings').get(id) ?? {};
  if (removed > 0) {
    table('forgettings').update(id, { done: done + removed, total: Math.max(total, done + removed) });
    return removed;
  }
  scope.searchIndex.writeAnew();
  const user = table('users').get(scope.userId);
  if (user) {
    const { theme, country } = user.settings;
    table('users').update(user.id, { email: null, settings: { ...defaultSettings, theme, country } });
  }
  table('forgettings').update(id, { step: 'traces' });
  return 0;
}
