import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { personOf } from '../../electron/core/actions/actor.ts';
import { checkDatabase } from '../../electron/core/db/check.ts';
import { openConnection } from '../../electron/core/db/connection.ts';
import { migrate, readMigrations } from '../../electron/core/db/migrate.ts';
import { mergeParts } from '../../electron/core/parts/part-unions.ts';
import { UserId } from '../../shared/ids.ts';
import { temporaryFolder } from '../support/test-core.ts';
import { migrationsDir } from '../support/test-database.ts';
import { type Playground, anyStep, playground } from '../support/undo-laws.ts';
import { busOn, everything, makeFamily } from './family.ts';
import { watchStatements } from './watch-statements.ts';

const userId = UserId.parse('01900000-0000-7000-8000-0000000c4a54');
const key = randomBytes(32);

/** A closed database in which a family lives, merged already or not, and what the child has to be told about it. */
async function familyFile(state: 'apart' | 'merged'): Promise<{ file: string; told: string[] }> {
  const file = join(temporaryFolder(), 'trailhead.db');
  const connection = openConnection(file, key, { create: true });
  await migrate(connection, readMigrations(migrationsDir), async () => undefined);
  const bus = busOn(connection, 0);
  const { planner, small } = makeFamily(bus, userId);
  const told =
    state === 'apart'
      ? ['merge', small, planner]
      : ['undo', bus.perform(personOf(userId), mergeParts, { partId: small, intoPartId: planner }).actionId, ''];
  connection.sqlite.pragma('journal_mode = DELETE');
  connection.close();
  return { file, told };
}

function runChild(file: string, told: readonly string[], last: number): { signal: string | null; statements: number } {
  const { signal, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'die-in-action.ts'), file, key.toString('hex'), userId, ...told, String(last)],
    { encoding: 'utf8' },
  );
  if (signal === null && stdout === '') throw new Error(stderr);
  return { signal, statements: Number(stdout) };
}

function contentsOf(file: string): string {
  const connection = openConnection(file, key, { create: false });
  try {
    expect(checkDatabase(connection.sqlite).problems).toEqual([]);
    return everything(connection);
  } finally {
    connection.close();
  }
}

describe.each([
  ['a merge', 'apart'],
  ['the undo of a merge', 'merged'],
] as const)('a process that is killed in %s', (_name, state) => {
  it('leaves all or nothing, whichever statement it got to', async () => {
    const { file, told } = await familyFile(state);
    const copy = (): string => {
      const other = join(temporaryFolder(), 'trailhead.db');
      copyFileSync(file, other);
      return other;
    };
    const before = contentsOf(copy());
    const whole = copy();
    const { statements } = runChild(whole, told, 0);
    expect(contentsOf(whole)).not.toBe(before);
    expect(statements).toBeGreaterThan(8);
    for (let last = 1; last <= statements; last += 1) {
      const killed = copy();
      expect(runChild(killed, told, last).signal).toBe('SIGKILL');
      // The last statement is the commit, so whoever dies before it has changed nothing.
      expect(contentsOf(killed), `killed before statement ${last} of ${statements}`).toBe(before);
    }
  }, 240_000);
});

describe('a statement that fails, wherever in a change it stands', () => {
  let ground: Playground;
  beforeAll(async () => {
    ground = await playground();
  });

  it('takes the whole change back, and the next try makes it as if nothing had happened', () => {
    const { connection } = ground.database;
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 1, maxLength: 8 }), anyStep, fc.nat(60), (steps, next, at) => {
        const person = ground.newPerson();
        for (const step of steps) person.take(step);
        const before = everything(connection);
        let count = 0;
        const restore = watchStatements(connection.sqlite, ({ source }) => {
          // A rollback needs no room on the disk.
          if (source.startsWith('ROLLBACK')) return;
          count += 1;
          if (count === at + 1) throw new Error('the disk is gone');
        });
        try {
          person.take(next);
        } catch (error) {
          expect(error).toEqual(new Error('the disk is gone'));
          expect(connection.sqlite.inTransaction).toBe(false);
          expect(everything(connection)).toBe(before);
          restore();
          person.take(next);
        } finally {
          restore();
        }
      }),
      { numRuns: 300 },
    );
  }, 120_000);
});
