import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Connection, openConnection } from '../../electron/core/db/connection.ts';
import { type Migration, migrate, readMigrations } from '../../electron/core/db/migrate.ts';
import { type OwnerScope, createOwnerScopes } from '../../electron/core/db/owner-scope.ts';
import type { OwnedTableName } from '../../electron/core/db/schema.ts';
import type { Ids } from '../../electron/core/ports.ts';
import { UserId } from '../../shared/ids.ts';
import { ownedTableNames } from './rows-of-every-kind.ts';
import { type SampleRows, sampleRows } from './sample-rows.ts';
import { temporaryFolder, testIds } from './test-core.ts';

export const migrationsDir = join(import.meta.dirname, '..', '..', 'migrations');

/** The schema version this Trailhead makes. */
export const newestSchema = readMigrations(migrationsDir).length;

export type TestDatabase = {
  connection: Connection;
  file: string;
  key: Buffer;
  ids: Ids;
  /** Two people who share the file, to show that neither reaches the other's rows. */
  alice: UserId;
  bob: UserId;
  scopeOf(userId: UserId): OwnerScope;
  /** Writes one row of every owned table for this person. */
  fill(userId: UserId): SampleRows;
};

const opened = new Set<Connection>();
// Before the folders go: these listeners run in the order they were added, and test-core.ts adds its own first.
process.prependListener('exit', () => {
  for (const connection of opened) connection.close();
});

/** A real, encrypted, migrated database in a folder of its own. It stays open until the test process ends. */
export async function testDatabase(options: { migrations?: Migration[]; name?: string } = {}): Promise<TestDatabase> {
  const file = join(temporaryFolder(), options.name ?? 'trailhead.db');
  const key = randomBytes(32);
  const connection = openConnection(file, key, { create: true });
  opened.add(connection);
  await migrate(connection, options.migrations ?? readMigrations(migrationsDir), () =>
    Promise.reject(new Error('a new database needs no copy')),
  );
  const ids = testIds();
  const scopeOf = createOwnerScopes(connection);
  let count = 0;
  return {
    connection,
    file,
    key,
    ids,
    alice: UserId.parse(ids.next()),
    bob: UserId.parse(ids.next()),
    scopeOf,
    fill(userId) {
      count += 1;
      const rows = sampleRows(userId, ids, count);
      scopeOf(userId).write('action', (table) => {
        const put = <Name extends OwnedTableName>(name: Name) => table(name).insert(rows[name]);
        for (const name of ownedTableNames) {
          put(name);
          if (name === 'parts') table('parts').insert(rows.otherPart);
        }
      });
      return rows;
    },
  };
}
