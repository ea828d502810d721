import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkDatabase } from '../../electron/core/db/check.ts';
import { openConnection } from '../../electron/core/db/connection.ts';
import { createOwnerScopes } from '../../electron/core/db/owner-scope.ts';
import { checkMemory } from '../../electron/core/memory/memory-check.ts';
import { observedRandom } from '../support/observed-random.ts';
import { believed, plantMemory, remembering } from '../support/plant.ts';
import { temporaryFolder } from '../support/test-core.ts';
import { onePart, unlockedCore } from '../support/unlocked-core.ts';
import { watchedCore } from '../support/watched-core.ts';
import { everything } from './family.ts';
import { watchStatements } from './watch-statements.ts';

it('forgets all or nothing, whichever statement fails', async () => {
  const random = observedRandom();
  const core = await unlockedCore({ random });
  const { message, session } = await core.say(onePart);
  const [proposal] = (await core.ask('proposals.list', { messageId: message.id })).items;
  if (!proposal) throw new Error('Nothing was offered.');
  await core.ask('proposals.accept', { proposalId: proposal.id });
  const connection = openConnection(join(core.dataDir, 'profiles', core.profile.id, 'trailhead.db'), random.databaseKey(), {
    create: false,
  });
  const before = everything(connection);
  let failed = 0;
  for (let deleted = false; !deleted;) {
    let left = failed;
    const restore = watchStatements(connection.sqlite, ({ source, readonly }) => {
      // A rollback needs no room on the disk.
      if (readonly || source.startsWith('ROLLBACK')) return;
      left -= 1;
      if (left === -1) throw new Error('the disk is gone');
    });
    deleted = (await core.call('forgetting.forget', { target: { kind: 'session', sessionId: session.id } })).ok;
    restore();
    if (deleted) break;
    failed += 1;
    // A difference would fill the screen.
    expect(everything(connection) === before, `statement ${failed} failed, and nothing was changed`).toBe(true);
  }
  // A proposal, its evidence, two messages, the session, emptied actions and the part that lost words.
  expect(failed).toBeGreaterThan(10);
  expect(everything(connection)).not.toContain('checks everything twice');
  connection.close();
  await core.stop();
});

/** A closed database in which a message stands in several versions of the memory, and what the child has to be told about it. */
async function livedFile() {
  const core = await watchedCore();
  const { message, session } = await core.say(onePart);
  core.beside((_connection, scope) =>
    plantMemory(
      scope,
      ['one', 'two', 'three', 'four', 'five'].map((word) =>
        remembering({ themes: [believed('themes', `That ${word} checks everything twice.`, [`message:${message.id}`])] }),
      ),
    ),
  );
  const file = join(temporaryFolder(), 'trailhead.db');
  const key = core.beside(({ sqlite }) => {
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
    return core.databaseKey();
  });
  await core.stop();
  copyFileSync(join(core.folder, 'trailhead.db'), file);
  return { file, key, userId: core.profile.id, sessionId: session.id };
}

it.each([['a session'], ['everything']] as const)(
  'goes on after it was killed while forgetting %s, whichever statement it got to, and memory can be rebuilt at every moment',
  async (what) => {
    const { file, key, userId, sessionId } = await livedFile();
    const target = JSON.stringify(what === 'everything' ? { kind: 'everything' } : { kind: 'session', sessionId });
    const run = (copy: string, task: string, last: number) => {
      const program = join(import.meta.dirname, 'die-in-forgetting.ts');
      const { signal, stdout, stderr } = spawnSync(process.execPath, [program, copy, key.toString('hex'), userId, task, String(last)], {
        encoding: 'utf8',
      });
      if (signal === null && stdout === '') throw new Error(stderr);
      return { signal, statements: Number(stdout) };
    };
    const copyOf = (): string => {
      const other = join(temporaryFolder(), 'trailhead.db');
      copyFileSync(file, other);
      return other;
    };
    const look = async (copy: string) => {
      const connection = openConnection(copy, key, { create: false });
      try {
        const scope = createOwnerScopes(connection)(userId);
        expect(checkDatabase(connection.sqlite).problems).toEqual([]);
        expect((await checkMemory(scope, new AbortController().signal)).problems).toEqual([]);
        const steps = connection.sqlite.prepare<[], string>('SELECT step FROM forgettings').pluck().all();
        return { steps, isThere: everything(connection).includes('checks everything twice') };
      } finally {
        connection.close();
      }
    };
    const whole = copyOf();
    const { statements } = run(whole, target, 0);
    expect(await look(whole)).toEqual({ steps: ['done'], isThere: false });
    expect(statements).toBeGreaterThan(20);
    // Each is a process of its own. Of the last ones, where the steps after the rows are, every one; of those before, some, and all with `npm run test:crash`.
    const every = process.env['npm_lifecycle_event'] === 'test:crash' ? 1 : 25;
    const deaths = Array.from({ length: statements }, (_, at) => at + 1).filter((at) => at > statements - 10 || at % every === 0);
    for (const death of deaths) {
      const copy = copyOf();
      expect(run(copy, target, death).signal, `killed before statement ${death}`).toBe('SIGKILL');
      const left = await look(copy);
      if (left.steps.length === 0) {
        // Not begun, so nothing is gone.
        expect(left.isThere).toBe(true);
        continue;
      }
      run(copy, 'resume', 0);
      expect(await look(copy), `killed before statement ${death}`).toEqual({ steps: ['done'], isThere: false });
    }
  },
  900_000,
);
