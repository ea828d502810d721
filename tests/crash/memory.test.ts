import { spawn } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { actionRepository } from '../../electron/core/actions/action-repository.ts';
import { checkDatabase } from '../../electron/core/db/check.ts';
import { openConnection } from '../../electron/core/db/connection.ts';
import { createOwnerScopes } from '../../electron/core/db/owner-scope.ts';
import { checkMemory } from '../../electron/core/memory/memory-check.ts';
import { memoryStore } from '../../electron/core/memory/memory-store.ts';
import { snapshotRepository } from '../../electron/core/memory/snapshot-repository.ts';
import { ATTEMPTS_MAX } from '../../shared/entities/job.ts';
import { SnapshotMetadata } from '../../shared/entities/memory.ts';
import { SessionId, UserId } from '../../shared/ids.ts';
import { monday, temporaryFolder } from '../support/test-core.ts';
import { watchedCore } from '../support/watched-core.ts';

/** All of them with `npm run test:crash`, a few with every test run. */
const KILLS = process.env['npm_lifecycle_event'] === 'test:crash' ? 200 : 8;
/** A process that lives on after this many lines is killed in the middle of whatever comes next. */
const LINES_MAX = 60;
const HOUR = 3_600_000;
/** A file is to be open again within this time, in milliseconds. */
const REOPEN_MS = 50;

/** The database of a new profile, closed. */
async function newFile() {
  const core = await watchedCore();
  const key = core.databaseKey();
  await core.stop();
  const file = join(temporaryFolder(), 'trailhead.db');
  copyFileSync(join(core.folder, 'trailhead.db'), file);
  return { file, key, userId: core.profile.id };
}

/** Lets a process work until it has told `lines` things, kills it, and answers all it had told by then. */
async function liveAndDie(place: { file: string; key: Buffer; userId: string }, now: number, lines: number): Promise<string[]> {
  const program = join(import.meta.dirname, 'die-at-work.ts');
  const child = spawn(process.execPath, [program, place.file, place.key.toString('hex'), place.userId, String(now)]);
  const told: string[] = [];
  let complaint = '';
  child.stderr.on('data', (piece: Buffer) => (complaint += piece.toString()));
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_code, signal) => resolve(signal)));
  for await (const line of createInterface(child.stdout)) {
    told.push(line);
    if (told.length === lines) child.kill('SIGKILL');
  }
  expect(await ended, complaint).toBe('SIGKILL');
  return told;
}

it(
  'loses nothing that was done and does nothing twice, however often it is killed while it remembers and forgets',
  async () => {
    const place = await newFile();
    const owner = UserId.parse(place.userId);
    const ended = new Set<string>();
    const forgotten = new Set<string>();
    const forgettingBegan = new Set<string>();
    let newest = 0;
    const reopened: number[] = [];
    /** Sessions whose update was found waiting after a kill, and those whose was found done. */
    const waited = new Set<string>();
    const processed = new Set<string>();
    for (let kill = 0; kill < KILLS; kill += 1) {
      // Spread over everything there is to be killed in, the same in every run.
      const told = await liveAndDie(place, monday + kill * HOUR, 1 + ((kill * 37 + 11) % LINES_MAX));
      for (const line of told) {
        const [what, which = ''] = line.split(' ');
        if (what === 'ended') ended.add(which);
        if (what === 'forgetting') forgettingBegan.add(which);
        if (what === 'forgot') forgotten.add(which);
        if (what === 'version') newest = Math.max(newest, Number(which));
      }
      const start = performance.now();
      const connection = openConnection(place.file, place.key, { create: false });
      const scope = createOwnerScopes(connection)(owner);
      const current = scope.use(memoryStore).current();
      reopened.push(performance.now() - start);

      expect(current.version, 'every version that was told is there').toBeGreaterThanOrEqual(newest);
      for (const id of ended) {
        const session = scope.find('sessions', SessionId.parse(id));
        if (forgotten.has(id)) expect(session, 'what was forgotten stays so').toBeUndefined();
        else if (!forgettingBegan.has(id)) {
          expect(session?.status, 'what was ended is there').toBe('ended');
          const update = scope.use(actionRepository).memoryUpdate('session', id);
          expect(update?.processed, 'what was ended was told to the memory').toBeTypeOf('boolean');
          expect(update?.attempts, 'nothing is given up').toBeLessThan(ATTEMPTS_MAX);
          if (update?.processed === false) waited.add(id);
          else processed.add(id);
        }
      }
      const versions = scope.use(snapshotRepository).raw(1, 100_000);
      const effects = versions.flatMap(({ metadata }) => {
        const { cause, from, revision } = SnapshotMetadata.parse(JSON.parse(metadata));
        return cause === 'session' ? [`${from} ${revision}`] : [];
      });
      expect(new Set(effects).size, 'each revision had one effect').toBe(effects.length);
      const check = await checkMemory(scope, new AbortController().signal);
      expect({ ...check, checkpoints: 0 }).toEqual({
        versions: current.version,
        checkpoints: 0,
        newestSound: current.version,
        problems: [],
      });
      connection.close();
    }
    const connection = openConnection(place.file, place.key, { create: false });
    expect(checkDatabase(connection.sqlite).problems).toEqual([]);
    connection.close();
    expect(ended.size).toBeGreaterThan(KILLS);
    expect(newest).toBeGreaterThan(KILLS);
    expect(processed.size).toBeGreaterThan(KILLS);
    // How quickly a file opens again is told, not asserted: a test must not fail because the computer has other things to do.
    const late = reopened.filter((took) => took > REOPEN_MS).length;
    process.stdout.write(
      `${KILLS} kills, ${ended.size} sessions, ${newest} versions, ${waited.size} updates found waiting; reopened in ` +
        `${Math.max(...reopened).toFixed(1)} ms at most, ${late} times in more than ${REOPEN_MS} ms.\n`,
    );
  },
  KILLS * 30_000,
);
