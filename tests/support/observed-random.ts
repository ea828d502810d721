import { systemRandom } from '../../electron/core/node-ports.ts';
import type { Random } from '../../electron/core/ports.ts';

/** Real randomness that remembers a copy of the first 32 bytes it was asked for: a new profile's database key. */
export function observedRandom(): Random & { databaseKey(): Buffer } {
  let key: Buffer | null = null;
  return {
    bytes(length) {
      const bytes = systemRandom.bytes(length);
      if (length === 32 && key === null) key = Buffer.from(bytes);
      return bytes;
    },
    databaseKey() {
      if (!key) throw new Error('No profile was created yet.');
      return Buffer.from(key);
    },
  };
}
