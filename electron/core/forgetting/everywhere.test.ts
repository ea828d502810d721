import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { believed, plantCheckIn, plantInsight, plantMemory, remembering } from '../../../tests/support/plant.ts';
import { ownedTableNames, rowsOfEveryKind } from '../../../tests/support/rows-of-every-kind.ts';
import { monday, testIds } from '../../../tests/support/test-core.ts';
import { type WatchedCore, liveWith, watchedCore } from '../../../tests/support/watched-core.ts';
import type { ForgetTarget } from '../../../shared/entities/forgetting.ts';
import { emptyMemory } from '../../../shared/entities/memory.ts';

const rare = 'quixotrope';
const places = ['messages', 'part_evidence', 'agent_actions', 'user_memory_snapshots', 'insights', 'the search index', 'a page'];

/** A core that keeps what it exports, with a copy from before an update beside its database. */
async function watched() {
  let exported = '';
  const core = await watchedCore({
    saveFile: async ({ content }) => {
      exported = '';
      for await (const piece of content) exported += piece;
      return { outcome: 'saved', fileName: 'x' };
    },
  });
  writeFileSync(join(core.folder, 'before-update-of-schema-1.db'), `a copy with ${rare}`);
  return {
    ...core,
    async exported() {
      await core.ask('transfer.export', {});
      return exported;
    },
  };
}

/** Forgets, and finds the rare word in no decrypted page, index, log or export, and a memory whose every version can be rebuilt. */
async function forgetsAll(core: WatchedCore & { exported(): Promise<string> }, target: ForgetTarget) {
  const done = await core.ask('forgetting.forget', { target });
  expect(done).toMatchObject({ kind: target.kind, step: 'done' });
  expect(core.holding(rare)).toEqual([]);
  expect(core.logSize()).toBe(0);
  expect(existsSync(join(core.folder, 'before-update-of-schema-1.db'))).toBe(false);
  expect(await core.exported()).not.toContain(rare);
  expect(JSON.stringify(core.log)).not.toContain(rare);
  expect((await core.ask('memory.verify', {})).problems).toEqual([]);
  expect(core.problems()).toEqual([]);
}

/** A history of three intervals in which a belief came, changed, and was joined by one about something else. */
function history(sources: readonly string[], other: string) {
  const theme = believed('themes', `The ${rare} came up.`, sources);
  const kept = believed('themes', 'Sleep came up.', [other]);
  const shared = believed('openThreads', 'Call the dentist', [...sources, other]);
  return [
    remembering({ themes: [theme] }, `It is about the ${rare}.`),
    remembering({ themes: [theme, kept] }, `It is about the ${rare} and sleep.`),
    remembering({ themes: [theme, kept], openThreads: [shared] }),
    remembering({ themes: [{ ...theme, text: `The ${rare} came up again.` }, kept], openThreads: [shared] }),
    remembering({ themes: [kept, theme], openThreads: [shared] }),
    remembering({ themes: [kept], openThreads: [shared] }),
    remembering({ themes: [kept, { ...theme, by: 'person' }], openThreads: [shared] }, `The ${rare}, and sleep.`),
  ];
}
const elsewhere = 'session:01900000-0000-7000-8000-0000000fffff';

describe('what is forgotten is found nowhere', () => {
  it('of a session, wherever its words had got to', async () => {
    const core = await watched();
    const { messageId, partId, replyId, sessionId } = await liveWith(core, `There is a part of me that checks the ${rare} twice.`);
    await core.ask('sessions.rename', { sessionId, title: `About the ${rare}` });
    await core.ask('sessions.keepDraft', { sessionId, text: `and the ${rare}` });
    await core.ask('privacy.set', { sessionId, private: true });
    await core.ask('notes.create', { kind: 'letter', sessionId, title: `To the ${rare}`, content: `Dear ${rare}` });
    await core.ask('sessions.end', { sessionId });
    core.beside((_connection, scope) => {
      plantMemory(scope, history([`message:${messageId}`, `session:${sessionId}`], elsewhere));
      plantInsight(scope, `You wrote of the ${rare}.`, [messageId]);
    });
    expect(core.holding(rare)).toEqual(expect.arrayContaining([...places, 'sessions', 'notes', 'view_states', 'proposals']));
    const preview = await core.ask('forgetting.preview', { target: { kind: 'session', sessionId } });
    expect(preview).toMatchObject({
      messages: 2,
      sessions: 1,
      evidence: 1,
      notes: 1,
      insights: 1,
      beliefs: 2,
      memoryVersions: 7,
      backups: 1,
      parts: ['The Checker'],
    });
    expect(replyId).not.toBe(messageId);
    const waiting = async () => (await core.ask('jobs.list', {})).waitingCount;
    expect(await waiting()).toBe(1);
    await forgetsAll(core, { kind: 'session', sessionId });
    expect(await waiting()).toBe(0);
    expect((await core.refusal('sessions.get', { sessionId })).code).toBe('NOT_FOUND');
    expect((await core.ask('parts.get', { partId })).evidenceCount).toBe(0);
    const { document } = await core.ask('memory.get', {});
    expect(document.themes.map(({ text }) => text)).toEqual(['Sleep came up.']);
    expect(document.openThreads).toMatchObject([{ text: 'Call the dentist', sources: [elsewhere] }]);
    await core.stop();
  });

  it('of a message, with notes made of it and replies that say it back later on', async () => {
    const core = await watched();
    const { messageId, sessionId } = await liveWith(core, `There is a part of me that checks the ${rare} twice.`);
    const later = await core.say('It was a night.', sessionId);
    await core.ask('notes.create', { kind: 'letter', sessionId, content: `Some words.\n\nThe ${rare} and more` });
    core.beside((_connection, scope) => {
      scope.write('stream_flush', (table) => table('messages').update(later.reply.id, { content: `Earlier you wrote “the ${rare}”.` }));
      plantMemory(scope, history([`message:${messageId}`, `session:${sessionId}`], elsewhere));
      plantInsight(scope, `You wrote of the ${rare}.`, [messageId]);
    });
    expect(core.holding(rare)).toEqual(expect.arrayContaining([...places, 'notes']));
    await forgetsAll(core, { kind: 'message', messageId });
    const left = (await core.ask('messages.list', { sessionId })).items;
    expect(left.map(({ id }) => id)).toEqual([later.message.id]);
    await core.stop();
  });

  it('of a sentence, while the rest of its message stays as it was', async () => {
    const core = await watched();
    const first = 'There is a part of me that keeps making lists.';
    const said = await core.say(`${first} The ${rare} is loud. And a part of me wants to rest.`);
    await core.ask('companion.edit', {
      messageId: said.message.id,
      text: `${first} There is a part of me that fears the ${rare}. And a part of me wants to rest.`,
    });
    core.events.length = 0;
    await core.replied(said.reply.id).catch(() => undefined);
    const { sessionId } = said.message;
    const messageId = said.message.id;
    for (const { id } of (await core.ask('proposals.list', { messageId })).items) await core.ask('proposals.accept', { proposalId: id });
    await core.ask('sessions.end', { sessionId });
    core.beside((_connection, scope) => {
      plantMemory(scope, history([`message:${messageId}`, `session:${sessionId}`], elsewhere));
      plantInsight(scope, `You wrote of the ${rare}.`, [messageId]);
    });
    const before = (await core.ask('messages.list', { sessionId })).items[0];
    const start = before?.content.indexOf(' There is a part of me that fears') ?? -1;
    const end = before?.content.indexOf(' And a part') ?? -1;
    const revision = () => core.beside(({ sqlite }) => sqlite.prepare('SELECT revision, processed FROM memory_updates').raw().get());
    expect(revision()).toEqual([1, 0]);
    await forgetsAll(core, { kind: 'sentence', messageId, start: start + 1, end });
    const after = (await core.ask('messages.list', { sessionId })).items[0];
    expect(after?.content).toBe(`${first} And a part of me wants to rest.`);
    expect(after?.metadata.marks?.map((mark) => after.content.slice(mark.start, mark.end))).toEqual(
      before?.metadata.marks?.map((mark) => before.content.slice(mark.start, mark.end)).filter((words) => !words.includes(rare)),
    );
    expect(revision()).toEqual([2, 0]);
    expect((await core.ask('messages.find', { sessionId, words: 'lists' })).matches).toHaveLength(1);
    await core.stop();
  });

  it('of a part, while what was written of it in other words stays', async () => {
    const core = await watched();
    const created = await core.ask('parts.create', {
      name: `The ${rare}`,
      attributes: { role: 'manager', fears: [`the ${rare}`] },
      story: `Once there was a ${rare}.`,
    });
    const other = await core.ask('parts.create', { name: 'The Other', attributes: { role: 'exile' } });
    const partId = created.id;
    await core.ask('relationships.create', { fromPartId: partId, toPartId: other.id, type: 'allied', notes: `as a ${rare}` });
    await core.ask('assessments.record', { partId, judgement: { type: 'identification', score: 0.9 }, note: `so ${rare}` });
    await core.ask('notes.create', { kind: 'letter', partId, title: `Letter to the ${rare}`, content: `Dear ${rare}` });
    await core.ask('parts.addEvidence', { partId, kind: 'body', quote: `a ${rare} chest` });
    await core.ask('privacy.set', { partId, private: true });
    await core.ask('map.keepPositions', {
      positions: [
        { partId, x: 1, y: 2 },
        { partId: other.id, x: 3, y: 4 },
      ],
    });
    const line = await core.ask('companion.say', { text: 'I only want to help.', speaker: { kind: 'part', partId } });
    await core.replied(line.reply.id);
    const { reply } = await core.ask('sessions.setMode', { sessionId: line.session.id, mode: 'letter', partId });
    if (reply) await core.replied(reply.id);
    const naming = (await core.ask('messages.list', { sessionId: line.session.id })).items.filter(({ content }) => content.includes(rare));
    expect(naming).not.toEqual([]);
    core.beside((_connection, scope) => {
      const about = [`message:${line.message.id}`, elsewhere];
      plantMemory(scope, [
        remembering({ parts: [believed('parts', `The ${rare} spoke.`, about, { parts: [partId] })] }, `The ${rare} spoke.`),
        remembering({
          parts: [believed('parts', 'A part that checks.', about, { parts: [partId] })],
          themes: [believed('themes', `Work, where the ${rare} speaks.`, about), believed('themes', 'Sleep came up.', about)],
        }),
      ]);
      plantInsight(scope, `The ${rare} was loud.`, [partId]);
    });
    const held = ['parts', 'part_relationships', 'part_assessments', 'notes', 'messages', 'part_evidence', 'agent_actions', 'insights'];
    expect(core.holding(rare)).toEqual(expect.arrayContaining([...held, 'user_memory_snapshots']));
    expect(await core.ask('forgetting.preview', { target: { kind: 'part', partId } })).toMatchObject({
      ...{ parts: [`The ${rare}`], messages: naming.length, evidence: 1, notes: 1, insights: 1, beliefs: 2 },
    });
    await forgetsAll(core, { kind: 'part', partId });
    expect((await core.refusal('parts.get', { partId })).code).toBe('NOT_FOUND');
    expect((await core.ask('parts.list', {})).items.map(({ id }) => id)).toEqual([other.id]);
    expect((await core.ask('map.get', {})).positions).toEqual([{ partId: other.id, x: 3, y: 4 }]);
    const session = await core.ask('sessions.get', { sessionId: line.session.id });
    expect(session).toMatchObject({ mode: 'letter', partId: null });
    const [spoken] = (await core.ask('messages.list', { sessionId: session.id })).items;
    expect(spoken).toMatchObject({ content: 'I only want to help.', metadata: { speaker: { kind: 'part', partId, name: '' } } });
    expect((await core.ask('memory.get', {})).document).toMatchObject({ parts: [], themes: [{ text: 'Sleep came up.' }] });
    await core.stop();
  });

  it('of a part whose name was told by the companion, also under the name it had then and in what it said before', async () => {
    const core = await watched();
    const partId = (await core.ask('parts.create', { name: rare, attributes: { role: 'manager' } })).id;
    const { id: otherId } = await core.ask('parts.create', { name: 'Other', attributes: { role: 'exile' } });
    await core.ask('relationships.create', { fromPartId: partId, toPartId: otherId, type: 'polarized', level: 5 });
    const speak = async (speaking: typeof partId, text: string) => {
      const said = await core.ask('companion.say', { text, mode: 'dialogue', speaker: { kind: 'part', partId: speaking } });
      await core.replied(said.reply.id);
      return said;
    };
    const first = await speak(partId, 'I keep the list.');
    for (const text of ['I keep it tidy.', 'I keep it long.', 'I keep it near.']) await speak(partId, text);
    await speak(otherId, 'I want to rest.');
    await core.ask('sessions.end', { sessionId: first.session.id });
    await core.ask('jobs.run', {});
    const asked = await core.say('What do you remember about me?');
    core.events.length = 0;
    await core.ask('companion.edit', { messageId: asked.message.id, text: 'It was a long day.' });
    await core.replied(asked.reply.id);
    const again = await core.say('What do you remember about me?');
    const texts = async () => {
      const sessions = (await core.ask('sessions.list', {})).items;
      return (await Promise.all(sessions.map(async ({ id }) => (await core.ask('messages.list', { sessionId: id })).items))).flat();
    };
    const naming = (await texts()).filter((message) => JSON.stringify(message).includes(rare) && message.role === 'assistant');
    expect(naming.map(({ id }) => id)).toEqual(expect.arrayContaining([asked.reply.id, again.reply.id]));
    expect(naming.length).toBeGreaterThan(2);
    await core.ask('parts.update', { partId, name: 'Renamed' });
    const target = { kind: 'part', partId } as const;
    const { messages } = await core.ask('forgetting.preview', { target });
    expect(messages).toBeGreaterThanOrEqual(naming.length);
    const own = (await texts()).filter(({ role }) => role === 'user').map(({ id }) => id);
    await forgetsAll(core, target);
    expect((await texts()).filter(({ role }) => role === 'user').map(({ id }) => id)).toEqual(own);
    await core.stop();
  });

  it('of a part that was deleted before, which could still be undone', async () => {
    const core = await watched();
    const { id: partId } = await core.ask('parts.create', { name: `The ${rare}`, attributes: { role: 'manager' } });
    await core.ask('parts.delete', { partId });
    expect(core.holding(rare)).toContain('agent_actions');
    await forgetsAll(core, { kind: 'part', partId });
    expect((await core.refusal('forgetting.preview', { target: { kind: 'part', partId } })).code).toBe('NOT_FOUND');
    await core.stop();
  });

  it('of a day, while the days beside it stay', async () => {
    const core = await watched();
    core.clock.set(Date.UTC(2026, 2, 2, 23, 50));
    const before = await core.say('The day before.');
    core.clock.advance(20 * 60_000);
    const sameSession = await core.say(`A part of me is a ${rare}.`);
    expect(sameSession.session.id).toBe(before.session.id);
    await core.ask('sessions.end', { sessionId: before.session.id });
    const own = await core.say(`And the ${rare} went on.`);
    await core.ask('notes.create', { content: `Remember the ${rare}` });
    await core.ask('sessions.keepDraft', { sessionId: own.session.id, text: `the ${rare}, unsent` });
    core.clock.advance(24 * 3_600_000);
    await core.ask('sessions.end', { sessionId: own.session.id });
    const after = await core.say('The day after.');
    core.beside((_connection, scope) => {
      const checkIn = plantCheckIn(scope, '2026-03-03', `The ${rare} was there.`);
      plantMemory(scope, history([`check_in:${checkIn}`], `session:${before.session.id}`));
      plantInsight(scope, `You checked in with the ${rare}.`, [checkIn]);
    });
    const target = { kind: 'day', day: '2026-03-03', timeZone: 'Europe/Dublin' } as const;
    expect(await core.ask('forgetting.preview', { target })).toMatchObject({
      messages: 4,
      sessions: 1,
      checkIns: 1,
      notes: 1,
      insights: 1,
    });
    await forgetsAll(core, target);
    const sessions = (await core.ask('sessions.list', {})).items.map(({ id }) => id);
    expect(sessions).toEqual([after.session.id, before.session.id]);
    expect((await core.ask('messages.list', { sessionId: before.session.id })).items.map(({ id }) => id)).toEqual([
      before.message.id,
      before.reply.id,
    ]);
    await core.stop();
  });

  it('of something remembered, in every version, and it is not remembered again', async () => {
    const core = await watched();
    core.beside((_connection, scope) => plantMemory(scope, history(['session:01900000-0000-7000-8000-00000000eeee'], elsewhere)));
    const { document } = await core.ask('memory.get', {});
    const beliefId = document.themes.find(({ text }) => text.includes(rare))?.id;
    if (!beliefId) throw new Error('It is not remembered.');
    expect(await core.ask('forgetting.preview', { target: { kind: 'belief', beliefId } })).toMatchObject({ beliefs: 1, memoryVersions: 7 });
    await forgetsAll(core, { kind: 'belief', beliefId });
    expect((await core.ask('memory.rules', {})).items).toMatchObject([{ kind: 'never', section: 'themes' }]);
    expect(core.holding(beliefId)).toEqual([]);
    await core.stop();
  });

  it('of something remembered that its person had put in words of their own, and that the companion told', async () => {
    const core = await watched();
    const { session } = await core.say('I am at work and my boss was there. A walk by the river helped.');
    await core.ask('sessions.end', { sessionId: session.id });
    await core.ask('jobs.run', {});
    const beliefId = (await core.ask('memory.get', {})).document.practices[0]?.id;
    if (!beliefId) throw new Error('Nothing is remembered.');
    await core.ask('memory.edit', { beliefId, text: `My ${rare} belief helps.` });
    const told = await core.say('What do you remember about me?');
    await core.ask('memory.edit', { beliefId, text: 'Something else helps.' });
    expect(core.holding(rare)).toEqual(expect.arrayContaining(['messages', 'user_memory_snapshots']));
    const target = { kind: 'belief', beliefId } as const;
    expect(await core.ask('forgetting.preview', { target })).toMatchObject({ messages: 1 });
    await forgetsAll(core, target);
    const left = (await core.ask('messages.list', { sessionId: told.session.id })).items;
    expect(left.map(({ id }) => id)).toEqual([told.message.id]);
    await core.stop();
  });

  it('of everything, and the profile is as new, with its theme and country', async () => {
    const core = await watched();
    await liveWith(core, `There is a part of me that checks the ${rare} twice.`);
    await core.ask('settings.update', { theme: 'dark', country: 'IE', idleMinutes: 5 });
    core.beside((_connection, scope) => {
      plantMemory(scope, history(['session:01900000-0000-7000-8000-00000000eeee'], elsewhere));
      const rows = rowsOfEveryKind(scope.userId, testIds(0x6000_0000), monday, 1_000_001, rare);
      scope.write('action', (table) => {
        const insert = <Name extends (typeof ownedTableNames)[number]>(name: Name): void => {
          for (const row of rows[name]) table(name).insert(row);
        };
        const planted = ['users', 'userMemorySnapshots', 'agentActions'];
        for (const name of ownedTableNames) if (!planted.includes(name)) insert(name);
      });
    });
    await forgetsAll(core, { kind: 'everything' });
    const counts = core.beside(({ sqlite }) => {
      const tables = sqlite
        .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'messages_fts%'`)
        .pluck()
        .all();
      return Object.fromEntries(tables.map((name) => [name, sqlite.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()]));
    });
    expect(Object.entries(counts).filter(([, count]) => count !== 0)).toEqual([
      ['users', 1],
      ['forgettings', 1],
    ]);
    expect(await core.ask('settings.get', {})).toMatchObject({ theme: 'dark', country: 'IE', idleMinutes: 30, online: false });
    expect((await core.ask('memory.get', {})).document).toEqual(emptyMemory);
    await core.say('A new beginning.');
    await core.stop();
  });
});
