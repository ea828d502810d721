import { describe, expect, it } from 'vitest';
import { ownedTableNames } from '../../../tests/support/rows-of-every-kind.ts';
import { testDatabase } from '../../../tests/support/test-database.ts';

describe('an owned table', () => {
  it.each(ownedTableNames)('gives back a row of %s as it was written', async (name) => {
    const { alice, fill, scopeOf } = await testDatabase();
    const rows = fill(alice);
    expect(scopeOf(alice).find(name, rows[name].id)).toEqual(rows[name]);
  });

  it('changes only the columns it is told to', async () => {
    const { alice, fill, scopeOf } = await testDatabase();
    const { insights } = fill(alice);
    scopeOf(alice).write('action', (table) => {
      table('insights').update(insights.id, { status: 'revealed', rating: { stars: 3 }, revealedAt: 5 });
      table('insights').update(insights.id, {});
    });
    expect(scopeOf(alice).find('insights', insights.id)).toEqual({ ...insights, status: 'revealed', rating: { stars: 3 }, revealedAt: 5 });
    scopeOf(alice).write('action', (table) => table('insights').update(insights.id, { rating: null, revealedAt: null }));
    expect(scopeOf(alice).find('insights', insights.id)).toEqual({ ...insights, status: 'revealed', rating: null, revealedAt: null });
  });

  it('keeps text of every script, quotation marks, and 1 MiB of it', async () => {
    const { alice, fill, scopeOf } = await testDatabase();
    const { messages } = fill(alice);
    for (const content of ['', `it's "fine"; DROP TABLE messages --`, 'שלום 👨‍👩‍👧 ﷽ 𝒳 \u0301', 'a'.repeat(1_048_576)]) {
      scopeOf(alice).write('action', (table) => table('messages').update(messages.id, { content }));
      expect(scopeOf(alice).find('messages', messages.id)?.content).toBe(content);
    }
  });

  it('refuses a column that is not there', async () => {
    const { alice, fill, scopeOf } = await testDatabase();
    const { parts } = fill(alice);
    const change: object = { 'name" = name; --': 'x' };
    expect(() => scopeOf(alice).write('action', (table) => table('parts').update(parts.id, change))).toThrow('no column');
  });
});
