import type { RouteOutput } from '../../../shared/contracts/index.ts';
import type { Actor } from '../actions/actor.ts';
import type { Maintenance } from '../db/maintenance.ts';
import type { Clock, SaveFile } from '../ports.ts';

export type TransferService = {
  /** Hands the whole of a person's data to the host, as one JSON file. */
  export(actor: Actor): Promise<RouteOutput<'transfer.export'>>;
  check(): Promise<RouteOutput<'database.check'>>;
};

export function createTransferService(options: {
  maintenance: Maintenance;
  saveFile: SaveFile;
  clock: Clock;
  label: string;
  /** Aborted when the profile is locked. */
  signal: AbortSignal;
}): TransferService {
  const { maintenance, saveFile, clock, label, signal } = options;
  return {
    export(actor) {
      const exportedAt = clock.now();
      const content = maintenance.exportRows({ userId: actor.userId, label, exportedAt }, signal);
      // The label stays out of the file's name: names of files are read over shoulders and kept in histories.
      const day = new Date(exportedAt).toISOString().slice(0, 10);
      return saveFile({ suggestedName: `trailhead-export-${day}.json`, mediaType: 'application/json', content });
    },
    async check() {
      const { problems, schemaVersion, messages } = await maintenance.check(signal);
      return { sound: problems.length === 0, problems, schemaVersion, messages };
    },
  };
}
