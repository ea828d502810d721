/**
 * Keeps the current schema as a file, with one row of every kind, so that later versions can prove they still open it.
 * Run once when a schema version is released: `npm run freeze-schema`. A frozen file is never made again.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openConnection } from '../../electron/core/db/connection.ts';
import { migrate, readMigrations } from '../../electron/core/db/migrate.ts';
import { createOwnerScopes } from '../../electron/core/db/owner-scope.ts';
import { frozenFile, frozenKey, frozenOwner } from './frozen-schemas.ts';
import { monday, testIds } from './test-core.ts';
import { insertRows, rowsOfEveryKind } from './rows-of-every-kind.ts';

const migrationsDir = join(import.meta.dirname, '..', '..', 'migrations');
const migrations = readMigrations(migrationsDir);
const file = frozenFile(migrations.length);

if (existsSync(file)) {
  console.error(`Schema ${migrations.length} is frozen already.`);
  process.exitCode = 1;
} else {
  mkdirSync(join(file, '..'), { recursive: true });
  const connection = openConnection(file, frozenKey(), { create: true });
  await migrate(connection, migrations, async () => undefined);
  insertRows(createOwnerScopes(connection)(frozenOwner), rowsOfEveryKind(frozenOwner, testIds(), monday, 1));
  connection.sqlite.pragma('journal_mode = DELETE');
  connection.sqlite.exec('VACUUM');
  connection.close();
  console.log(`Froze schema ${migrations.length}.`);
}
