import type { HostKind } from '../../shared/contracts/settings.ts';
import type { SaveOutcome } from '../../shared/contracts/transfer.ts';
import type { CountryCode } from '../../shared/entities/helpline.ts';
import type { ErrorCode } from '../../shared/errors.ts';

/** Everything the core needs from outside. A host hands it in once; tests hand in their own. */
export type Ports = {
  clock: Clock;
  ids: Ids;
  random: Random;
  paths: Paths;
  logger: Logger;
  keyDerivation: KeyDerivationPort;
  saveFile: SaveFile;
  /** The time zone this computer is in, by its IANA name: in which days begin and dates are told. */
  timeZone: () => string;
  /** The country this computer is set to, whose helplines are told until another one is chosen; null where it says none. */
  country: () => CountryCode | null;
  /** The only way out to a server. Nothing calls it until the person has turned a provider on. */
  fetch: typeof globalThis.fetch;
  host: { kind: HostKind; version: string };
  /** Milliseconds between two words of the guide's reply: a reading pace on a screen, 0 on a command line. */
  replyPaceMs: number;
  /** Checks every answer against its contract. On in tests and development, where a mismatch is a bug to be found. */
  verifyOutputs: boolean;
};

export type Clock = {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  /** Resolves after `milliseconds`, or rejects with the signal's reason as soon as it is aborted. */
  delay(milliseconds: number, signal: AbortSignal): Promise<void>;
};

/** Answers a new UUID v7, greater than the ones before it. */
export type Ids = { next(): string };

/** Answers `length` cryptographically random bytes. */
export type Random = { bytes(length: number): Buffer };

export type Paths = {
  /** The folder of all profiles. */
  dataDir: string;
  /** The folder of numbered SQL migrations. */
  migrationsDir: string;
  /** The module a maintenance worker thread runs. */
  maintenanceWorker: URL;
};

export type Argon2idParameters = { memoryKiB: number; iterations: number; parallelism: number };

export type KeyDerivationPort = {
  /** Derives 32 bytes with Argon2id (RFC 9106), off the main thread. */
  derive(secret: string, salt: Buffer, parameters: Argon2idParameters): Promise<Buffer>;
  /** Finds parameters that take about `milliseconds` on this computer. */
  calibrate(milliseconds: number): Promise<Argon2idParameters>;
};

/** Log lines hold codes, ids and timings, never anything a person wrote. */
export type Logger = {
  failure(entry: { code: ErrorCode; id: string; route: string; detail: string }): void;
};

/** Takes a file out of the application: a save dialog, a browser's download or a path on the command line. */
export type SaveFile = (request: { suggestedName: string; mediaType: string; content: FileContent }) => Promise<SaveOutcome>;

/** What a file holds, piece by piece: text, written as UTF-8, or bytes. */
export type FileContent = AsyncIterable<string | Uint8Array>;
