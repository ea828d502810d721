import { describe, expect, it } from 'vitest';
import { type UnlockedCore, unlockedCore } from '../../../tests/support/unlocked-core.ts';
import { type Belief, memorySections } from '../../../shared/entities/memory.ts';
import type { SessionId } from '../../../shared/ids.ts';

const long =
  'When my manager writes late in the evening I freeze and I wanted to hide under the covers. Walking by the canal helped. Next time I want to come back to the letter from school.';

async function beliefs(core: UnlockedCore): Promise<Belief[]> {
  const { document } = await core.ask('memory.get', {});
  return memorySections.flatMap((section) => document[section]);
}

/** Says something in a session of its own, ends it and lets the background work. */
async function live(core: UnlockedCore, text: string): Promise<SessionId> {
  const { session } = await core.say(text);
  await core.ask('sessions.end', { sessionId: session.id });
  core.clock.advance(3_600_000);
  await core.ask('jobs.run', {});
  return session.id;
}

describe('what is remembered of a session', () => {
  it('is there once it has ended and the background has worked, with reasons that lead to the words', async () => {
    const core = await unlockedCore();
    await live(core, long);
    const remembered = await beliefs(core);
    expect(remembered.length).toBeGreaterThan(2);
    expect((await core.ask('memory.get', {})).document.summary).not.toBe('');
    for (const { id } of remembered) {
      const { reasons } = await core.ask('memory.why', { path: id });
      expect(reasons.map(({ words }) => words)).toContain(long);
    }
    expect((await core.ask('memory.log', {})).items).toMatchObject([{ version: 1, cause: 'session', actor: 'scheduler' }]);
    expect((await core.ask('memory.verify', {})).problems).toEqual([]);
    await core.stop();
  });

  it('is the same when the same was lived, and grows with every session', async () => {
    const lived = async () => {
      const core = await unlockedCore();
      await live(core, long);
      await live(core, `Again: ${long}`);
      const { document } = await core.ask('memory.get', {});
      await core.stop();
      return document;
    };
    const [one, other] = [await lived(), await lived()];
    expect(other).toEqual(one);
    expect(memorySections.flatMap((section) => one[section]).some(({ count }) => count === 2)).toBe(true);
  });

  it('goes when the session is not to be remembered any more, and comes back when it is', async () => {
    const core = await unlockedCore();
    const sessionId = await live(core, long);
    const before = await beliefs(core);
    await core.ask('sessions.setRemembered', { sessionId, remembered: false });
    await core.ask('jobs.run', {});
    expect(await beliefs(core)).toEqual([]);
    await core.ask('sessions.setRemembered', { sessionId, remembered: true });
    await core.ask('jobs.run', {});
    expect((await beliefs(core)).map(({ id }) => id).toSorted()).toEqual(before.map(({ id }) => id).toSorted());
    await core.stop();
  });

  it('is nothing when it was never to be remembered', async () => {
    const core = await unlockedCore();
    const { session } = await core.say(long);
    await core.ask('sessions.setRemembered', { sessionId: session.id, remembered: false });
    await core.ask('sessions.end', { sessionId: session.id });
    await core.ask('jobs.run', {});
    expect(await beliefs(core)).toEqual([]);
    await core.stop();
  });

  it('counts only the sessions that are left, when one of several is forgotten', async () => {
    const core = await unlockedCore();
    const first = await live(core, long);
    await live(core, `Again: ${long}`);
    const counted = async () => (await beliefs(core)).map(({ count }) => count);
    expect(Math.max(...(await counted()))).toBe(2);
    await core.ask('forgetting.forget', { target: { kind: 'session', sessionId: first } });
    await core.ask('jobs.run', {});
    expect(new Set(await counted())).toEqual(new Set([1]));
    await core.stop();
  });

  it('counts a session once when one of the two messages that said it is forgotten', async () => {
    const core = await unlockedCore();
    const { message, session } = await core.say(long);
    await core.say(`Again: ${long}`);
    await core.ask('sessions.end', { sessionId: session.id });
    await core.ask('jobs.run', {});
    const before = await beliefs(core);
    await core.ask('forgetting.forget', { target: { kind: 'message', messageId: message.id } });
    await core.ask('jobs.run', {});
    const after = await beliefs(core);
    expect(after.length).toBeGreaterThan(0);
    expect(new Set([...before, ...after].map(({ count }) => count))).toEqual(new Set([1]));
    await core.stop();
  });

  it('is told when somebody asks, and a reply that told it goes when its words are forgotten', async () => {
    const core = await unlockedCore();
    const sessionId = await live(core, long);
    const { message, reply, session } = await core.say('What do you remember about me?');
    const { items } = await core.ask('messages.list', { sessionId: session.id });
    expect(items.find(({ id }) => id === reply.id)?.metadata.guide?.remembered?.length ?? 0).toBeGreaterThan(0);
    expect((await core.ask('safety.state', {})).open).toEqual([]);
    await core.ask('forgetting.forget', { target: { kind: 'session', sessionId } });
    const left = (await core.ask('messages.list', { sessionId: session.id })).items;
    expect(left.map(({ id }) => id)).toEqual([message.id]);
    expect(await beliefs(core)).toEqual([]);
    expect((await core.ask('memory.verify', {})).problems).toEqual([]);
    await core.stop();
  });

  it('that was told in other words than the person’s takes the reply that told it along, too', async () => {
    const core = await unlockedCore();
    const sessionId = await live(core, 'My boss sat in the office. The meeting with my colleagues took all day.');
    const { message, reply, session } = await core.say('What do you remember about me?');
    const told = (await core.ask('messages.list', { sessionId: session.id })).items.find(({ id }) => id === reply.id);
    expect(told?.content).toContain('about work');
    expect(told?.content).not.toMatch(/boss|office|meeting|colleagues/u);
    await core.ask('forgetting.forget', { target: { kind: 'session', sessionId } });
    expect((await core.ask('messages.list', { sessionId: session.id })).items.map(({ id }) => id)).toEqual([message.id]);
    await core.stop();
  });

  it('is told apart from what was caught up on right after the profile was opened', async () => {
    const core = await unlockedCore();
    await live(core, long);
    const { session } = await core.say('When the plan changes I panic. Singing helped.');
    await core.ask('sessions.end', { sessionId: session.id });
    expect(await core.ask('memory.atOpening', {})).toEqual({ version: 0 });
    await core.ask('profiles.lock', {});
    await core.unlock();
    await core.ask('jobs.run', {});
    expect((await core.ask('memory.get', {})).version).toBe(2);
    expect(await core.ask('memory.atOpening', {})).toEqual({ version: 1 });
    await core.stop();
  });

  it('stands in the audit trail by what the person did to it', async () => {
    const core = await unlockedCore();
    await live(core, long);
    const [first, second, third] = await beliefs(core);
    if (!first || !second || !third) throw new Error('Too little is remembered.');
    const done = async () => (await core.ask('actions.list', { limit: 1 })).items.map(({ actor, actionType }) => `${actor} ${actionType}`);
    expect(await done()).toEqual(['scheduler revise_memory']);
    await core.ask('memory.edit', { beliefId: first.id, text: 'In my words.' });
    expect(await done()).toEqual(['user reword_memory']);
    await core.ask('memory.wrong', { beliefId: second.id });
    expect(await done()).toEqual(['user correct_memory']);
    await core.ask('memory.never', { beliefId: third.id });
    expect(await done()).toEqual(['user keep_out_of_memory']);
    const { version } = await core.ask('memory.get', {});
    await core.ask('memory.undo', { version: version - 2 });
    expect(await done()).toEqual(['user take_back_memory']);
    await core.ask('memory.restore', { version: 1 });
    expect(await done()).toEqual(['user restore_memory']);
    await core.stop();
  });
});
