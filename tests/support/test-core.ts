import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Core, createCore } from '../../electron/core/create-core.ts';
import { systemRandom } from '../../electron/core/node-ports.ts';
import type { Clock, Ids, KeyDerivationPort, Logger, Ports, SaveFile } from '../../electron/core/ports.ts';
import { argon2idKeyDerivation, kdfFloor } from '../../electron/core/vault/key-derivation.ts';
import type { CoreEvent } from '../../shared/contracts/events.ts';
import { type RouteInput, type RouteName, type RouteOutput, contract } from '../../shared/contracts/index.ts';
import type { CallError, Result } from '../../shared/errors.ts';

/** 2026-03-02T09:00:00Z, a Monday. */
export const monday = Date.UTC(2026, 2, 2, 9);

/** A clock that stands still until it is moved. Waiting moves it. */
export type TestClock = Clock & { advance(milliseconds: number): void; set(now: number): void };

export function testClock(start = monday): TestClock {
  let now = start;
  return {
    now: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
    },
    set: (moment) => {
      now = moment;
    },
    delay: async (milliseconds, signal) => {
      signal.throwIfAborted();
      now += milliseconds;
      await Promise.resolve();
    },
  };
}

/** UUIDs version 7 that count up, so that every run makes the same ones. */
export function testIds(start = 0): Ids {
  let count = start;
  return {
    next: () => {
      count += 1;
      const hex = count.toString(16).padStart(16, '0');
      return `01900000-0000-7000-8${hex.slice(1, 4)}-${hex.slice(4)}`;
    },
  };
}

/** Real Argon2id at the lowest strength Trailhead accepts, without measuring the machine first. */
export const quickKeyDerivation: KeyDerivationPort = { ...argon2idKeyDerivation, calibrate: async () => kdfFloor };

export type TestCore = Core & {
  clock: TestClock;
  dataDir: string;
  events: CoreEvent[];
  log: Parameters<Logger['failure']>[0][];
  /** Calls a route and gives its value; a refusal fails the test with its code and sentence. */
  ask<Name extends RouteName>(route: Name, input: RouteInput<Name>): Promise<RouteOutput<Name>>;
  /** Calls a route and gives its error; an answer fails the test. */
  refusal(route: string, input: unknown): Promise<CallError>;
  /** Resolves when the reply to what was just said is finished. */
  replied(messageId: string): Promise<void>;
};

export type TestCoreOptions = Partial<Omit<Ports, 'clock' | 'paths'>> & { clock?: TestClock; dataDir?: string; migrationsDir?: string };

const root = join(import.meta.dirname, '..', '..');

/** The ports of a core under test: real where it matters, in the test's hands where it would otherwise vary. */
export function testPorts(options: TestCoreOptions = {}): Ports & { clock: TestClock } {
  return {
    clock: options.clock ?? testClock(),
    ids: options.ids ?? testIds(),
    random: options.random ?? systemRandom,
    logger: options.logger ?? { failure: () => undefined },
    keyDerivation: options.keyDerivation ?? quickKeyDerivation,
    saveFile: options.saveFile ?? keepNothing,
    fetch: options.fetch ?? noNetwork,
    host: options.host ?? { kind: 'cli', version: '0.0.0-test' },
    timeZone: () => 'Europe/London',
    country: options.country ?? (() => null),
    replyPaceMs: options.replyPaceMs ?? 0,
    verifyOutputs: true,
    paths: {
      dataDir: options.dataDir ?? temporaryFolder(),
      migrationsDir: options.migrationsDir ?? join(root, 'migrations'),
      maintenanceWorker: new URL('../../electron/core/db/maintenance-worker.ts', import.meta.url),
    },
  };
}

/** The real core with a real encrypted database, its time, ids and log in the test's hands. */
export function testCore(options: TestCoreOptions = {}): TestCore {
  const log: TestCore['log'] = [];
  const ports = testPorts({ logger: { failure: (entry) => log.push(entry) }, ...options });
  const core = createCore(ports);
  const events: CoreEvent[] = [];
  core.subscribe((event) => events.push(event));

  return {
    ...core,
    clock: ports.clock,
    dataDir: ports.paths.dataDir,
    events,
    log,
    async ask<Name extends RouteName>(route: Name, input: RouteInput<Name>): Promise<RouteOutput<Name>> {
      const result = await core.call(route, input);
      if (!result.ok) throw new Error(`${route} was refused: ${result.error.code} ${result.error.message}`);
      // The core has checked its answer against this very schema.
      return contract[route].output.parse(result.value) as RouteOutput<Name>;
    },
    async refusal(route, input) {
      const result: Result<unknown> = await core.call(route, input);
      if (result.ok) throw new Error(`${route} was expected to refuse.`);
      return result.error;
    },
    replied: (messageId) =>
      new Promise((resolve) => {
        const isIt = (event: CoreEvent) => event.type === 'reply.finished' && event.message.id === messageId;
        if (events.some(isIt)) resolve();
        else {
          const end = core.subscribe((event) => {
            if (!isIt(event)) return;
            end();
            resolve();
          });
        }
      }),
  };
}

/** A test that reaches for the network without saying so has failed. */
const noNetwork: Ports['fetch'] = () => Promise.reject(new TypeError('fetch failed'));

const keepNothing: SaveFile = async ({ content }) => {
  for await (const _piece of content);
  return { outcome: 'cancelled' };
};

const folders: string[] = [];

/** A new folder that is gone when the test process ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'trailhead-test-'));
  folders.push(folder);
  return folder;
}
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
