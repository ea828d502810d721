import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../tests/support/failure-in.ts';
import { temporaryFolder } from '../../../tests/support/test-core.ts';
import { newestSchema, type TestDatabase, testDatabase } from '../../../tests/support/test-database.ts';
import { MessageId } from '../../../shared/ids.ts';
import { openConnection } from './connection.ts';
import { type Maintenance, createMaintenance } from './maintenance.ts';

const workerModule = new URL('./maintenance-worker.ts', import.meta.url);
const never = new AbortController().signal;

/** A database with about 3 MB of messages, and its maintenance. */
async function large(): Promise<
  TestDatabase & { maintenance: Maintenance; export: { userId: TestDatabase['alice']; label: string; exportedAt: number } }
> {
  const database = await testDatabase();
  const { messages } = database.fill(database.alice);
  database.scopeOf(database.alice).write('action', (table) => {
    for (let at = 0; at < 300; at += 1)
      table('messages').insert({
        ...messages,
        id: MessageId.parse(database.ids.next()),
        sequence: 1000 + at,
        content: 'long words '.repeat(1000),
      });
  });
  // Something that only the log holds yet, so that who reads the database now reads the log.
  database.scopeOf(database.alice).write('action', (table) => table('messages').update(messages.id, { content: 'newest' }));
  const maintenance = createMaintenance(workerModule, database);
  return { ...database, maintenance, export: { userId: database.alice, label: 'Mine', exportedAt: 0 } };
}

/** Whether no other connection still reads an old state: only then can the log be emptied. */
const logIsFree = ({ connection }: TestDatabase): boolean => {
  connection.sqlite.pragma('busy_timeout = 0');
  const [outcome] = connection.sqlite.prepare<[], { busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)').all();
  return outcome?.busy === 0;
};

/** A worker of the test's own, to see what becomes of its answers. */
function workerSaying(script: string): URL {
  const file = join(temporaryFolder(), 'worker.mjs');
  writeFileSync(file, `import { parentPort, workerData } from 'node:worker_threads';\n${script}`);
  return pathToFileURL(file);
}

const collect = async (pieces: AsyncIterable<string>): Promise<string[]> => {
  const all: string[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
};

describe('maintenance', () => {
  it('checks, copies and exports in a thread of its own, and leaves the log free', async () => {
    const database = await large();
    const { maintenance, key } = database;
    expect(await maintenance.check(never)).toEqual({ problems: [], schemaVersion: newestSchema, messages: 301 });
    const target = join(temporaryFolder(), 'copy.db');
    await maintenance.copy(target, never);
    openConnection(target, key, { create: false }).close();
    const pieces = await collect(maintenance.exportRows(database.export, never));
    expect(pieces.length).toBeGreaterThan(5);
    expect(JSON.parse(pieces.join(''))).toMatchObject({ profile: { label: 'Mine' } });
    expect(logIsFree(database)).toBe(true);
  });

  it('leaves the key it was made with as it is', async () => {
    const { maintenance, key } = await large();
    const before = Buffer.from(key);
    await maintenance.check(never);
    expect(key.equals(before)).toBe(true);
  });

  it('holds an export back while its reader is slow', async () => {
    const asked = workerSaying(`
      parentPort.postMessage({ type: 'chunk', text: 'first' });
      let count = 1;
      parentPort.on('message', () => {
        count += 1;
        parentPort.postMessage(count > 3 ? { type: 'exported' } : { type: 'chunk', text: String(count) });
      });
    `);
    const maintenance = createMaintenance(asked, { file: '', key: randomBytes(32) });
    const { export: options } = await large();
    const pieces = maintenance.exportRows(options, never);
    const seen: (string | undefined)[] = [];
    for (let at = 0; at < 3; at += 1) {
      const { value } = await pieces.next();
      seen.push(value ?? undefined);
    }
    expect(seen).toEqual(['first', '2', '3']);
    expect((await pieces.next()).done).toBe(true);
  });

  it('that is cancelled before it begins starts no thread', async () => {
    const maintenance = createMaintenance(new URL('file:///nowhere.mjs'), { file: '', key: randomBytes(32) });
    expect((await failureOf(maintenance.check(AbortSignal.abort()))).code).toBe('CANCELLED');
  });

  it('that is cancelled while its thread says nothing ends at once', async () => {
    const maintenance = createMaintenance(workerSaying('setInterval(() => {}, 1000);'), { file: '', key: randomBytes(32) });
    const stop = new AbortController();
    const check = failureOf(maintenance.check(stop.signal));
    stop.abort();
    expect((await check).code).toBe('CANCELLED');
  });

  it('that is cancelled ends with CANCELLED and lets go of the database', async () => {
    const database = await large();
    const stop = new AbortController();
    const pieces = database.maintenance.exportRows(database.export, stop.signal);
    await pieces.next();
    stop.abort();
    expect((await failureOf(pieces.next())).code).toBe('CANCELLED');
    expect(logIsFree(database)).toBe(true);
  });

  it('lets go of the database when the reader of an export leaves early', async () => {
    const database = await large();
    for await (const _piece of database.maintenance.exportRows(database.export, never)) break;
    expect(logIsFree(database)).toBe(true);
  });

  it('is over when it is closed, also an export that nobody reads on', async () => {
    const database = await large();
    const pieces = database.maintenance.exportRows(database.export, never);
    await pieces.next();
    expect(logIsFree(database)).toBe(false);
    await database.maintenance.close();
    expect(logIsFree(database)).toBe(true);
    expect((await failureOf(pieces.next())).code).toBe('CANCELLED');
    expect((await failureOf(database.maintenance.check(never))).code).toBe('CANCELLED');
  });

  it('passes on what a person can act on', async () => {
    const { maintenance } = await large();
    const nowhere = join(temporaryFolder(), 'no such folder', 'copy.db');
    expect((await failureOf(maintenance.copy(nowhere, never))).code).toBe('READ_ONLY');
    const missing = createMaintenance(workerModule, { file: join(temporaryFolder(), 'trailhead.db'), key: randomBytes(32) });
    expect((await failureOf(missing.check(never))).code).toBe('DATABASE_DAMAGED');
  });

  it.each([
    ['throws', `throw new Error('/home/somebody: "my secret"')`],
    ['throws later', `setImmediate(() => { throw new Error('/home/somebody: "my secret"'); })`],
    ['says so', `parentPort.postMessage({ type: 'failed', code: 'INTERNAL', message: '/home/somebody: "my secret"' })`],
    ['just ends', `process.exit(3)`],
    ['is not there', null],
  ])('whose thread %s is a Failure that tells nothing of the inside', async (_name, script) => {
    const module = script === null ? pathToFileURL(join(temporaryFolder(), 'nothing.mjs')) : workerSaying(script);
    const maintenance = createMaintenance(module, { file: '', key: randomBytes(32) });
    const failure = await failureOf(maintenance.check(never));
    expect(failure.code).toBe('INTERNAL');
    expect(failure.message).not.toMatch(/somebody|secret|nothing\.mjs/u);
  });
});
