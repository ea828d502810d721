import { existsSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/support/test-database.ts';
import { BUSY_MS, openConnection } from './connection.ts';
import { truncateLog } from './log-truncation.ts';

describe('emptying the write-ahead log', () => {
  it('leaves nothing of it beside the file', async () => {
    const { alice, connection, file, fill } = await testDatabase();
    fill(alice);
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    expect(truncateLog(connection)).toBe(true);
    expect(existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0).toBe(0);
  });

  it('does not wait for somebody who still reads an earlier state, and says so', async () => {
    const { alice, bob, connection, file, fill, key } = await testDatabase();
    fill(alice);
    const reader = openConnection(file, key, { create: false });
    reader.sqlite.exec('BEGIN');
    reader.sqlite.prepare('SELECT count(*) FROM messages').get();
    fill(bob);
    const began = performance.now();
    expect(truncateLog(connection)).toBe(false);
    expect(performance.now() - began).toBeLessThan(BUSY_MS / 2);
    reader.sqlite.exec('COMMIT');
    expect(truncateLog(connection)).toBe(true);
    reader.close();
  });
});
