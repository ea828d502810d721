import { describe, expect, it } from 'vitest';
import { type UnlockedCore, unlockedCore } from '../../../tests/support/unlocked-core.ts';
import type { Belief, MemorySection } from '../../../shared/entities/memory.ts';
import { BeliefId, type PartId } from '../../../shared/ids.ts';

const DAY = 86_400_000;

const beliefs = async (core: UnlockedCore, section: MemorySection): Promise<Belief[]> =>
  (await core.ask('memory.get', {})).document[section];
const texts = async (core: UnlockedCore, section: MemorySection): Promise<string[]> =>
  (await beliefs(core, section)).map(({ text }) => text);
const versions = async (core: UnlockedCore): Promise<string[]> =>
  (await core.ask('memory.log', {})).items.map(({ cause }) => cause).toReversed();

const part = async (core: UnlockedCore, name: string): Promise<PartId> =>
  (await core.ask('parts.create', { name, attributes: { role: 'manager' } })).id;

/** A session in which these parts spoke lines of their own, remembered. */
async function dialogue(core: UnlockedCore, lines: readonly (readonly [PartId, string])[]): Promise<void> {
  const { session } = await core.ask('companion.say', { text: 'Let us talk.', mode: 'dialogue' });
  for (const [partId, text] of lines) {
    const said = await core.ask('companion.say', { text, sessionId: session.id, speaker: { kind: 'part', partId } });
    await core.replied(said.reply.id);
  }
  await core.ask('sessions.end', { sessionId: session.id });
  await core.ask('jobs.run', {});
}

async function undoLast(core: UnlockedCore, actionType: string): Promise<void> {
  const { items } = await core.ask('actions.list', { limit: 50 });
  const action = items.find((item) => item.actionType === actionType);
  if (!action) throw new Error(`Nothing did ${actionType}.`);
  await core.ask('actions.undo', { actionId: action.id });
}

const lists = (partId: PartId) =>
  Array.from({ length: 6 }, (_, at) => [partId, `List number ${at + 1} is not done. When the plan changes I panic.`] as const);

describe('what is remembered of parts', () => {
  it('is worked out anew as time goes by, though nothing new mentions them, and written only when it reads otherwise', async () => {
    const core = await unlockedCore();
    const planner = await part(core, 'The Planner');
    await dialogue(core, lists(planner));
    expect(await texts(core, 'parts')).toEqual(['The Planner has spoken a lot of late.']);
    const [first] = await beliefs(core, 'parts');
    core.clock.advance(DAY);
    await core.ask('jobs.run', {});
    expect(await versions(core)).toEqual(['session']);
    core.clock.advance(20 * DAY);
    await core.ask('jobs.run', {});
    expect(await texts(core, 'parts')).toEqual(['The Planner has spoken more than once of late.']);
    core.clock.advance(60 * DAY);
    await core.ask('jobs.run', {});
    const [last] = await beliefs(core, 'parts');
    expect(last).toMatchObject({ text: 'The Planner has spoken.', count: 1, lastSeen: first?.lastSeen });
    expect(last?.influence).toBeLessThan(0.1);
    expect(await versions(core)).toEqual(['session', 'upkeep', 'upkeep']);
    await core.ask('jobs.run', {});
    expect(await versions(core)).toEqual(['session', 'upkeep', 'upkeep']);
    expect((await core.ask('memory.get', {})).document.summary).not.toContain('a lot of late');
    await core.stop();
  });

  it('follows them when they are renamed, also in what they said', async () => {
    const core = await unlockedCore();
    const planner = await part(core, 'The Planner');
    await dialogue(core, lists(planner));
    expect((await texts(core, 'triggers'))[0]).toMatch(/^The Planner said: “/u);
    await core.ask('parts.update', { partId: planner, name: 'The Architect' });
    await core.ask('jobs.run', {});
    expect(await texts(core, 'parts')).toEqual(['The Architect has spoken a lot of late.']);
    expect((await texts(core, 'triggers'))[0]).toMatch(/^The Architect said: “/u);
    expect(JSON.stringify((await core.ask('memory.get', {})).document)).not.toContain('Planner');
    await undoLast(core, 'update_part');
    await core.ask('jobs.run', {});
    expect(await texts(core, 'parts')).toEqual(['The Planner has spoken a lot of late.']);
    expect((await core.ask('memory.verify', {})).problems).toEqual([]);
    await core.stop();
  });

  it('goes when they are deleted, and is back as it was when that is undone', async () => {
    const core = await unlockedCore();
    const [planner, sleeper] = [await part(core, 'The Planner'), await part(core, 'The Sleeper')];
    await core.ask('relationships.create', { fromPartId: planner, toPartId: sleeper, type: 'polarized', level: 5 });
    await dialogue(core, [...lists(planner), [sleeper, 'Let me rest.']]);
    const [own] = (await beliefs(core, 'parts')).filter(({ parts }) => parts?.includes(planner));
    if (!own) throw new Error('Nothing is remembered of the part.');
    await core.ask('memory.edit', { beliefId: own.id, text: 'My planner keeps me safe.' });
    const before = (await core.ask('memory.get', {})).document;
    expect(before.relationships).toHaveLength(1);
    await core.ask('parts.delete', { partId: planner });
    await core.ask('jobs.run', {});
    expect(await texts(core, 'parts')).toEqual(['The Sleeper has spoken.']);
    expect(await texts(core, 'relationships')).toEqual([]);
    expect(await texts(core, 'triggers')).toEqual([]);
    expect((await core.ask('memory.get', {})).document.summary).not.toMatch(/planner/iu);
    await undoLast(core, 'delete_part');
    await core.ask('jobs.run', {});
    const after = (await core.ask('memory.get', {})).document;
    const sorted = (some: readonly Belief[]) => some.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    for (const section of ['parts', 'relationships', 'triggers'] as const) expect(sorted(after[section])).toEqual(sorted(before[section]));
    expect(after.summary).toBe(before.summary);
    expect(await versions(core)).toEqual(['session', 'edited', 'upkeep', 'upkeep']);
    await core.ask('jobs.run', {});
    expect(await versions(core)).toHaveLength(4);
    expect((await core.ask('memory.verify', {})).problems).toEqual([]);
    await core.stop();
  });

  it('does not come back when it was left open too long ago meanwhile, and nothing is tried again and again', async () => {
    const core = await unlockedCore();
    const planner = await part(core, 'The Planner');
    await dialogue(core, [[planner, 'I want to call the doctor tomorrow.']]);
    expect(await texts(core, 'openThreads')).toHaveLength(1);
    await core.ask('parts.delete', { partId: planner });
    await core.ask('jobs.run', {});
    expect(await texts(core, 'openThreads')).toEqual([]);
    core.clock.advance(100 * DAY);
    await undoLast(core, 'delete_part');
    await core.ask('jobs.run', {});
    expect(await texts(core, 'openThreads')).toEqual([]);
    const written = await versions(core);
    core.clock.advance(DAY);
    await core.ask('jobs.run', {});
    expect(await versions(core)).toEqual(written);
    await core.stop();
  });

  it('does not bring back what was said in a session that is not to be remembered any more', async () => {
    const core = await unlockedCore();
    const planner = await part(core, 'The Planner');
    await dialogue(core, lists(planner));
    await core.ask('parts.delete', { partId: planner });
    await core.ask('jobs.run', {});
    await undoLast(core, 'delete_part');
    await core.ask('jobs.run', {});
    expect(await texts(core, 'triggers')).not.toEqual([]);
    const [session] = (await core.ask('sessions.list', { limit: 1 })).items;
    if (!session) throw new Error('There is no session.');
    await core.ask('sessions.setRemembered', { sessionId: session.id, remembered: false });
    await core.ask('jobs.run', {});
    expect(await texts(core, 'triggers')).toEqual([]);
    await core.ask('profiles.lock', {});
    await core.unlock();
    await core.ask('jobs.run', {});
    expect(await texts(core, 'triggers')).toEqual([]);
    expect(await texts(core, 'parts')).toEqual([]);
    await core.stop();
  });

  it('comes back also when Trailhead was closed in between, and not what the person took out meanwhile', async () => {
    const core = await unlockedCore();
    const planner = await part(core, 'The Planner');
    await dialogue(core, lists(planner));
    await core.ask('parts.delete', { partId: planner });
    await core.ask('jobs.run', {});
    await undoLast(core, 'delete_part');
    await core.ask('profiles.lock', {});
    await core.unlock();
    await core.ask('jobs.run', {});
    const [own] = await beliefs(core, 'parts');
    expect(own?.text).toBe('The Planner has spoken a lot of late.');
    await core.ask('memory.wrong', { beliefId: own?.id ?? BeliefId.parse('') });
    await core.ask('parts.update', { partId: planner, story: 'It plans.' });
    await core.ask('jobs.run', {});
    expect(await texts(core, 'parts')).toEqual([]);
    await core.stop();
  });

  it('goes when they are merged into another part, and with a relationship that is deleted', async () => {
    const core = await unlockedCore();
    const [planner, sleeper, critic] = [await part(core, 'The Planner'), await part(core, 'The Sleeper'), await part(core, 'The Critic')];
    const { id: relationshipId } = await core.ask('relationships.create', { fromPartId: sleeper, toPartId: critic, type: 'allied' });
    await dialogue(core, [
      [planner, 'One more list.'],
      [sleeper, 'Let me rest.'],
      [critic, 'That was poor.'],
    ]);
    expect(await texts(core, 'relationships')).toEqual(['It sounds as if The Sleeper and The Critic work together.']);
    await core.ask('relationships.delete', { relationshipId });
    await core.ask('parts.merge', { partId: planner, intoPartId: sleeper });
    await core.ask('jobs.run', {});
    expect(await texts(core, 'relationships')).toEqual([]);
    expect((await texts(core, 'parts')).toSorted()).toEqual(['The Critic has spoken.', 'The Sleeper has spoken.']);
    await undoLast(core, 'merge_parts');
    await undoLast(core, 'delete_relationship');
    await core.ask('jobs.run', {});
    expect(await texts(core, 'parts')).toHaveLength(3);
    expect(await texts(core, 'relationships')).toEqual(['It sounds as if The Sleeper and The Critic work together.']);
    await core.stop();
  });

  it('does not keep what else waits from being remembered at once', async () => {
    const core = await unlockedCore();
    const planner = await part(core, 'The Planner');
    await dialogue(core, lists(planner));
    core.clock.advance(40 * DAY);
    await dialogue(core, [[planner, 'I am back.']]);
    expect((await versions(core)).at(-1)).toBe('session');
    await core.stop();
  });
});

describe('what was left open', () => {
  const live = async (core: UnlockedCore, text: string) => {
    const said = await core.say(text);
    await core.ask('sessions.end', { sessionId: said.session.id });
    core.clock.advance(3_600_000);
    await core.ask('jobs.run', {});
    return said;
  };

  it('is settled by a later session, leaves the summary, and is open again when the words that said so are forgotten', async () => {
    const core = await unlockedCore();
    await live(core, 'I’ll call the doctor tomorrow.');
    expect((await core.ask('memory.get', {})).document.summary).toContain('call the doctor');
    const { message } = await live(core, 'I called the doctor.');
    const [thread] = await beliefs(core, 'openThreads');
    expect(thread).toMatchObject({ count: 1, settled: { by: `message:${message.id}` } });
    expect((await core.ask('memory.get', {})).document.summary).not.toContain('call the doctor');
    expect((await core.ask('memory.why', { path: thread?.id ?? '' })).reasons.map(({ words }) => words)).toEqual([
      'I called the doctor.',
      'I’ll call the doctor tomorrow.',
    ]);
    await core.ask('forgetting.forget', { target: { kind: 'message', messageId: message.id } });
    expect((await beliefs(core, 'openThreads'))[0]).not.toHaveProperty('settled');
    expect((await core.ask('memory.verify', {})).problems).toEqual([]);
    await core.stop();
  });

  it('stays settled when its first session is looked at again, and is open when it is meant anew', async () => {
    const core = await unlockedCore();
    const first = await live(core, 'I’ll call the doctor tomorrow.');
    const second = await live(core, 'I called the doctor.');
    for (const { session } of [first, second]) {
      for (const remembered of [false, true]) {
        await core.ask('sessions.setRemembered', { sessionId: session.id, remembered });
        if (session === second.session) await core.ask('jobs.run', {});
      }
      await core.ask('jobs.run', {});
      expect((await beliefs(core, 'openThreads'))[0]?.settled).toBeDefined();
    }
    await live(core, 'I’ll call the doctor tomorrow.');
    expect(await beliefs(core, 'openThreads')).toMatchObject([{ count: 2 }]);
    expect((await beliefs(core, 'openThreads'))[0]).not.toHaveProperty('settled');
    await core.stop();
  });

  it('goes ninety days after it was meant last, unless the person put it in their words', async () => {
    const core = await unlockedCore();
    const { session } = await live(core, 'I’ll call the doctor tomorrow. I want to come back to the letter from school.');
    const [, letter] = await beliefs(core, 'openThreads');
    if (!letter) throw new Error('Nothing was left open.');
    await core.ask('memory.edit', { beliefId: letter.id, text: 'The letter waits.' });
    core.clock.advance(88 * DAY);
    await core.ask('jobs.run', {});
    expect(await beliefs(core, 'openThreads')).toHaveLength(2);
    core.clock.advance(3 * DAY);
    await core.ask('jobs.run', {});
    expect(await texts(core, 'openThreads')).toEqual(['The letter waits.']);
    await core.ask('sessions.setRemembered', { sessionId: session.id, remembered: true });
    await core.ask('jobs.run', {});
    expect(await texts(core, 'openThreads')).toEqual(['The letter waits.']);
    await core.stop();
  });
});
