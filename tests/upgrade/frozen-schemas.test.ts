import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { getTableName } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { ownedTables } from '../../electron/core/db/schema.ts';
import { checkDatabase } from '../../electron/core/db/check.ts';
import { type Connection, openConnection } from '../../electron/core/db/connection.ts';
import { guardTriggers, triggersIn } from '../../electron/core/db/guards.ts';
import { migrate, readMigrations, schemaVersionOf } from '../../electron/core/db/migrate.ts';
import { createOwnerScopes } from '../../electron/core/db/owner-scope.ts';
import { messageRepository } from '../../electron/core/sessions/message-repository.ts';
import { frozenFile, frozenKey, frozenOwner } from '../support/frozen-schemas.ts';
import { monday, temporaryFolder, testIds } from '../support/test-core.ts';
import { SECRET_WORD, ownedTableNames, rowsOfEveryKind } from '../support/rows-of-every-kind.ts';

const migrations = readMigrations(join(import.meta.dirname, '..', '..', 'migrations'));

describe.each(migrations.map(({ version }) => version))('a database of schema %i, as it was released', (version) => {
  const opened = async () => {
    const file = join(temporaryFolder(), 'trailhead.db');
    copyFileSync(frozenFile(version), file);
    const connection = openConnection(file, frozenKey(), { create: false });
    const before = schemaVersionOf(connection.sqlite);
    const actions = connection.sqlite.prepare(`SELECT id, result ->> '$.revision' AS revision FROM agent_actions ORDER BY id`).all();
    // A table that came later has no rows of that day.
    const tables = new Set(connection.sqlite.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all());
    await migrate(connection, migrations, async () => undefined);
    return { connection, before, tables, actions };
  };

  it('is kept as a file', () => {
    expect(existsSync(frozenFile(version))).toBe(true);
  });

  it('is still what the migrations up to it make: a released migration never changes', async () => {
    const copy = join(temporaryFolder(), 'frozen.db');
    copyFileSync(frozenFile(version), copy);
    const frozen = openConnection(copy, frozenKey(), { create: false });
    const fresh = openConnection(join(temporaryFolder(), 'fresh.db'), frozenKey(), { create: true });
    await migrate(fresh, migrations.slice(0, version), async () => undefined);
    const tables = (connection: Connection) =>
      connection.sqlite.prepare(`SELECT type, name, sql FROM sqlite_schema WHERE type IN ('table', 'index') ORDER BY name`).all();
    expect(tables(frozen)).toEqual(tables(fresh));
    frozen.close();
    fresh.close();
  });

  it('opens, comes up to date and is sound', async () => {
    const { connection, before } = await opened();
    expect(before).toBe(version);
    expect(schemaVersionOf(connection.sqlite)).toBe(migrations.length);
    expect(checkDatabase(connection.sqlite).problems).toEqual([]);
    expect(triggersIn(connection.sqlite)).toEqual(new Map([...guardTriggers(connection.sqlite)].toSorted(([a], [b]) => (a < b ? -1 : 1))));
    connection.close();
  });

  it('still has its actions under the revisions they made, and finds them by the rows they touched', async () => {
    const { connection, actions } = await opened();
    expect(actions).not.toEqual([]);
    expect(connection.sqlite.prepare('SELECT id, revision FROM agent_actions ORDER BY id').all()).toEqual(actions);
    const touched = connection.sqlite
      .prepare(`SELECT count(*) FROM agent_actions JOIN agent_action_rows USING (revision) WHERE row_path LIKE '%' || entity_id`)
      .pluck()
      .get();
    expect(touched).toBe(actions.length);
    connection.close();
  });

  it('still has every row, and finds its messages', async () => {
    const { connection, tables } = await opened();
    const scope = createOwnerScopes(connection)(frozenOwner);
    const rows = rowsOfEveryKind(frozenOwner, testIds(), monday, 1);
    const [firstSession] = rows.sessions;
    if (!firstSession) throw new Error('The frozen rows have no session.');
    for (const name of ownedTableNames.filter((candidate) => tables.has(getTableName(ownedTables[candidate])))) {
      for (const row of rows[name]) expect(scope.find(name, row.id), name).toBeDefined();
    }
    const hits = connection.sqlite.prepare('SELECT rowid FROM messages_fts WHERE messages_fts MATCH ?').all(SECRET_WORD);
    expect(hits.length).toBe(scope.use(messageRepository).before(firstSession.id, 1000, 10).length);
    connection.close();
  });
});
