import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../tests/support/failure-in.ts';
import { ownedTableNames } from '../../../tests/support/rows-of-every-kind.ts';
import { rebuildOf, withNextMigration } from '../../../tests/support/temporary-migrations.ts';
import { temporaryFolder } from '../../../tests/support/test-core.ts';
import { type TestDatabase, migrationsDir, testDatabase } from '../../../tests/support/test-database.ts';
import { checkDatabase } from './check.ts';
import { openConnection } from './connection.ts';
import { triggersIn } from './guards.ts';
import { migrate, readMigrations, schemaVersionOf } from './migrate.ts';

const real = readMigrations(migrationsDir);
const noCopy = () => Promise.reject(new Error('no copy was expected'));
const copied = () => Promise.resolve();

/** Everything the file holds: its schema and every row. */
function contentsOf({ connection: { sqlite } }: TestDatabase) {
  const schema = sqlite.prepare<[], { name: string; sql: string | null }>('SELECT name, sql FROM sqlite_schema ORDER BY name').all();
  const tables = sqlite.prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL`).all();
  return { version: schemaVersionOf(sqlite), schema, rows: tables.map(({ name }) => sqlite.prepare(`SELECT * FROM "${name}"`).all()) };
}

const hits = ({ connection }: TestDatabase, word: string) =>
  connection.sqlite
    .prepare<[string], { id: string }>(
      'SELECT messages.id FROM messages_fts JOIN messages ON sequence = messages_fts.rowid WHERE messages_fts MATCH ?',
    )
    .all(word)
    .map(({ id }) => id);

const rowsOf = (database: TestDatabase, rows: ReturnType<TestDatabase['fill']>) =>
  ownedTableNames.map((name) => database.scopeOf(rows.users.id).find(name, rows[name].id));

/** The next migration of a test, after the real ones. */
const next = (sql: string) => readMigrations(withNextMigration(sql));

function rebuild(database: TestDatabase, table: string): string {
  const { sqlite } = database.connection;
  const made = sqlite.prepare<[string], { sql: string }>(`SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(table);
  const columns = sqlite.prepare<[string], { name: string }>('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0').all(table);
  return rebuildOf(table, made?.sql ?? '', columns.map(({ name }) => name).join(', '));
}

describe('a new database', () => {
  it('comes to the newest schema without a copy, sound and with every guard', async () => {
    const { connection } = await testDatabase();
    expect(schemaVersionOf(connection.sqlite)).toBe(real.length);
    expect(checkDatabase(connection.sqlite)).toEqual({ problems: [], schemaVersion: real.length, messages: 0 });
    expect(connection.sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('that is up to date is not changed again', async () => {
    const database = await testDatabase();
    database.fill(database.alice);
    const before = contentsOf(database);
    const changes = () => database.connection.sqlite.prepare('SELECT total_changes() AS count').get();
    const counted = changes();
    await migrate(database.connection, real, noCopy);
    expect(changes()).toEqual(counted);
    expect(contentsOf(database)).toEqual(before);
  });

  it('gets a guard back that somebody took away', async () => {
    const database = await testDatabase();
    const { sqlite } = database.connection;
    const before = triggersIn(sqlite);
    sqlite.exec('DROP TRIGGER owner_parts_delete; DROP TRIGGER search_messages_insert');
    sqlite.exec('CREATE TRIGGER stranger AFTER INSERT ON parts BEGIN SELECT 1; END');
    await migrate(database.connection, real, noCopy);
    expect(triggersIn(sqlite)).toEqual(before);
  });
});

describe('a migration that rebuilds a table', () => {
  it.each(['messages', 'parts', 'sessions', 'users', 'agent_actions'])('%s keeps every row, guard and search hit', async (table) => {
    const database = await testDatabase();
    const { alice, bob, connection, fill } = database;
    const mine = fill(alice);
    const theirs = fill(bob);
    const before = { mine: rowsOf(database, mine), theirs: rowsOf(database, theirs), triggers: triggersIn(connection.sqlite) };
    expect([hits(database, 'number1'), hits(database, 'number2')]).toEqual([[mine.messages.id], [theirs.messages.id]]);

    await migrate(connection, next(rebuild(database, table)), copied);

    expect(schemaVersionOf(connection.sqlite)).toBe(real.length + 1);
    expect({ mine: rowsOf(database, mine), theirs: rowsOf(database, theirs), triggers: triggersIn(connection.sqlite) }).toEqual(before);
    expect([hits(database, 'number1'), hits(database, 'number2')]).toEqual([[mine.messages.id], [theirs.messages.id]]);
    expect(checkDatabase(connection.sqlite).problems).toEqual([]);
    expect(connection.sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
  });
});

describe('a migration', () => {
  it('waits for a copy of a database that has data, and is told its version', async () => {
    const { connection } = await testDatabase();
    const asked: number[] = [];
    await migrate(connection, next('CREATE TABLE extra (id TEXT) STRICT'), async (fromVersion) => {
      asked.push(fromVersion);
      expect(schemaVersionOf(connection.sqlite)).toBe(real.length);
    });
    expect(asked).toEqual([real.length]);
    expect(schemaVersionOf(connection.sqlite)).toBe(real.length + 1);
  });

  it('is not begun when the copy fails', async () => {
    const database = await testDatabase();
    database.fill(database.alice);
    const before = contentsOf(database);
    const full = () => Promise.reject(new Error('no space for a copy'));
    await expect(migrate(database.connection, next('DROP TABLE insights'), full)).rejects.toThrow('no space for a copy');
    expect(contentsOf(database)).toEqual(before);
  });

  it('that fails halfway is taken back as a whole', async () => {
    const database = await testDatabase();
    database.fill(database.alice);
    const before = contentsOf(database);
    const broken = next('DROP TABLE insights; DELETE FROM check_ins; CREATE TABLE nonsense (');
    await expect(migrate(database.connection, broken, copied)).rejects.toThrow();
    expect(contentsOf(database)).toEqual(before);
    expect(database.connection.sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(() => database.scopeOf(database.bob).write('action', (table) => table('users').remove(database.alice))).toThrow('here any more');
  });

  it('that would leave rows without what they refer to is refused and taken back', async () => {
    const database = await testDatabase();
    database.fill(database.alice);
    const before = contentsOf(database);
    const failure = await failureOf(migrate(database.connection, next('DELETE FROM sessions'), copied));
    expect([failure.code, failure.message]).toEqual(['DATABASE_DAMAGED', expect.stringContaining('Your data is as it was')]);
    expect(contentsOf(database)).toEqual(before);
  });

  it('that fills the disk is taken back and says so', async () => {
    const database = await testDatabase();
    database.fill(database.alice);
    const { sqlite } = database.connection;
    const before = contentsOf(database);
    sqlite.pragma(`max_page_count = ${Number(sqlite.pragma('page_count', { simple: true })) + 3}`);
    const large = next('CREATE TABLE extra (bytes BLOB) STRICT; INSERT INTO extra VALUES (zeroblob(1000000))');
    expect((await failureOf(migrate(database.connection, large, copied))).code).toBe('DISK_FULL');
    expect(contentsOf(database)).toEqual(before);
  });
});

describe('a database from a newer Trailhead', () => {
  it('is refused with what to do, and stays as it is, byte for byte', async () => {
    const { connection, file, key } = await testDatabase();
    connection.sqlite.pragma('user_version = 7');
    connection.close();
    const before = readFileSync(file);
    const reopened = openConnection(file, key, { create: false });
    const failure = await failureOf(migrate(reopened, real, noCopy));
    expect([failure.code, failure.message]).toEqual(['DATABASE_TOO_NEW', expect.stringContaining('Please update Trailhead')]);
    reopened.close();
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('a damaged database', () => {
  it('is called damaged when its very schema can’t be read', async () => {
    const { connection, file, key } = await testDatabase();
    connection.close();
    const bytes = readFileSync(file);
    // Past the first page: those that hold the rest of the schema.
    for (let page = 1; page < bytes.length / 4096; page += 1) bytes[page * 4096 + 50] = (bytes[page * 4096 + 50] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const reopened = await openAndMigrate(file, key);
    expect(reopened.code).toBe('DATABASE_DAMAGED');
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });
});

const openAndMigrate = (file: string, key: Buffer) =>
  failureOf(
    (async () => {
      const connection = openConnection(file, key, { create: false });
      try {
        await migrate(connection, real, noCopy);
      } finally {
        connection.close();
      }
    })(),
  );

describe('the folder of migrations', () => {
  it('is read in order, and other files in it are passed over', () => {
    const folder = withNextMigration('SELECT 1');
    writeFileSync(join(folder, 'notes.txt'), randomBytes(4));
    expect(readMigrations(folder).map(({ version }) => version)).toEqual([...real.map(({ version }) => version), real.length + 1]);
  });

  it('with a gap, or empty, is a broken installation', () => {
    const folder = withNextMigration('SELECT 1');
    rmSync(join(folder, '0001_foundation.sql'));
    expect(() => readMigrations(folder)).toThrow('not complete');
    expect(() => readMigrations(temporaryFolder())).toThrow('not complete');
  });
});
