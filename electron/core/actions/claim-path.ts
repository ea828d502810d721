import { createHash } from 'node:crypto';
import type { OwnedTableName } from '../db/schema.ts';

/** A claim (see derivation.ts) as it stands among the rows an action rests on. A digest, because that index holds no content. */
export const claimPath = (table: OwnedTableName, claim: string): string =>
  `=${table}/${createHash('sha256').update(claim).digest('base64url')}`;
