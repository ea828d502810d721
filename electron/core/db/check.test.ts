import { describe, expect, it } from 'vitest';
import { newestSchema, type TestDatabase, testDatabase } from '../../../tests/support/test-database.ts';
import { checkDatabase } from './check.ts';

/** Does something to a filled database that nothing in Trailhead could do, and checks it. */
async function problemsAfter(harm: (database: TestDatabase, rows: ReturnType<TestDatabase['fill']>) => void): Promise<string[]> {
  const database = await testDatabase();
  const rows = database.fill(database.alice);
  const { sqlite } = database.connection;
  sqlite.pragma('foreign_keys = OFF');
  database.connection.actingAs(database.alice, () => harm(database, rows));
  return checkDatabase(sqlite).problems;
}

describe('the check of a database', () => {
  it('finds nothing wrong in a sound one, and counts its messages', async () => {
    const { alice, bob, connection, fill } = await testDatabase();
    fill(alice);
    fill(bob);
    expect(checkDatabase(connection.sqlite)).toEqual({ problems: [], schemaVersion: newestSchema, messages: 2 });
  });

  it('names a broken reference by its tables', async () => {
    const problems = await problemsAfter(({ connection }, { proposals }) => {
      connection.sqlite
        .prepare('UPDATE proposals SET message_id = ? WHERE id = ?')
        .run('01900000-0000-7000-8000-ffffffffffff', proposals.id);
    });
    expect(problems).toEqual(['References: 1 rows of proposals point to missing rows of messages.']);
  });

  it('names a guard that is missing, and one that was altered', async () => {
    const problems = await problemsAfter(({ connection }) => {
      connection.sqlite.exec('DROP TRIGGER owner_parts_delete; DROP TRIGGER owner_parts_insert');
      connection.sqlite.exec('CREATE TRIGGER owner_parts_insert BEFORE INSERT ON parts BEGIN SELECT 1; END');
    });
    expect(problems).toEqual([
      'Guards: the trigger owner_parts_insert is missing or altered.',
      'Guards: the trigger owner_parts_delete is missing or altered.',
    ]);
  });

  it('notices an index that no longer fits the messages, without saying their words', async () => {
    const problems = await problemsAfter(({ connection }) => {
      connection.sqlite.exec(`INSERT INTO messages_fts (rowid, content) VALUES (99, 'xylophone')`);
    });
    expect(problems).toContain('Search: the index does not match the messages.');
    expect(problems.join()).not.toContain('xylophone');
  });

  it('notices a message the index has never seen', async () => {
    const problems = await problemsAfter(({ connection, ids }) => {
      connection.sqlite.exec('DROP TRIGGER search_messages_insert');
      connection.sqlite
        .prepare(`INSERT INTO messages SELECT ?, session_id, user_id, role, 'unseen', metadata, created_at, 50 FROM messages`)
        .run(ids.next());
    });
    expect(problems).toContain('Search: the index does not match the messages.');
  });

  it('notices recent evidence that is not the newest', async () => {
    const problems = await problemsAfter(({ connection }) => {
      connection.sqlite.exec(`UPDATE part_evidence SET id = '01900000-0000-7000-8000-ffffffffffff'`);
    });
    expect(problems).toEqual(['Evidence: 1 parts do not hold their newest evidence.']);
  });

  it('notices a value that breaks a rule of its column', async () => {
    const problems = await problemsAfter(({ connection }) => {
      connection.sqlite.pragma('ignore_check_constraints = ON');
      connection.sqlite.exec(`UPDATE parts SET status = 'blended'`);
      connection.sqlite.pragma('ignore_check_constraints = OFF');
    });
    expect(problems).toContainEqual(expect.stringMatching(/^Structure: CHECK constraint failed in parts/u));
    expect(problems.join()).not.toContain('blended');
  });
});
