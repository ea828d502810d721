import { describe, expect, it } from 'vitest';
import { monday } from '../../../tests/support/test-core.ts';
import { type UnlockedCore, unlockedCore } from '../../../tests/support/unlocked-core.ts';
import { readableCore, storedIn } from '../../../tests/support/exported.ts';

const MINUTE = 60_000;

const sessionsOf = async (core: UnlockedCore) => (await core.ask('sessions.list', {})).items;

describe('a session', () => {
  it('begins with the first message and goes on with the next', async () => {
    const core = await unlockedCore();
    expect(await core.ask('sessions.active', {})).toBeNull();
    const first = await core.say('Hello, today was long.');
    core.clock.advance(5 * MINUTE);
    const second = await core.say('It still is.');
    expect(second.session.id).toBe(first.session.id);
    expect(second.session).toMatchObject({ status: 'active', title: null, endedAt: null, startedAt: monday, messageCount: 4 });
    expect(second.session.lastMessageAt).toBe(monday + 5 * MINUTE);
    expect(await core.ask('sessions.active', {})).toMatchObject({ id: first.session.id });
  });

  it('ended by hand gets a title from the person’s first words, and the next message begins another', async () => {
    const core = await unlockedCore();
    const { session } = await core.say('I could not sleep again. It went on and on.');
    core.clock.advance(MINUTE);
    expect(await core.ask('sessions.end', { sessionId: session.id })).toMatchObject({
      ...{ id: session.id, status: 'ended', title: 'I could not sleep again', endedAt: monday + MINUTE },
    });
    expect(await core.ask('sessions.active', {})).toBeNull();
    const next = await core.say('Good morning to all of me.');
    expect(next.session.id).not.toBe(session.id);
    expect((await sessionsOf(core)).map(({ id }) => id)).toEqual([next.session.id, session.id]);
  });

  it('ended already can’t be ended again or written into', async () => {
    const core = await unlockedCore();
    const { session } = await core.say('Hello there.');
    await core.ask('sessions.end', { sessionId: session.id });
    expect((await core.refusal('sessions.end', { sessionId: session.id })).code).toBe('CONFLICT');
    expect((await core.refusal('companion.say', { sessionId: session.id, text: 'More' })).code).toBe('CONFLICT');
    expect((await core.ask('messages.list', { sessionId: session.id })).items).toHaveLength(2);
    expect(await core.ask('sessions.active', {})).toBeNull();
  });

  it('that is not there is not found', async () => {
    const core = await unlockedCore();
    const sessionId = '01900000-0000-7000-8000-ffffffffffff';
    for (const [route, input] of [
      ['sessions.get', { sessionId }],
      ['sessions.end', { sessionId }],
      ['messages.list', { sessionId }],
      ['companion.say', { sessionId, text: 'Hello' }],
    ] as const)
      expect((await core.refusal(route, input)).code, route).toBe('NOT_FOUND');
    expect(await sessionsOf(core)).toEqual([]);
  });

  it('left alone too long ends also when a message names it, and the message begins a new one', async () => {
    const core = await unlockedCore();
    const first = await core.ask('companion.say', { text: 'Before the walk.' });
    await core.replied(first.reply.id);
    core.clock.advance(31 * MINUTE);
    const second = await core.ask('companion.say', { text: 'After the walk.', sessionId: first.session.id });
    expect(second.session.id).not.toBe(first.session.id);
    expect((await core.ask('sessions.get', { sessionId: first.session.id })).status).toBe('ended');
    await core.stop();
  });

  it('left alone for as long as the setting says ends by itself, at the moment it was idle long enough', async () => {
    const core = await unlockedCore();
    const { session } = await core.say('Hello there.');
    core.clock.advance(30 * MINUTE - 1);
    expect((await core.say('Still here.')).session.id).toBe(session.id);
    core.clock.advance(30 * MINUTE);
    const next = await core.say('Back again.');
    expect(next.session.id).not.toBe(session.id);
    expect(await core.ask('sessions.get', { sessionId: session.id })).toMatchObject({
      ...{ status: 'ended', title: 'Hello there', endedAt: monday + 60 * MINUTE - 1 },
    });

    await core.ask('settings.update', { idleMinutes: 120 });
    core.clock.advance(119 * MINUTE);
    expect((await core.say('Two hours allowed.')).session.id).toBe(next.session.id);
  });

  it('stays sound when the clock is set back: no end before its beginning, and the order of writing is kept', async () => {
    const core = await unlockedCore();
    const texts = ['First words.', 'Second words.', 'Third words.'];
    const said = [];
    for (const text of texts) {
      said.push(await core.say(text));
      core.clock.advance(-24 * 60 * MINUTE);
    }
    const sessionId = said[0]?.session.id;
    if (!sessionId) throw new Error('nothing was said');
    const { items } = await core.ask('messages.list', { sessionId });
    expect(items.filter(({ role }) => role === 'user').map(({ content }) => content)).toEqual(texts);
    expect(items.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
    const ended = await core.ask('sessions.end', { sessionId });
    expect(ended.endedAt).toBe(ended.startedAt);
  });

  it('puts one memory update in the queue when it ends, and nothing before', async () => {
    const core = await readableCore();
    const { session } = await core.say('Hello there.');
    expect(storedIn(core).memoryUpdates).toEqual([]);
    await core.ask('sessions.end', { sessionId: session.id });
    await core.refusal('sessions.end', { sessionId: session.id });
    expect(storedIn(core).memoryUpdates).toMatchObject([{ kind: 'session', refId: session.id, processed: false, revision: 1 }]);
  });

  it('is recorded with who ended it: the person, or the clock on their behalf', async () => {
    const core = await readableCore();
    const { session } = await core.say('Hello there.');
    await core.ask('sessions.end', { sessionId: session.id });
    await core.say('And again.');
    core.clock.advance(60 * MINUTE);
    await core.say('And once more.');
    const ends = storedIn(core).agentActions.filter(({ actionType }) => actionType === 'end_session');
    expect(ends.map(({ payload }) => payload.actor)).toEqual(['user', 'scheduler']);
  });

  it('is listed newest first, page by page, each once', async () => {
    const core = await unlockedCore();
    const ids: string[] = [];
    for (let at = 0; at < 7; at += 1) {
      const { session } = await core.say(`Evening number ${at}`);
      await core.ask('sessions.end', { sessionId: session.id });
      ids.unshift(session.id);
      // Some begin in the same millisecond.
      if (at % 2 === 0) core.clock.advance(MINUTE);
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { id: string }[]; nextCursor: string | null } = await core.ask('sessions.list', {
        limit: 3,
        ...(cursor && { cursor }),
      });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(ids);
    expect((await core.refusal('sessions.list', { cursor: 'made up' })).code).toBe('INVALID_INPUT');
  });
});
