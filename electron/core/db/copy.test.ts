import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureIn } from '../../../tests/support/failure-in.ts';
import { temporaryFolder } from '../../../tests/support/test-core.ts';
import { newestSchema, testDatabase } from '../../../tests/support/test-database.ts';
import { checkDatabase } from './check.ts';
import { openConnection } from './connection.ts';
import { copyDatabase } from './copy.ts';

describe('a copy of a database', () => {
  it('holds what is still in the write-ahead log, opens with the same key and is one file', async () => {
    const { alice, connection, fill, key } = await testDatabase();
    fill(alice);
    const folder = temporaryFolder();
    const target = join(folder, 'copy.db');
    copyDatabase(connection, key, target);
    expect(readdirSync(folder)).toEqual(['copy.db']);
    const copy = openConnection(target, key, { create: false });
    expect(checkDatabase(copy.sqlite)).toEqual({ problems: [], schemaVersion: newestSchema, messages: 1 });
    copy.close();
  });

  it('is encrypted, opens with no other key, and can be read by its owner alone', async () => {
    const before = process.umask(0);
    try {
      const { alice, connection, fill, key } = await testDatabase();
      fill(alice);
      const target = join(temporaryFolder(), 'copy.db');
      copyDatabase(connection, key, target);
      const bytes = readFileSync(target);
      for (const word of ['SQLite format', 'Planner', 'lists', 'CREATE']) expect(bytes.includes(word), word).toBe(false);
      expect(failureIn(() => openConnection(target, randomBytes(32), { create: false })).code).toBe('DATABASE_DAMAGED');
      expect((statSync(target).mode & 0o777).toString(8)).toBe('600');
    } finally {
      process.umask(before);
    }
  });

  it('takes the place of an earlier one, and of what a crash left of one', async () => {
    const { alice, connection, fill, key } = await testDatabase();
    const folder = temporaryFolder();
    const target = join(folder, 'copy.db');
    copyDatabase(connection, key, target);
    fill(alice);
    writeFileSync(`${target}.partial`, 'half a copy');
    copyDatabase(connection, key, target);
    const copy = openConnection(target, key, { create: false });
    expect(checkDatabase(copy.sqlite).messages).toBe(1);
    copy.close();
    expect(readdirSync(folder)).toEqual(['copy.db']);
  });

  it('that can’t be written leaves nothing, and the earlier one as it was', async () => {
    const { connection, key } = await testDatabase();
    expect(() => copyDatabase(connection, key, join(temporaryFolder(), 'no such folder', 'copy.db'))).toThrow();
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'copy.db'));
    expect(() => copyDatabase(connection, key, join(folder, 'copy.db'))).toThrow();
    expect(readdirSync(folder)).toEqual(['copy.db']);
  });

  it('that would not open with the key it is meant for is refused', async () => {
    const { connection } = await testDatabase();
    const folder = temporaryFolder();
    expect(failureIn(() => copyDatabase(connection, randomBytes(32), join(folder, 'copy.db'))).code).toBe('DATABASE_DAMAGED');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('of a damaged database is refused', async () => {
    const { alice, connection, file, fill, key, scopeOf } = await testDatabase();
    const { messages } = fill(alice);
    scopeOf(alice).write('action', (table) => table('messages').update(messages.id, { content: 'a long evening '.repeat(5000) }));
    connection.close();
    const bytes = readFileSync(file);
    const last = bytes.length - 2000;
    bytes[last] = (bytes[last] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const folder = temporaryFolder();
    const damaged = openConnection(file, key, { create: false });
    expect(() => copyDatabase(damaged, key, join(folder, 'copy.db'))).toThrow(/malformed|damaged/u);
    damaged.close();
    expect(existsSync(join(folder, 'copy.db'))).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });
});
