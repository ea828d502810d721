import { describe, expect, it } from 'vitest';
import { testClock, testIds } from '../../../tests/support/test-core.ts';
import { onePart } from '../../../tests/support/unlocked-core.ts';
import { type WatchedCore, watchedCore } from '../../../tests/support/watched-core.ts';
import type { ForgetTarget } from '../../../shared/entities/forgetting.ts';
import { MessageId } from '../../../shared/ids.ts';
import { LEASE_MS } from '../memory/queue-repository.ts';
import { personOf } from '../actions/actor.ts';
import { type OwnerScope, createOwnerScopes } from '../db/owner-scope.ts';
import { createKeyedDigest } from '../memory/keyed-digest.ts';
import { createForgettingService } from './forgetting-service.ts';

/** A forgetting over the file of a core that is locked, whose search for what goes tells each row it comes to. */
async function searching(core: WatchedCore, target: ForgetTarget, reached: (row: number, scope: OwnerScope, stop: () => void) => void) {
  const stopping = new AbortController();
  const connection = core.open();
  const scope = createOwnerScopes(connection)(core.profile.id);
  let rows = 0;
  const watched: OwnerScope = {
    ...scope,
    links: {
      ...scope.links,
      childrenOf(...row) {
        rows += 1;
        reached(rows, scope, () => stopping.abort());
        return scope.links.childrenOf(...row);
      },
    },
  };
  const service = createForgettingService({
    ...{ scopeOf: () => watched, clock: testClock(), ids: testIds(0x5000_0000), signal: stopping.signal, composeSummary: () => '' },
    ...{ keyedDigest: createKeyedDigest(core.databaseKey()), stopReplies: async () => undefined, onChange: () => undefined },
    traces: { copies: () => 0, clear: () => true, readersBack: async () => undefined },
    onFailure: (error) => {
      throw error;
    },
  });
  try {
    return await service.forget(personOf(core.profile.id), target);
  } finally {
    connection.close();
  }
}

async function lived() {
  const core = await watchedCore();
  const { session } = await core.say('It is about the quixotrope.');
  for (let at = 0; at < 4; at += 1) await core.say(`Day ${at} with the quixotrope.`, session.id);
  const { reply } = await core.say('That was all of the quixotrope.', session.id);
  await core.ask('profiles.lock', {});
  return { core, sessionId: session.id, last: reply.id };
}

describe('a search for what goes', () => {
  it('that is stopped leaves everything as it was and the wish on record, and is made anew with the next opening', async () => {
    for (const place of [1, 4, 9]) {
      const { core, sessionId } = await lived();
      const before = core.holding('quixotrope');
      const work = searching(core, { kind: 'session', sessionId }, (row, _scope, stop) => {
        if (row === place) stop();
      });
      await expect(work).rejects.toMatchObject({ code: 'CANCELLED' });
      expect(core.holding('quixotrope')).toEqual(before);
      const record = core.beside(({ sqlite }) => sqlite.prepare('SELECT step, target FROM forgettings').get());
      expect(record).toEqual({ step: 'rows', target: JSON.stringify({ sessionId }) });
      await core.unlock();
      expect((await core.ask('forgetting.resume', {})).items).toMatchObject([{ kind: 'session', step: 'done' }]);
      expect(core.holding('quixotrope')).toEqual([]);
      expect(core.problems()).toEqual([]);
      await core.stop();
    }
  });

  it('begins again when something was written meanwhile, and takes that along', async () => {
    const { core, sessionId, last } = await lived();
    let written = 0;
    const done = await searching(core, { kind: 'session', sessionId }, (row, scope) => {
      // In the middle of the first search and of the second one.
      if (row !== 3 && row !== 20) return;
      written += 1;
      const message = scope.find('messages', last);
      if (!message) throw new Error('There is no message.');
      const another = { id: MessageId.parse(testIds(0x6000_0000 + row).next()), sequence: message.sequence + row };
      scope.write('action', (table) => table('messages').insert({ ...message, ...another, content: 'One more of the quixotrope.' }));
    });
    expect([written, done.step]).toEqual([2, 'done']);
    await core.unlock();
    await core.ask('forgetting.resume', {});
    expect(core.holding('quixotrope')).toEqual([]);
    expect(core.problems()).toEqual([]);
    await core.stop();
  });
});

describe('a forgetting', () => {
  it('that was asked for twice takes it once, and says to the other that there is nothing of the kind', async () => {
    const core = await watchedCore();
    const { message } = await core.say('It is about the quixotrope.');
    const target = { kind: 'message', messageId: message.id } as const;
    const [first, second] = await Promise.all([core.call('forgetting.forget', { target }), core.call('forgetting.forget', { target })]);
    expect([first, second]).toMatchObject([{ ok: true }, { ok: false, error: { code: 'NOT_FOUND' } }]);
    expect((await core.ask('forgetting.list', {})).items).toMatchObject([{ step: 'done' }]);
    expect(core.log).toEqual([]);
    await core.stop();
  });

  it('sends back whoever makes memory of something at that moment: they have read what was there before', async () => {
    const core = await watchedCore();
    const { message, session } = await core.say(onePart);
    const [proposal] = (await core.ask('proposals.list', { messageId: message.id })).items;
    const part = proposal && (await core.ask('proposals.accept', { proposalId: proposal.id, name: 'The Checker' })).part;
    if (!part) throw new Error('There is no part.');
    await core.ask('sessions.end', { sessionId: session.id });
    const update = () =>
      core.beside(({ sqlite }) =>
        sqlite.prepare<[], { id: string; revision: number }>('SELECT id, revision FROM memory_updates').all().at(0),
      );
    const before = update();
    if (!before) throw new Error('Nothing waits.');
    const lease = { leaseHolder: 'somebody', leasedUntil: core.clock.now() + LEASE_MS };
    core.beside((_connection, scope) => scope.write('upkeep', (table) => table('memoryUpdates').update(before.id, lease)));
    await core.ask('forgetting.forget', { target: { kind: 'part', partId: part.id } });
    expect(update()?.revision).toBe(before.revision + 1);
    await core.stop();
  });
});
