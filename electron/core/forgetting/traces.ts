import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '../db/connection.ts';
import { truncateLog } from '../db/log-truncation.ts';
import type { Maintenance } from '../db/maintenance.ts';

/** Where forgotten words may stand outside of the database's own pages: the write-ahead log, and copies made before an update. */
export type Traces = {
  /** How many copies there are. */
  copies(): number;
  /** Removes the copies, which served their purpose as the profile is open, and empties the log. @returns whether nothing is left. */
  clear(): boolean;
  /** Resolves when the readers Trailhead itself has sent out are back: until then the log may be needed. */
  readersBack(): Promise<void>;
};

/** @param copyName what the names of copies in the profile's folder begin with. */
export function createTraces(place: { connection: Connection; maintenance: Maintenance; folder: string; copyName: string }): Traces {
  const { connection, maintenance, folder, copyName } = place;
  const copies = (): string[] => readdirSync(folder).filter((name) => name.startsWith(copyName));
  return {
    copies: () => copies().filter((name) => name.endsWith('.db')).length,
    clear() {
      for (const name of copies()) rmSync(join(folder, name), { recursive: true, force: true });
      return truncateLog(connection);
    },
    readersBack: () => maintenance.idle(),
  };
}
