import { describe, expect, it } from 'vitest';
import { MessageId } from '../../../shared/ids.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/test-database.ts';
import type { TableWriter } from './owner-scope.ts';

/** The sequence numbers of the messages with this word. */
const hits = ({ connection }: TestDatabase, word: string): number[] =>
  connection.sqlite
    .prepare<[string], { rowid: number }>('SELECT rowid FROM messages_fts WHERE messages_fts MATCH ? ORDER BY rowid')
    .all(word)
    .map(({ rowid }) => rowid);

/** Whether the index holds the word anywhere, reachable or not. */
const holds = ({ connection }: TestDatabase, word: string): boolean =>
  connection.sqlite
    .prepare<[], { block: Buffer }>('SELECT block FROM messages_fts_data')
    .all()
    .some(({ block }) => block.includes(word));

/** A database with one message more, which nothing refers to. Its sequence number is 2. */
async function withMessage(content: string) {
  const database = await testDatabase();
  const { alice, ids, fill, scopeOf } = database;
  const { messages } = fill(alice);
  const id = MessageId.parse(ids.next());
  const write = (work: (table: TableWriter) => void) => scopeOf(alice).write('action', work);
  write((table) => table('messages').insert({ ...messages, id, content, sequence: 2 }));
  return { database, id, write };
}

describe('the search index', () => {
  it('finds a new message, whatever its accents and capitals', async () => {
    const { database } = await withMessage('My Grand-mère was watchful');
    expect(hits(database, 'mere')).toEqual([2]);
    expect(hits(database, 'WATCHFUL')).toEqual([2]);
    expect(hits(database, 'lists')).toEqual([1]);
  });

  it('follows a change, and forgets the earlier words for good', async () => {
    const { database, id, write } = await withMessage('the xylophone');
    expect(holds(database, 'xylophone')).toBe(true);
    write((table) => table('messages').update(id, { content: 'the bassoon' }));
    expect(hits(database, 'xylophone')).toEqual([]);
    expect(hits(database, 'bassoon')).toEqual([2]);
    expect(holds(database, 'xylophone')).toBe(false);
  });

  it('leaves a message alone whose words stay', async () => {
    const { database, id, write } = await withMessage('the bassoon');
    write((table) => table('messages').update(id, { metadata: { delivery: 'interrupted' } }));
    expect(hits(database, 'bassoon')).toEqual([2]);
  });

  it('forgets a deleted message for good', async () => {
    const { database, id, write } = await withMessage('the xylophone');
    write((table) => table('messages').remove(id));
    expect(hits(database, 'xylophone')).toEqual([]);
    expect(holds(database, 'xylophone')).toBe(false);
  });

  it('goes back with a change that is taken back', async () => {
    const { database, id, write } = await withMessage('the bassoon');
    expect(() =>
      write((table) => {
        table('messages').update(id, { content: 'the xylophone' });
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(hits(database, 'bassoon')).toEqual([2]);
    expect(hits(database, 'xylophone')).toEqual([]);
  });
});
