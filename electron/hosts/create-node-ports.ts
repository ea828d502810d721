import { fileURLToPath } from 'node:url';
import type { HostKind } from '../../shared/contracts/settings.ts';
import { standardErrorLogger, systemClock, systemIds, systemRandom } from '../core/node-ports.ts';
import type { Ports, SaveFile } from '../core/ports.ts';
import { argon2idKeyDerivation } from '../core/vault/key-derivation.ts';
import { countryOfComputer } from './country-of-computer.ts';
import { applicationVersion } from './version.ts';

/** Where a host's own files lie: beside the sources, or inside a bundle. */
export type InstalledFiles = { migrationsDir: string; maintenanceWorker: URL };

/** The files of a checkout, where the TypeScript sources run as they are. */
export const sourceFiles: InstalledFiles = {
  migrationsDir: fileURLToPath(new URL('../../migrations', import.meta.url)),
  maintenanceWorker: new URL('../core/db/maintenance-worker.ts', import.meta.url),
};

/** A reading pace for the guide's words, in milliseconds between two of them: for hosts with a screen. */
export const READING_PACE_MS = 24;

export type NodePortsOptions = {
  host: HostKind;
  dataDir: string;
  saveFile: SaveFile;
  /** Milliseconds between two words of a reply; 0 where nobody watches it grow. */
  replyPaceMs: number;
  verifyOutputs?: boolean;
  /** Where a host knows better than the locale of its process which country the computer is set to. */
  country?: Ports['country'];
  files?: InstalledFiles;
};

/** What every host hands to the core: the computer's own clock, randomness and disk, and the few things in which hosts differ. */
export const createNodePorts = ({
  host,
  dataDir,
  saveFile,
  replyPaceMs,
  verifyOutputs = false,
  country = countryOfComputer,
  files = sourceFiles,
}: NodePortsOptions): Ports => ({
  clock: systemClock,
  ids: systemIds,
  random: systemRandom,
  paths: { dataDir, ...files },
  logger: standardErrorLogger,
  keyDerivation: argon2idKeyDerivation,
  saveFile,
  fetch: globalThis.fetch,
  timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  country,
  host: { kind: host, version: applicationVersion },
  replyPaceMs,
  verifyOutputs,
});
