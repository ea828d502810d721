import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ownedTableNames } from '../../../tests/support/rows-of-every-kind.ts';
import { newestSchema, type TestDatabase, testDatabase } from '../../../tests/support/test-database.ts';
import { MessageId, type UserId } from '../../../shared/ids.ts';
import { openConnection } from './connection.ts';
import { exportRows } from './export-rows.ts';
import { secretTables } from './schema.ts';

const ExportFile = z.strictObject({
  format: z.literal('trailhead-export'),
  version: z.literal(1),
  schemaVersion: z.int(),
  exportedAt: z.iso.datetime(),
  profile: z.strictObject({ id: z.string(), label: z.string() }),
  tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});

const piecesFor = ({ connection }: TestDatabase, userId: UserId, label = 'Mine') => [
  ...exportRows(connection.sqlite, { userId, label, exportedAt: 0 }),
];
/** All tables but those that hold secrets. */
const exportedTables = ownedTableNames.filter((name) => !secretTables.includes(name));
const read = (pieces: string[]) => ExportFile.parse(JSON.parse(pieces.join('')));

describe('an export', () => {
  it('holds every row the person owns, as it is stored, and nothing of anybody else', async () => {
    const database = await testDatabase();
    const mine = database.fill(database.alice);
    const theirs = database.fill(database.bob);
    const text = piecesFor(database, database.alice).join('');
    const { tables, ...header } = read([text]);
    expect(Object.keys(tables)).toEqual(exportedTables);
    for (const name of exportedTables) expect(tables[name], name).toEqual(name === 'parts' ? [mine.parts, mine.otherPart] : [mine[name]]);
    expect(header).toEqual({
      ...{ format: 'trailhead-export', version: 1, schemaVersion: newestSchema, exportedAt: '1970-01-01T00:00:00.000Z' },
      profile: { id: database.alice, label: 'Mine' },
    });
    for (const name of ownedTableNames) expect(text, name).not.toContain(theirs[name].id);
    expect(text).not.toContain(mine.providerKeys.secret);
  });

  it('of somebody without rows is a complete file with empty lists', async () => {
    const database = await testDatabase();
    const { tables } = read(piecesFor(database, database.alice));
    expect(Object.values(tables).flat()).toEqual([]);
    expect(Object.keys(tables)).toEqual(exportedTables);
  });

  it('keeps labels and words of every kind', async () => {
    const database = await testDatabase();
    const { messages } = database.fill(database.alice);
    const content = 'quotes " \\ and\nlines, שלום 👨‍👩‍👧 \u2028 </script>';
    database.scopeOf(database.alice).write('action', (table) => table('messages').update(messages.id, { content }));
    const { profile, tables } = read(piecesFor(database, database.alice, 'A “label" שלום 🌱'));
    expect(profile.label).toBe('A “label" שלום 🌱');
    expect(tables['messages']?.[0]?.['content']).toBe(content);
  });

  it('comes in several pieces when there is much', async () => {
    const database = await testDatabase();
    const { messages } = database.fill(database.alice);
    addMessages(database, messages, 300);
    const pieces = piecesFor(database, database.alice);
    expect(pieces.length).toBeGreaterThan(5);
    expect(read(pieces).tables['messages']).toHaveLength(301);
  });

  it('shows one moment: what is written meanwhile is not in it', async () => {
    const database = await testDatabase();
    const { messages } = database.fill(database.alice);
    addMessages(database, messages, 300);
    const other = openConnection(database.file, database.key, { create: false });
    const pieces = exportRows(other.sqlite, { userId: database.alice, label: 'Mine', exportedAt: 0 });
    const first = pieces.next().value ?? '';
    database.scopeOf(database.alice).write('action', (table) => table('onboarding').update(rowId(database), { currentStep: 5 }));
    const { tables } = read([first, ...pieces]);
    expect(tables['onboarding']?.[0]).toMatchObject({ currentStep: 2 });
    other.close();
  });

  it('that is left early ends its snapshot', async () => {
    const database = await testDatabase();
    const { messages } = database.fill(database.alice);
    addMessages(database, messages, 300);
    const { sqlite } = database.connection;
    for (const _piece of exportRows(sqlite, { userId: database.alice, label: 'Mine', exportedAt: 0 })) break;
    expect(sqlite.inTransaction).toBe(false);
  });
});

const rowId = ({ connection, alice }: TestDatabase): string =>
  connection.sqlite.prepare<[string], { id: string }>('SELECT id FROM onboarding WHERE user_id = ?').get(alice)?.id ?? '';

function addMessages(database: TestDatabase, like: ReturnType<TestDatabase['fill']>['messages'], count: number): void {
  database.scopeOf(like.userId).write('action', (table) => {
    for (let at = 0; at < count; at += 1)
      table('messages').insert({
        ...like,
        id: MessageId.parse(database.ids.next()),
        sequence: 1000 + at,
        content: 'long words '.repeat(500),
      });
  });
}
