import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { observedRandom } from '../../tests/support/observed-random.ts';
import { newestSchema } from '../../tests/support/test-database.ts';
import { withNextMigration } from '../../tests/support/temporary-migrations.ts';
import { temporaryFolder, testCore, testIds } from '../../tests/support/test-core.ts';
import { hashDerivation, passphrase, unlockedCore } from '../../tests/support/unlocked-core.ts';
import { watchedCore } from '../../tests/support/watched-core.ts';
import { openConnection } from './db/connection.ts';
import { schemaVersionOf } from './db/migrate.ts';

/** A locked profile with something in it, and what the next Trailhead does with it. */
async function beforeUpdate(sql: string) {
  const random = observedRandom();
  const core = await unlockedCore({ random });
  const { session } = await core.say('Words from before the update.');
  await core.ask('profiles.lock', {});
  const folder = join(core.dataDir, 'profiles', core.profile.id);
  const next = testCore({
    dataDir: core.dataDir,
    keyDerivation: hashDerivation,
    ids: testIds(9000),
    migrationsDir: withNextMigration(sql),
  });
  const input = { profileId: core.profile.id, secret: { kind: 'passphrase' as const, passphrase } };
  const versionOf = (name: string) => {
    const { sqlite, close } = openConnection(join(folder, name), random.databaseKey(), { create: false });
    const version = schemaVersionOf(sqlite);
    close();
    return version;
  };
  return { core, folder, input, next, session, versionOf };
}

const copyName = `before-update-of-schema-${newestSchema}`;

describe('an update of the schema', () => {
  it('keeps a verified copy first, with the files that open it', async () => {
    const { core, folder, input, next, session, versionOf } = await beforeUpdate('CREATE TABLE extra (id TEXT) STRICT');
    await next.ask('profiles.unlock', input);
    expect((await next.ask('messages.list', { sessionId: session.id })).items[0]?.content).toBe('Words from before the update.');
    await next.ask('profiles.lock', {});
    expect([versionOf('trailhead.db'), versionOf(`${copyName}.db`)]).toEqual([newestSchema + 1, newestSchema]);
    const kept = readdirSync(folder).filter((name) => name.startsWith('before-update'));
    expect(kept).toEqual([`${copyName}.db`, `${copyName}.vault.copy.json`, `${copyName}.vault.json`]);
    for (const name of kept) expect((statSync(join(folder, name)).mode & 0o777).toString(8), name).toBe('600');

    // The older Trailhead refuses the new file, and opens the copy when it is put back.
    expect((await core.refusal('profiles.unlock', input)).code).toBe('DATABASE_TOO_NEW');
    const restored = temporaryFolder();
    const there = join(restored, 'profiles', core.profile.id);
    mkdirSync(there, { recursive: true });
    for (const [from, to] of [
      [`${copyName}.db`, 'trailhead.db'],
      [`${copyName}.vault.json`, 'vault.json'],
      [`${copyName}.vault.copy.json`, 'vault.copy.json'],
    ] as const)
      cpSync(join(folder, from), join(there, to));
    const old = testCore({ dataDir: restored, keyDerivation: hashDerivation, ids: testIds(20_000) });
    await old.ask('profiles.unlock', input);
    expect((await old.ask('messages.list', { sessionId: session.id })).items[0]?.content).toBe('Words from before the update.');
  });

  it('is not begun when the copy can’t be made, and the profile is as it was', async () => {
    const { core, folder, input, next, session, versionOf } = await beforeUpdate('DROP TABLE insights');
    mkdirSync(join(folder, `${copyName}.db`));
    const before = readFileSync(join(folder, 'trailhead.db'));
    expect((await next.refusal('profiles.unlock', input)).code).toBe('INTERNAL');
    expect(await next.ask('profiles.current', {})).toEqual({ state: 'locked' });
    expect(readFileSync(join(folder, 'trailhead.db')).equals(before)).toBe(true);
    rmSync(join(folder, `${copyName}.db`), { recursive: true });
    expect(versionOf('trailhead.db')).toBe(newestSchema);
    await core.ask('profiles.unlock', input);
    expect((await core.ask('messages.list', { sessionId: session.id })).items).toHaveLength(2);
  });

  it('that fails is taken back, and the older Trailhead goes on', async () => {
    const { core, folder, input, next, session } = await beforeUpdate('DROP TABLE insights; CREATE TABLE nonsense (');
    expect((await next.refusal('profiles.unlock', input)).code).toBe('INTERNAL');
    expect(existsSync(join(folder, `${copyName}.db`))).toBe(true);
    await core.ask('profiles.unlock', input);
    expect((await core.ask('messages.list', { sessionId: session.id })).items).toHaveLength(2);
    expect(await core.ask('database.check', {})).toMatchObject({ sound: true });
  });
});

describe('a database that is damaged where it says what is being forgotten', () => {
  it('opens all the same: the log says that forgetting did not go on, and whoever asks is told', async () => {
    const core = await watchedCore();
    const { message, session } = await core.say('Words that can still be read.');
    const pages = core.beside(({ sqlite }) => {
      sqlite.pragma('wal_checkpoint(TRUNCATE)');
      return sqlite.prepare<[], number>(`SELECT rootpage FROM sqlite_schema WHERE tbl_name = 'forgettings' AND rootpage > 0`).pluck().all();
    });
    await core.ask('profiles.lock', {});
    const file = join(core.folder, 'trailhead.db');
    const content = readFileSync(file);
    for (const page of pages) content.fill(0xff, (page - 1) * 4096, page * 4096);
    writeFileSync(file, content);

    await core.unlock();
    expect(core.log).toEqual([{ code: 'INTERNAL', id: expect.any(String), route: 'forgetting', detail: 'SqliteError' }]);
    expect((await core.ask('messages.list', { sessionId: session.id })).items[0]?.content).toBe(message.content);
    expect((await core.refusal('forgetting.list', {})).code).toBe('DATABASE_DAMAGED');
    await core.stop();
  });
});
