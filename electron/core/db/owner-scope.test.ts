import { CheckInId } from '../../../shared/ids.ts';
import { describe, expect, it } from 'vitest';
import { failureIn } from '../../../tests/support/failure-in.ts';
import { ownedTableNames } from '../../../tests/support/rows-of-every-kind.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/test-database.ts';
import { type Row, messages, users } from './schema.ts';

const actingUser = ({ connection }: TestDatabase): string | null =>
  connection.sqlite.prepare<[], { id: string | null }>('SELECT auth_uid() AS id').get()?.id ?? null;

/** Everything that can be reached from a value through its own properties, by path. */
function reachable(value: unknown, path = '', found = new Map<string, unknown>(), seen = new Set<unknown>()): Map<string, unknown> {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value)) return found;
  seen.add(value);
  for (const key of Reflect.ownKeys(value)) {
    const descriptor = Object.getOwnPropertyDescriptor(value, key);
    const inner: unknown = descriptor && 'value' in descriptor ? descriptor.value : undefined;
    const at = `${path}.${String(key)}`;
    found.set(at, inner);
    reachable(inner, at, found, seen);
  }
  return found;
}

describe('a write', () => {
  it('is all or nothing', async () => {
    const database = await testDatabase();
    const { alice, fill, scopeOf } = database;
    const { parts } = fill(alice);
    const scope = scopeOf(alice);
    expect(() =>
      scope.write('action', (table) => {
        table('parts').update(parts.id, { name: 'Another name' });
        table('onboarding').update('not there', { currentStep: 1 });
      }),
    ).toThrow('isn’t here any more');
    expect(scope.find('parts', parts.id)).toEqual(parts);
    expect(database.connection.sqlite.inTransaction).toBe(false);
  });

  it('inside a write joins it: the outer one takes back both, and what the inner one threw can be survived', async () => {
    const { alice, fill, scopeOf } = await testDatabase();
    const { parts, otherPart } = fill(alice);
    const scope = scopeOf(alice);
    const rename = (row: Row<'parts'>, name: string) => scope.write('action', (table) => table('parts').update(row.id, { name }));

    expect(() =>
      scope.write('action', () => {
        rename(parts, 'One');
        throw new Error('outer');
      }),
    ).toThrow('outer');
    expect(scope.find('parts', parts.id)?.name).toBe(parts.name);

    scope.write('action', () => {
      rename(parts, 'One');
      expect(() =>
        scope.write('action', () => {
          rename(otherPart, 'Two');
          throw new Error('inner');
        }),
      ).toThrow('inner');
    });
    expect(scope.find('parts', parts.id)?.name).toBe('One');
    expect(scope.find('parts', otherPart.id)?.name).toBe(otherPart.name);
  });

  it('acts as its owner only while it runs, also when it throws', async () => {
    const database = await testDatabase();
    const { alice, bob, fill, scopeOf } = database;
    fill(alice);
    fill(bob);
    scopeOf(alice).write('action', () => {
      expect(actingUser(database)).toBe(alice);
      scopeOf(bob).write('action', () => expect(actingUser(database)).toBe(bob));
      expect(actingUser(database)).toBe(alice);
    });
    expect(actingUser(database)).toBeNull();
    expect(() =>
      scopeOf(alice).write('action', () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(actingUser(database)).toBeNull();
  });

  it('gives back what the work answers, and never waits for it', async () => {
    const { alice, scopeOf } = await testDatabase();
    expect(scopeOf(alice).write('action', () => 7)).toBe(7);
    expect(() => scopeOf(alice).write('action', () => Promise.resolve())).toThrow('promise');
  });

  it('that fills the disk says so, leaves nothing half-written, and works again when there is room', async () => {
    const database = await testDatabase();
    const { alice, connection, fill, scopeOf } = database;
    const { messages: message, parts } = fill(alice);
    const pages = Number(connection.sqlite.pragma('page_count', { simple: true }));
    connection.sqlite.pragma(`max_page_count = ${pages + 4}`);
    const grow = () =>
      scopeOf(alice).write('action', (table) => {
        table('parts').update(parts.id, { name: 'Half-written' });
        table('messages').update(message.id, { content: 'a long evening '.repeat(20_000) });
      });
    expect(failureIn(grow).code).toBe('DISK_FULL');
    expect(actingUser(database)).toBeNull();
    expect(scopeOf(alice).find('parts', parts.id)).toEqual(parts);
    expect(scopeOf(alice).find('messages', message.id)).toEqual(message);
    expect(connection.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    connection.sqlite.pragma('max_page_count = 1000000');
    grow();
    expect(scopeOf(alice).find('parts', parts.id)?.name).toBe('Half-written');
  });

  it('inside a write that fills the disk takes everything back', async () => {
    const { alice, connection, fill, scopeOf } = await testDatabase();
    const { messages: message, parts } = fill(alice);
    const scope = scopeOf(alice);
    connection.sqlite.pragma(`max_page_count = ${Number(connection.sqlite.pragma('page_count', { simple: true })) + 4}`);
    const failure = failureIn(() =>
      scope.write('action', (table) => {
        table('parts').update(parts.id, { name: 'Half-written' });
        scope.write('action', (inner) => inner('messages').update(message.id, { content: 'a long evening '.repeat(20_000) }));
      }),
    );
    expect(failure.code).toBe('DISK_FULL');
    expect(scope.find('parts', parts.id)).toEqual(parts);
  });

  it('on a database that may only be read says so', async () => {
    const { alice, connection, fill, scopeOf } = await testDatabase();
    const { parts } = fill(alice);
    connection.sqlite.pragma('query_only = ON');
    expect(failureIn(() => scopeOf(alice).write('action', (table) => table('parts').remove(parts.id))).code).toBe('READ_ONLY');
  });
});

describe('another person’s row', () => {
  it.each(ownedTableNames)('of %s is not there: not to be found, changed or deleted', async (name) => {
    const { alice, bob, fill, scopeOf } = await testDatabase();
    const { id } = fill(alice)[name];
    fill(bob);
    const before = scopeOf(alice).find(name, id);
    expect(before).toBeDefined();
    expect(scopeOf(bob).find(name, id)).toBeUndefined();
    scopeOf(bob).write('action', (table) => {
      expect(table(name).get(id)).toBeUndefined();
      expect(failureIn(() => table(name).update(id, { id })).code).toBe('NOT_FOUND');
      expect(failureIn(() => table(name).remove(id)).code).toBe('NOT_FOUND');
    });
    expect(scopeOf(alice).find(name, id)).toEqual(before);
  });

  it('is left out of what a reader answers under the owner’s condition', async () => {
    const { alice, bob, fill, scopeOf } = await testDatabase();
    const mine = fill(alice).messages;
    fill(bob);
    const { owns, reader } = scopeOf(alice);
    expect(reader.select().from(messages).where(owns(messages)).all()).toEqual([mine]);
    expect(reader.select({ id: users.id }).from(users).where(owns(users)).all()).toEqual([{ id: alice }]);
  });

  it('can’t be inserted through one’s own scope', async () => {
    const { alice, bob, fill, ids, scopeOf } = await testDatabase();
    fill(alice);
    const row = fill(bob).checkIns;
    expect(() => scopeOf(alice).write('action', (table) => table('checkIns').insert({ ...row, id: CheckInId.parse(ids.next()) }))).toThrow(
      'not the owner',
    );
  });
});

describe('a scope', () => {
  it('is made once for each person, and so are its repositories', async () => {
    const { alice, bob, scopeOf } = await testDatabase();
    const repository = () => ({});
    expect(scopeOf(alice)).toBe(scopeOf(alice));
    expect(scopeOf(alice)).not.toBe(scopeOf(bob));
    expect(scopeOf(alice).use(repository)).toBe(scopeOf(alice).use(repository));
    expect(scopeOf(alice).use(repository)).not.toBe(scopeOf(bob).use(repository));
  });

  it('lets nobody reach the raw connection: neither it, its reader nor its tables hold it', async () => {
    const { alice, connection, fill, scopeOf } = await testDatabase();
    fill(alice);
    const scope = scopeOf(alice);
    const all = [reachable(scope, 'scope'), scope.write('action', (table) => reachable(table('parts'), 'table'))];
    for (const found of all) {
      expect(found.size).toBeGreaterThan(2);
      for (const [path, value] of found) {
        expect(value, path).not.toBe(connection.sqlite);
        expect(value, path).not.toBe(connection.sqlite.prepare);
        expect(path).not.toMatch(/\.(?:\$client|client|session|exec|pragma)$/u);
      }
    }
  });

  it('prepares queries that read, and nothing else', async () => {
    const { alice, fill, scopeOf } = await testDatabase();
    fill(alice);
    const { owns, prepare, reader } = scopeOf(alice);
    const columns = { id: messages.id, metadata: messages.metadata };
    const query = reader.select(columns).from(messages).where(owns(messages));
    expect(prepare(columns, query).all()).toEqual(query.all());
    const disguised = { toSQL: () => ({ sql: 'DELETE FROM part_assessments RETURNING id', params: [] }), _: { result: [] } };
    expect(() => prepare(columns, disguised)).toThrow('only reads');
  });

  it('writes nothing outside a write, even through a table kept from one', async () => {
    const { alice, fill, scopeOf } = await testDatabase();
    const { onboarding } = fill(alice);
    const kept = scopeOf(alice).write('action', (table) => table('onboarding'));
    expect(() => kept.update(onboarding.id, { currentStep: 3 })).toThrow('not the owner');
    expect(() => kept.remove(onboarding.id)).toThrow('not the owner');
  });
});
