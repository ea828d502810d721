import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openConnection } from '../../electron/core/db/connection.ts';
import { observedRandom } from '../support/observed-random.ts';
import { onePart, unlockedCore } from '../support/unlocked-core.ts';
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
