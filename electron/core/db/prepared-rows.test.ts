import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/support/test-database.ts';
import { parts } from './schema.ts';

async function filled() {
  const database = await testDatabase();
  const rows = database.fill(database.alice);
  return { scope: database.scopeOf(database.alice), first: rows.parts, second: rows.otherPart };
}

describe('a prepared query', () => {
  it('answers what drizzle answers, with a number of rows that is fixed, given with each run, or not limited', async () => {
    const { scope } = await filled();
    const columns = getTableColumns(parts);
    const read = () => scope.reader.select(columns).from(parts).where(scope.owns(parts)).orderBy(asc(parts.id));
    const all = read().all();
    expect(all.length).toBeGreaterThan(1);
    expect(scope.prepare(columns, read()).all()).toEqual(all);
    expect(scope.prepare(columns, read().limit(1)).all()).toEqual(all.slice(0, 1));
    const limited = scope.prepare(columns, read().limit(sql.placeholder('limit')));
    expect([0, 1, 2].map((limit) => limited.all({ limit }))).toEqual([[], all.slice(0, 1), all.slice(0, 2)]);
  });

  it('takes the values of its placeholders by name, as its columns hold them, and says which one is missing', async () => {
    const { scope, first, second } = await filled();
    const columns = { id: parts.id, status: parts.status };
    const one = scope.prepare(
      columns,
      scope.reader
        .select(columns)
        .from(parts)
        .where(and(scope.owns(parts), eq(parts.id, sql.placeholder('id'))))
        .limit(1),
    );
    expect(one.get({ id: second.id })).toEqual({ id: second.id, status: second.status });
    expect(one.get({ id: first.id })).toEqual({ id: first.id, status: first.status });
    expect(one.get({ id: 'another' })).toBeUndefined();
    expect(() => one.get({})).toThrow('needs a value for id');
  });
});
