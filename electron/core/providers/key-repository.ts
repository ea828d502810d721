import { and, eq, sql } from 'drizzle-orm';
import type { ModelKind } from '../../../shared/entities/provider.ts';
import type { ProviderKeyId } from '../../../shared/ids.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { providerKeys } from '../db/schema.ts';

export type KeyRepository = {
  /** The key kept for a kind of provider. For the one who calls it; no handler answers this. */
  of(kind: ModelKind): { id: ProviderKeyId; secret: string } | undefined;
};

export const keyRepository: RepositoryFactory<KeyRepository> = ({ owns, prepare, reader }) => {
  const columns = { id: providerKeys.id, secret: providerKeys.secret };
  const one = prepare(
    columns,
    reader
      .select(columns)
      .from(providerKeys)
      .where(and(owns(providerKeys), eq(providerKeys.provider, sql.placeholder('kind')))),
  );
  return { of: (kind) => one.get({ kind }) };
};
