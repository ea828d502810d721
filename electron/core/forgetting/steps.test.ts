import { describe, expect, it } from 'vitest';
import { believed, plantMemory, remembering } from '../../../tests/support/plant.ts';
import { onePart } from '../../../tests/support/unlocked-core.ts';
import { watchedCore } from '../../../tests/support/watched-core.ts';

const harmless = 'It was a day.';

describe('forgetting while somebody reads the file', () => {
  it('stays visibly unfinished, and is finished with the next opening', async () => {
    const core = await watchedCore();
    const { message } = await core.say(harmless);
    const reader = core.open();
    reader.sqlite.exec('BEGIN');
    reader.sqlite.prepare('SELECT count(*) FROM messages').get();
    const forgetting = await core.ask('forgetting.forget', { target: { kind: 'message', messageId: message.id } });
    expect(forgetting).toMatchObject({ step: 'traces', finishedAt: null });
    reader.close();
    await core.ask('profiles.lock', {});
    await core.unlock();
    // What goes on by itself comes before what is asked next.
    await core.ask('forgetting.list', {});
    const { items } = await core.ask('forgetting.list', {});
    expect(items).toMatchObject([{ kind: 'message', step: 'done' }]);
    expect(core.logSize()).toBe(0);
    await core.stop();
  });

  it('goes on by itself when the reader is an export of Trailhead’s own and is back', async () => {
    const [reading, mayGoOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const core = await watchedCore({
      saveFile: async ({ content }) => {
        for await (const _piece of content) {
          reading.resolve();
          await mayGoOn.promise;
        }
        return { outcome: 'saved', fileName: 'x' };
      },
    });
    const { message } = await core.say(harmless);
    const exporting = core.ask('transfer.export', {});
    await reading.promise;
    const target = { kind: 'message', messageId: message.id } as const;
    expect(await core.ask('forgetting.forget', { target })).toMatchObject({ step: 'traces', finishedAt: null });
    const cameFurther = new Promise<void>((resolve) => {
      core.subscribe((event) => {
        if (event.type === 'data.changed' && event.entities.includes('forgetting')) resolve();
      });
    });
    mayGoOn.resolve();
    await exporting;
    await cameFurther;
    expect((await core.ask('forgetting.list', {})).items).toMatchObject([{ step: 'done' }]);
    expect(core.logSize()).toBe(0);
    await core.stop();
  });
});

describe('what was declined', () => {
  it('is not offered again for the same words when its message is forgotten, and no record says what it was', async () => {
    const core = await watchedCore();
    const { message } = await core.say(onePart);
    const [proposal] = (await core.ask('proposals.list', {})).items;
    if (!proposal) throw new Error('Nothing was offered.');
    await core.ask('proposals.decline', { proposalId: proposal.id });
    await core.ask('forgetting.forget', { target: { kind: 'message', messageId: message.id } });
    expect((await core.ask('memory.rules', {})).items).toMatchObject([{ kind: 'declined', section: null }]);
    expect(core.holding('checks everything twice')).toEqual([]);
    await core.say(onePart.toUpperCase().replace('THERE', 'There'));
    await core.say(onePart);
    expect((await core.ask('proposals.list', {})).items).toEqual([]);
    await core.stop();
  });

  it('is offered again when everything was forgotten, the rule too', async () => {
    const core = await watchedCore();
    await core.say(onePart);
    const [proposal] = (await core.ask('proposals.list', {})).items;
    if (!proposal) throw new Error('Nothing was offered.');
    await core.ask('proposals.decline', { proposalId: proposal.id });
    await core.ask('forgetting.forget', { target: { kind: 'everything' } });
    await core.say(onePart);
    expect((await core.ask('proposals.list', {})).items).toHaveLength(1);
    await core.stop();
  });
});

describe('a forgetting that is under way', () => {
  it('holds no words, and says how far it has come', async () => {
    const core = await watchedCore();
    const { message } = await core.say(harmless);
    core.beside((_connection, scope) =>
      plantMemory(
        scope,
        ['one', 'two', 'three', 'four'].map((word) => remembering({ themes: [believed('themes', word, [`message:${message.id}`])] })),
      ),
    );
    core.events.length = 0;
    const forgetting = await core.ask('forgetting.forget', { target: { kind: 'message', messageId: message.id } });
    expect(forgetting).toMatchObject({ step: 'done', done: 4, total: 4, finishedAt: expect.any(Number) });
    const told = core.events.filter((event) => event.type === 'data.changed' && event.entities.includes('forgetting'));
    expect(told.length).toBeGreaterThan(3);
    const target = core.beside(({ sqlite }) => sqlite.prepare('SELECT target FROM forgettings').pluck().get());
    expect(JSON.parse(String(target))).toEqual({ messageId: message.id });
    await core.stop();
  });

  it('holds no words while an earlier memory that is damaged holds it up, and says that it is not finished', async () => {
    const core = await watchedCore();
    const { message } = await core.say('It is about the quixotrope.');
    core.beside((connection, scope) => {
      const version = (text: string) => remembering({ themes: [believed('themes', text, [`message:${message.id}`])] });
      plantMemory(scope, ['one', 'two', 'three', 'the quixotrope'].map(version));
      const { sqlite } = connection;
      connection.actingAs(scope.userId, () => sqlite.prepare(`UPDATE user_memory_snapshots SET operations = '[]' WHERE version = 2`).run());
    });
    const target = { kind: 'message', messageId: message.id } as const;
    // What can't be counted keeps nobody from forgetting.
    expect(await core.ask('forgetting.preview', { target })).toMatchObject({ messages: 2, beliefs: null, memoryVersions: null });
    expect(await core.ask('forgetting.preview', { target: { kind: 'everything' } })).toMatchObject({ memoryVersions: 4 });
    expect(await core.ask('forgetting.forget', { target })).toMatchObject({ step: 'memory', finishedAt: null });
    expect(core.log).toMatchObject([{ route: 'forgetting' }]);
    const record = core.beside(({ sqlite }) => String(sqlite.prepare('SELECT target FROM forgettings').pluck().get()));
    // Otherwise nothing would wait here that could hold words.
    expect(record).toContain('"phrases":[{');
    expect(core.holding('quixotrope')).toEqual([]);
    // Once the memory is whole again, it goes on by itself.
    await core.ask('memory.repair', {});
    expect((await core.ask('forgetting.list', {})).items).toMatchObject([{ step: 'done' }]);
    expect((await core.ask('memory.verify', {})).problems).toEqual([]);
    expect(core.holding('phrases')).toEqual([]);
    await core.stop();
  });

  it('takes an earlier memory along that its person restores meanwhile', async () => {
    const core = await watchedCore();
    const { message } = await core.say('It is about the quixotrope.');
    core.beside((_connection, scope) => {
      const version = (text: string) => remembering({ themes: [believed('themes', text, [`message:${message.id}`])] });
      plantMemory(scope, ['the quixotrope', 'two', 'three', 'four', 'five'].map(version));
    });
    const { promise: restored, resolve } = Promise.withResolvers<boolean>();
    // The newest versions are written anew first, and the one that is restored has not had its turn.
    const end = core.subscribe((event) => {
      if (event.type !== 'data.changed' || event.entities.join() !== 'forgetting') return;
      end();
      void core.call('memory.restore', { version: 1 }).then(({ ok }) => resolve(ok));
    });
    const forgetting = await core.ask('forgetting.forget', { target: { kind: 'message', messageId: message.id } });
    expect([await restored, forgetting.step]).toEqual([true, 'done']);
    expect(core.holding('quixotrope')).toEqual([]);
    expect(await core.ask('memory.get', {})).toMatchObject({ version: 6, document: { themes: [] } });
    expect((await core.ask('memory.verify', {})).problems).toEqual([]);
    await core.stop();
  });

  it('is refused for words that stand there no more, and for words of a companion', async () => {
    const core = await watchedCore();
    const { message, reply } = await core.say(harmless);
    const refusal = (target: object) => core.refusal('forgetting.forget', { target });
    expect((await refusal({ kind: 'sentence', messageId: message.id, start: 0, end: 1000 })).code).toBe('CONFLICT');
    expect((await refusal({ kind: 'sentence', messageId: reply.id, start: 0, end: 3 })).code).toBe('CONFLICT');
    expect((await refusal({ kind: 'day', day: '2026-02-30', timeZone: 'Europe/Dublin' })).code).toBe('INVALID_INPUT');
    expect((await core.ask('forgetting.list', {})).items).toEqual([]);
    await core.stop();
  });
});
