import { join } from 'node:path';
import { UserId } from '../../shared/ids.ts';

/** The database of one released schema version, as it was made then. */
export const frozenFile = (version: number): string =>
  join(import.meta.dirname, '..', '..', 'migrations', 'frozen', `schema-${String(version).padStart(4, '0')}.db`);

/** Frozen databases hold invented rows only, so their key is no secret. */
export const frozenKey = (): Buffer => Buffer.alloc(32, 0x5a);
export const frozenOwner = UserId.parse('01900000-0000-7000-8000-00000000f002');
