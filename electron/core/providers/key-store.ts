import type { ModelKind } from '../../../shared/entities/provider.ts';
import { ProviderKeyId } from '../../../shared/ids.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import type { Clock, Ids } from '../ports.ts';
import { keyRepository } from './key-repository.ts';

/**
 * The keys of providers. They lie in the encrypted database and nowhere else: not in settings, not in an action’s record, not in an export.
 * Writing one is therefore no action and can’t be undone.
 */
export type KeyStore = {
  has(kind: ModelKind): boolean;
  keep(kind: ModelKind, key: string): void;
  /** Removing what is not there changes nothing. */
  remove(kind: ModelKind): void;
  /** For the one place that sends it. */
  secretOf(kind: ModelKind): string | null;
};

export function createKeyStore(scope: OwnerScope, { clock, ids }: { clock: Clock; ids: Ids }): KeyStore {
  const keptFor = (kind: ModelKind) => scope.use(keyRepository).of(kind);
  return {
    has: (kind) => keptFor(kind) !== undefined,
    keep(kind, key) {
      scope.write('provider_key', (table) => {
        const kept = keptFor(kind);
        const updatedAt = clock.now();
        if (kept) table('providerKeys').update(kept.id, { secret: key, updatedAt });
        else {
          const id = ProviderKeyId.parse(ids.next());
          table('providerKeys').insert({ id, userId: scope.userId, provider: kind, secret: key, updatedAt });
        }
      });
    },
    remove(kind) {
      scope.write('provider_key', (table) => {
        const kept = keptFor(kind);
        if (kept) table('providerKeys').remove(kept.id);
      });
    },
    secretOf: (kind) => keptFor(kind)?.secret ?? null,
  };
}
