import { randomBytes } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/support/test-core.ts';
import { failureIn } from '../../../tests/support/failure-in.ts';
import { UserId } from '../../../shared/ids.ts';
import { Failure } from '../failure.ts';
import { type Connection, openConnection } from './connection.ts';
import { failureFromSqlite, sortingSqliteErrors } from './sqlite-failure.ts';

const key = randomBytes(32);
const create = (file: string): Connection => openConnection(file, key, { create: true });
const reopen = (file: string, withKey = key): Connection => openConnection(file, withKey, { create: false });

/** A closed database of about 280 KB. */
function written(): string {
  const file = join(temporaryFolder(), 'trailhead.db');
  const { sqlite, close } = create(file);
  fillIn(sqlite);
  close();
  return file;
}

const fillIn = (sqlite: Connection['sqlite']): void => {
  sqlite.exec('CREATE TABLE words (text TEXT)');
  const insert = sqlite.prepare('INSERT INTO words VALUES (?)');
  sqlite.transaction(() => {
    for (let at = 0; at < 200; at += 1) insert.run(`the secret river ${at} `.repeat(50));
  })();
};

describe('a connection', () => {
  it('has every pragma as wanted', () => {
    const { sqlite, close } = create(join(temporaryFolder(), 'trailhead.db'));
    const value = (pragma: string) => sqlite.pragma(pragma, { simple: true });
    expect({
      journal: value('journal_mode'),
      synchronous: value('synchronous'),
      foreignKeys: value('foreign_keys'),
      secureDelete: value('secure_delete'),
      recursiveTriggers: value('recursive_triggers'),
      tempStore: value('temp_store'),
      cache: value('cache_size'),
    }).toEqual({ journal: 'wal', synchronous: 2, foreignKeys: 1, secureDelete: 1, recursiveTriggers: 1, tempStore: 2, cache: -65_536 });
    close();
  });

  it('makes files that only their owner can read, whatever the umask', () => {
    const before = process.umask(0);
    try {
      const file = join(temporaryFolder(), 'trailhead.db');
      const { sqlite, close } = create(file);
      sqlite.exec('CREATE TABLE words (text TEXT)');
      for (const name of [file, `${file}-wal`, `${file}-shm`]) expect((statSync(name).mode & 0o777).toString(8), name).toBe('600');
      close();
    } finally {
      process.umask(before);
    }
  });

  it('leaves nothing readable in the file or in its write-ahead log', () => {
    const file = join(temporaryFolder(), 'trailhead.db');
    const { sqlite, close } = create(file);
    fillIn(sqlite);
    const wal = readFileSync(`${file}-wal`);
    close();
    const bytes = readFileSync(file);
    for (const found of [wal, bytes]) {
      expect(found.length).toBeGreaterThan(100_000);
      for (const word of ['secret', 'river', 'words', 'CREATE TABLE', 'SQLite format']) expect(found.includes(word), word).toBe(false);
    }
  });

  it('does not keep or change the key it is given', () => {
    const mine = Buffer.from(key);
    openConnection(join(temporaryFolder(), 'trailhead.db'), mine, { create: true }).close();
    expect(mine.equals(key)).toBe(true);
  });

  it('refuses a key of another length before it makes a file', () => {
    const file = join(temporaryFolder(), 'trailhead.db');
    expect(() => openConnection(file, randomBytes(16), { create: true })).toThrow('32 bytes');
    expect(existsSync(file)).toBe(false);
  });

  it('says which user acts only while they act, also when the work throws', () => {
    const { sqlite, actingAs, close } = create(join(temporaryFolder(), 'trailhead.db'));
    const user = UserId.parse('01900000-0000-7000-8000-000000000001');
    const other = UserId.parse('01900000-0000-7000-8000-000000000002');
    const who = () => sqlite.prepare<[], { id: string | null }>('SELECT auth_uid() AS id').get()?.id;
    expect(who()).toBeNull();
    actingAs(user, () => {
      expect(who()).toBe(user);
      expect(() =>
        actingAs(other, () => {
          expect(who()).toBe(other);
          throw new Error('enough');
        }),
      ).toThrow('enough');
      expect(who()).toBe(user);
    });
    expect(who()).toBeNull();
    close();
  });
});

describe('a database that can’t be opened', () => {
  const damages: readonly [string, (file: string) => void][] = [
    ['whose first page is damaged', (file) => flip(file, 500)],
    ['whose salt is damaged', (file) => flip(file, 3)],
    ['cut in the middle', (file) => truncateSync(file, 4096 * 10)],
    ['cut inside a page', (file) => truncateSync(file, 4096 * 10 + 77)],
    ['cut after 100 bytes', (file) => truncateSync(file, 100)],
    ['cut to nothing', (file) => truncateSync(file, 0)],
    ['that is something else', (file) => writeFileSync(file, 'a shopping list\n'.repeat(1000))],
    ['that is a plain SQLite file', (file) => writeFileSync(file, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4080)]))],
  ];

  it.each(damages)('%s is called damaged by its name and stays as it is, byte for byte', (_name, damage) => {
    const file = written();
    damage(file);
    const before = readFileSync(file);
    const failure = failureIn(() => reopen(file));
    expect(failure.code).toBe('DATABASE_DAMAGED');
    expect(failure.message).toContain('trailhead.db');
    expect(failure.message).not.toContain(temporaryRoot(file));
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is called damaged when the key is another one', () => {
    const file = written();
    const before = readFileSync(file);
    expect(failureIn(() => reopen(file, randomBytes(32))).code).toBe('DATABASE_DAMAGED');
    expect(readFileSync(file).equals(before)).toBe(true);
    reopen(file).close();
  });

  it.each([
    ['opened with another key', (_file: string) => randomBytes(32)],
    ['damaged in its salt', (file: string) => (flip(file, 3), key)],
    ['cut to nothing', (file: string) => (truncateSync(file, 0), key)],
  ])('keeps the write-ahead log a crash left beside it when it is %s', (_name, harm) => {
    const folder = temporaryFolder();
    const running = create(join(folder, 'running.db'));
    fillIn(running.sqlite);
    const file = join(folder, 'trailhead.db');
    for (const end of ['', '-wal']) copyFileSync(join(folder, `running.db${end}`), `${file}${end}`);
    running.close();
    const withKey = harm(file);
    const log = readFileSync(`${file}-wal`);
    expect(failureIn(() => reopen(file, withKey)).code).toBe('DATABASE_DAMAGED');
    expect(existsSync(`${file}-wal`) && readFileSync(`${file}-wal`).equals(log)).toBe(true);
  });

  it('is called missing when it is not there, and none is made', () => {
    const file = join(temporaryFolder(), 'trailhead.db');
    const failure = failureIn(() => reopen(file));
    expect([failure.code, failure.message]).toEqual(['DATABASE_DAMAGED', expect.stringContaining('trailhead.db is missing')]);
    expect(existsSync(file)).toBe(false);
  });

  it('is called unwritable when a folder stands in its place', () => {
    const file = join(temporaryFolder(), 'trailhead.db');
    mkdirSync(file);
    expect(failureIn(() => create(file)).code).toBe('READ_ONLY');
  });

  it.skipIf(process.getuid?.() === 0)('is called unwritable when its permissions say so', () => {
    const file = written();
    chmodSync(file, 0o400);
    expect(failureIn(() => reopen(file)).code).toBe('READ_ONLY');
  });
});

describe('an error of the driver', () => {
  const named = (code: string) => Object.assign(new Error('disk I/O error at row "my secret"'), { code });
  it.each([
    ['SQLITE_NOTADB', 'DATABASE_DAMAGED'],
    ['SQLITE_CORRUPT', 'DATABASE_DAMAGED'],
    ['SQLITE_CORRUPT_VTAB', 'DATABASE_DAMAGED'],
    ['SQLITE_FULL', 'DISK_FULL'],
    ['SQLITE_IOERR_WRITE', 'DISK_FULL'],
    ['SQLITE_READONLY_DBMOVED', 'READ_ONLY'],
    ['SQLITE_READONLY', 'READ_ONLY'],
    ['SQLITE_CANTOPEN_ISDIR', 'READ_ONLY'],
    ['SQLITE_BUSY_SNAPSHOT', 'ALREADY_OPEN'],
  ])('%s becomes %s, without the path or what the driver said', (code, expected) => {
    const failure = failureFromSqlite(named(code), '/home/somebody/trailhead.db');
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ code: expected });
    expect(String(failure)).not.toMatch(/somebody|secret/u);
  });

  it('is recognised when a query builder has wrapped it', () => {
    const wrapped = new Error('Failed query', { cause: named('SQLITE_CORRUPT') });
    expect(failureFromSqlite(wrapped, 'trailhead.db')).toMatchObject({ code: 'DATABASE_DAMAGED' });
  });

  it('that is ours comes back as it is', () => {
    const ours = named('SQLITE_CONSTRAINT_CHECK');
    expect(failureFromSqlite(ours, 'trailhead.db')).toBe(ours);
    expect(() =>
      sortingSqliteErrors('trailhead.db', () => {
        throw ours;
      }),
    ).toThrow(ours);
  });
});

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

const temporaryRoot = (file: string): string => file.slice(0, file.lastIndexOf('/'));
