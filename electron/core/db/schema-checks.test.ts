import { getTableName } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/test-database.ts';
import { MemoryUpdateId, RelationshipId } from '../../../shared/ids.ts';
import { ownedTableNames } from '../../../tests/support/rows-of-every-kind.ts';
import { UserId } from '../../../shared/ids.ts';
import { ownerColumnOf } from './guards.ts';
import { type OwnedTableName, ownedTables } from './schema.ts';

/** Sets a column of the one row there is, past every rule but the database's own. */
function setColumn({ connection, alice }: TestDatabase, name: OwnedTableName, column: string, value: unknown, where = ''): () => void {
  const sql = `UPDATE ${getTableName(ownedTables[name])} SET ${column} = ? WHERE ${ownerColumnOf(name)} = ? ${where}`;
  return () => connection.actingAs(alice, () => connection.sqlite.prepare(sql).run(value, alice));
}

const refused: readonly [OwnedTableName, column: string, value: unknown][] = [
  ['parts', 'confidence_score', 1.01],
  ['parts', 'confidence_score', -0.01],
  ['parts', 'confidence_score', Number.NaN],
  ['parts', 'confidence_score', 'strong'],
  ['parts', 'recent_evidence', JSON.stringify(Array.from({ length: 11 }, () => ({})))],
  ['parts', 'recent_evidence', '{}'],
  ['parts', 'recent_evidence', '[{]'],
  ['parts', 'attributes', '[]'],
  ['parts', 'attributes', 'not json'],
  ['parts', 'status', 'blended'],
  ['parts', 'name', ''],
  ['parts', 'name', 'x'.repeat(121)],
  ['parts', 'created_at', -1],
  ['parts', 'created_at', 1.5],
  ['partEvidence', 'kind', 'rumour'],
  ['partEvidence', 'quote', ''],
  ['partRelationships', 'polarization_level', 11],
  ['partRelationships', 'polarization_level', -1],
  ['partRelationships', 'polarization_level', 2.5],
  ['partRelationships', 'relationship_type', 'rivals'],
  ['partAssessments', 'assessment_type', 'diagnosis'],
  ['messages', 'role', 'tool'],
  ['messages', 'metadata', 'null'],
  ['messages', 'sequence', 0],
  ['messages', 'content', null],
  ['sessions', 'status', 'paused'],
  ['sessions', 'status', 'ended'],
  ['sessions', 'ended_at', 5],
  ['proposals', 'kind', 'insight'],
  ['proposals', 'state', 'maybe'],
  ['proposals', 'state', 'open'],
  ['proposals', 'role', 'self'],
  ['proposals', 'confidence', 1.01],
  ['proposals', 'part_id', null],
  ['agentActions', 'payload', '"text"'],
  ['agentActions', 'payload', '{"actor":"stranger"}'],
  ['agentActions', 'payload', '{}'],
  ['agentActions', 'result', '{"revision":0}'],
  ['agentActions', 'result', '{}'],
  ['agentActions', 'schema_version', 0],
  ['userMemorySnapshots', 'version', 0],
  ['userMemorySnapshots', 'is_checkpoint', 2],
  ['userMemorySnapshots', 'operations', '{}'],
  ['memoryUpdates', 'kind', 'part'],
  ['memoryUpdates', 'processed', 2],
  ['memoryUpdates', 'revision', 0],
  ['insights', 'type', 'advice'],
  ['insights', 'status', 'seen'],
  ['insights', 'rating', 'five'],
  ['checkIns', 'kind', 'noon'],
  ['checkIns', 'day', '2 March 2026'],
  ['onboarding', 'current_step', -1],
  ['onboarding', 'completed', 2],
  ['users', 'settings', '[]'],
];

describe('the database’s own checks', () => {
  // Nothing below changes it: every change is refused.
  let filled: TestDatabase;
  beforeAll(async () => {
    filled = await testDatabase();
    filled.fill(filled.alice);
  });

  it.each(refused)('refuse in %s, for %s, the value %j', (name, column, value) => {
    expect(setColumn(filled, name, column, value)).toThrow(/constraint failed|cannot store/u);
  });

  it.each(ownedTableNames)('refuse an id in %s that is no UUID version 7', async (name) => {
    const database = await testDatabase();
    const rows = database.fill(database.alice);
    // Foreign keys would refuse the change of a parent too; here only the check of the id itself is asked.
    database.connection.sqlite.pragma('foreign_keys = OFF');
    const where = name === 'parts' ? `AND id = '${rows.parts.id}'` : '';
    for (const id of [
      '1',
      '',
      '01900000-0000-4000-8000-000000000001',
      '01900000-0000-7000-c000-000000000001',
      '01900000000070008000000000000001',
    ]) {
      expect(setColumn(database, name, 'id', id, where), id).toThrow(/CHECK constraint|not the owner/u);
    }
  });

  it('refuse a part related to itself', async () => {
    const database = await testDatabase();
    const { partRelationships } = database.fill(database.alice);
    expect(setColumn(database, 'partRelationships', 'to_part_id', partRelationships.fromPartId)).toThrow('CHECK constraint');
  });

  it('refuse the same pair and type twice, also told the other way round, and take another type', async () => {
    const { fill, alice, ids, scopeOf } = await testDatabase();
    const { partRelationships: first } = fill(alice);
    const again = { ...first, id: RelationshipId.parse(ids.next()) };
    const turned = { ...again, fromPartId: first.toPartId, toPartId: first.fromPartId };
    const insert = (row: typeof first) => () => scopeOf(alice).write('action', (table) => table('partRelationships').insert(row));
    expect(insert(again)).toThrow('UNIQUE constraint');
    expect(insert(turned)).toThrow('UNIQUE constraint');
    expect(insert({ ...turned, relationshipType: 'allied' })).not.toThrow();
  });

  it('refuse a second memory update for the same thing', async () => {
    const { fill, alice, ids, scopeOf } = await testDatabase();
    const { memoryUpdates } = fill(alice);
    const insert = () =>
      scopeOf(alice).write('action', (table) => table('memoryUpdates').insert({ ...memoryUpdates, id: MemoryUpdateId.parse(ids.next()) }));
    expect(insert).toThrow('UNIQUE constraint');
  });
});

describe('a link to another person’s row', () => {
  it('is refused by SQLite for every foreign key there is', async () => {
    const database = await testDatabase();
    const { connection, alice, bob } = database;
    database.fill(alice);
    database.fill(bob);
    const { sqlite } = connection;
    const keys = sqlite
      .prepare<[], { child: string; parent: string; column: string }>(
        `SELECT list.name AS child, key."table" AS parent, key."from" AS column
         FROM pragma_table_list AS list, pragma_foreign_key_list(list.name) AS key
         WHERE list.schema = 'main' AND key."from" <> 'user_id'`,
      )
      .all();
    expect(keys.map(({ child, column }) => `${child}.${column}`).toSorted()).toEqual([
      'agent_actions.session_id',
      'messages.session_id',
      'notes.part_id',
      'notes.session_id',
      'part_assessments.part_id',
      'part_evidence.message_id',
      'part_evidence.part_id',
      'part_evidence.session_id',
      'part_relationships.from_part_id',
      'part_relationships.to_part_id',
      'private_flags.part_id',
      'private_flags.session_id',
      'proposals.from_part_id',
      'proposals.message_id',
      'proposals.part_id',
      'proposals.relationship_id',
      'proposals.session_id',
      'proposals.to_part_id',
      'safety_flags.message_id',
      'safety_flags.session_id',
    ]);
    // The links alone, not the rules about which of them may be there together.
    sqlite.pragma('ignore_check_constraints = ON');
    for (const { child, parent, column } of keys) {
      const foreign = sqlite.prepare<[string], { id: string }>(`SELECT id FROM ${parent} WHERE user_id = ? ORDER BY id LIMIT 1`).get(bob);
      const link = () =>
        connection.actingAs(alice, () => sqlite.prepare(`UPDATE ${child} SET ${column} = ? WHERE user_id = ?`).run(foreign?.id, alice));
      expect(link, `${child}.${column}`).toThrow('FOREIGN KEY constraint');
    }
  });

  it('is refused for rows of a person who is not there', async () => {
    const { connection, fill, alice, ids, scopeOf } = await testDatabase();
    const { sessions } = fill(alice);
    const nobody = UserId.parse(ids.next());
    const insert = () =>
      scopeOf(nobody).write('action', (table) => table('sessions').insert({ ...sessions, id: sessions.id, userId: nobody }));
    expect(insert).toThrow(/constraint/u);
    expect(connection.sqlite.pragma('foreign_key_check')).toEqual([]);
  });
});
