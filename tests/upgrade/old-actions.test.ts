import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createActionBus } from '../../electron/core/actions/action-bus.ts';
import { personOf } from '../../electron/core/actions/actor.ts';
import { upcast } from '../../electron/core/actions/upcast.ts';
import { openConnection } from '../../electron/core/db/connection.ts';
import { migrate, readMigrations } from '../../electron/core/db/migrate.ts';
import { createOwnerScopes } from '../../electron/core/db/owner-scope.ts';
import { actionDefinitions, derivations } from '../../electron/core/open-profile.ts';
import { ActionId } from '../../shared/ids.ts';
import { frozenFile, frozenKey, frozenOwner } from '../support/frozen-schemas.ts';
import { testClock, testIds, temporaryFolder } from '../support/test-core.ts';
import { migrationsDir } from '../support/test-database.ts';

const migrations = readMigrations(migrationsDir);
const oldAction = ActionId.parse('01900000-0000-7000-8000-00000000dead');

/** Gives the first part of a frozen database another story, and puts the change on record as that day's Trailhead did. */
function changeStory(sqlite: Database.Database, version: number): { partId: string; before: string } {
  const row = sqlite.prepare<[], { id: string; story: string }>('SELECT id, story FROM parts ORDER BY id LIMIT 1').get();
  if (!row) throw new Error('The frozen database has no part.');
  const path = `/parts/${row.id}/story`;
  const seen = Number(sqlite.prepare('SELECT max(revision) FROM agent_actions').pluck().get());
  sqlite.prepare('UPDATE parts SET story = ? WHERE id = ?').run('Told long ago.', row.id);
  sqlite
    .prepare(
      `INSERT INTO agent_actions (id, user_id, action_type, entity_type, entity_id, payload, result, created_at, schema_version)
       VALUES (?, ?, 'update_part', 'part', ?, ?, ?, 1, ?)`,
    )
    .run(
      oldAction,
      frozenOwner,
      row.id,
      JSON.stringify({ actor: 'user', seenRevision: seen, patch: [{ op: 'replace', path, value: 'Told long ago.' }] }),
      JSON.stringify({ revision: seen + 1, patch: [{ op: 'replace', path, value: row.story }] }),
      version,
    );
  return { partId: row.id, before: row.story };
}

describe.each(migrations.map(({ version }) => version))('a change made under schema %i', (version) => {
  it('is undone and redone today', async () => {
    const file = join(temporaryFolder(), 'trailhead.db');
    copyFileSync(frozenFile(version), file);
    const connection = openConnection(file, frozenKey(), { create: false });
    const { partId, before } = connection.actingAs(frozenOwner, () => changeStory(connection.sqlite, version));
    await migrate(connection, migrations, async () => undefined);
    const scope = createOwnerScopes(connection)(frozenOwner);
    const bus = createActionBus({
      scopeOf: () => scope,
      ...{ definitions: actionDefinitions, derivations, upcast, schemaVersion: migrations.length },
      ...{ clock: testClock(), ids: testIds(70_000), onCommit: () => undefined },
    });
    const story = () => scope.find('parts', partId)?.story;
    expect(story()).toBe('Told long ago.');
    bus.undo(personOf(frozenOwner), [oldAction], false);
    expect(story()).toBe(before);
    bus.redo(personOf(frozenOwner), [oldAction], false);
    expect(story()).toBe('Told long ago.');
    connection.close();
  });
});
