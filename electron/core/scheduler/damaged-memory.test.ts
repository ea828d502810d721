import { expect, it } from 'vitest';
import { believed, plantMemory, remembering } from '../../../tests/support/plant.ts';
import { watchedCore } from '../../../tests/support/watched-core.ts';

it('a memory that is damaged is the reason that is told for what waits, and what waits is tried again once it is repaired', async () => {
  const core = await watchedCore();
  const { session } = await core.say('When my boss shouts I freeze.');
  await core.ask('sessions.end', { sessionId: session.id });
  core.beside((connection, scope) => {
    const version = (text: string) => remembering({ themes: [believed('themes', text, [`session:${session.id}`])] });
    plantMemory(scope, ['one', 'two'].map(version));
    connection.actingAs(scope.userId, () =>
      connection.sqlite.prepare(`UPDATE user_memory_snapshots SET operations = '[]' WHERE version = 2`).run(),
    );
  });
  await core.ask('jobs.run', {});
  expect((await core.ask('jobs.list', {})).waiting).toMatchObject([{ refId: session.id, problem: 'damaged' }]);
  await core.ask('memory.repair', {});
  expect((await core.ask('jobs.list', {})).waiting).toMatchObject([{ attempts: 0, dueAt: core.clock.now(), problem: null }]);
  expect((await core.ask('jobs.run', {})).runs).toMatchObject([{ job: 'drain_memory', outcome: 'done', effects: 1 }]);
  expect((await core.ask('jobs.list', {})).waitingCount).toBe(0);
  await core.stop();
});
