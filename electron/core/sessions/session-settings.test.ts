import { describe, expect, it } from 'vitest';
import { readableCore, storedIn } from '../../../tests/support/exported.ts';
import { onePart, unlockedCore } from '../../../tests/support/unlocked-core.ts';

describe('the title of a session', () => {
  it('can be the person’s own, stays when the session ends, and can be taken back', async () => {
    const core = await unlockedCore();
    const { session } = await core.say('It was a day.');
    expect(await core.ask('sessions.rename', { sessionId: session.id, title: '  The long day ' })).toMatchObject({ title: 'The long day' });
    expect(await core.ask('sessions.end', { sessionId: session.id })).toMatchObject({ title: 'The long day' });
    await core.ask('sessions.rename', { sessionId: session.id, title: 'A day' });
    const [renamed] = (await core.ask('actions.list', { actionType: 'rename_session' })).items;
    if (!renamed) throw new Error('The action is not there.');
    await core.ask('actions.undo', { actionId: renamed.id });
    expect(await core.ask('sessions.get', { sessionId: session.id })).toMatchObject({ title: 'The long day' });
    await core.stop();
  });

  it.each(['', '   ', 'two\nlines', 'x'.repeat(121)])('is not %j', async (title) => {
    const core = await unlockedCore();
    const { session } = await core.say('It was a day.');
    expect((await core.refusal('sessions.rename', { sessionId: session.id, title })).code).toBe('INVALID_INPUT');
    await core.stop();
  });
});

describe('a session no memory is kept of', () => {
  it('leaves nothing for memory to read when it ends', async () => {
    const core = await readableCore();
    const { session } = await core.say('It was a day.');
    expect((await core.ask('sessions.setRemembered', { sessionId: session.id, remembered: false })).remembered).toBe(false);
    await core.ask('sessions.end', { sessionId: session.id });
    expect(storedIn(core).memoryUpdates).toEqual([]);
    await core.stop();
  });

  it('is looked at again when that is changed after it ended, either way', async () => {
    const core = await readableCore();
    const { session } = await core.say('It was a day.');
    await core.ask('sessions.end', { sessionId: session.id });
    await core.ask('sessions.setRemembered', { sessionId: session.id, remembered: false });
    expect(storedIn(core).memoryUpdates).toMatchObject([{ refId: session.id, revision: 2, processed: false }]);
    expect((await core.ask('sessions.setRemembered', { sessionId: session.id, remembered: true })).remembered).toBe(true);
    expect(storedIn(core).memoryUpdates).toMatchObject([{ revision: 3 }]);
    await core.stop();
  });
});

describe('unsent words', () => {
  it('outlive a lock, each session’s for itself, and those of no session yet', async () => {
    const core = await unlockedCore();
    const { session } = await core.say('It was a day.');
    await core.ask('sessions.keepDraft', { sessionId: session.id, text: 'and then' });
    await core.ask('sessions.keepDraft', { sessionId: null, text: 'tomorrow' });
    await core.ask('sessions.keepDraft', { sessionId: session.id, text: 'and then it ' });
    await core.ask('profiles.lock', {});
    await core.unlock();
    expect(await core.ask('sessions.draft', { sessionId: session.id })).toEqual({ text: 'and then it ' });
    expect(await core.ask('sessions.draft', { sessionId: null })).toEqual({ text: 'tomorrow' });
    await core.ask('sessions.keepDraft', { sessionId: session.id, text: '' });
    expect(await core.ask('sessions.draft', { sessionId: session.id })).toEqual({ text: '' });
    await core.stop();
  });

  it('are no change anybody could undo', async () => {
    const core = await readableCore();
    const before = storedIn(core).agentActions.length;
    await core.ask('sessions.keepDraft', { sessionId: null, text: 'tomorrow' });
    expect(storedIn(core).agentActions).toHaveLength(before);
    await core.stop();
  });
});

describe('what is private', () => {
  it('is a session or a part, until it is not, and each step can be taken back', async () => {
    const core = await unlockedCore();
    const { message, session } = await core.say(onePart);
    const [proposal] = (await core.ask('proposals.list', { messageId: message.id })).items;
    const partId = proposal && (await core.ask('proposals.accept', { proposalId: proposal.id })).part?.id;
    if (!partId) throw new Error('No part came of it.');
    const isPrivate = async () => [
      (await core.ask('sessions.get', { sessionId: session.id })).private,
      (await core.ask('parts.get', { partId })).private,
      (await core.ask('parts.list', {})).items[0]?.private,
    ];
    expect(await isPrivate()).toEqual([false, false, false]);
    await core.ask('privacy.set', { sessionId: session.id, private: true });
    await core.ask('privacy.set', { partId, private: true });
    // Asking for what is so already changes nothing.
    await core.ask('privacy.set', { partId, private: true });
    expect(await isPrivate()).toEqual([true, true, true]);
    const [last] = (await core.ask('actions.list', { actionType: 'set_private' })).items;
    if (!last) throw new Error('The action is not there.');
    await core.ask('actions.undo', { actionId: last.id });
    expect(await isPrivate()).toEqual([true, false, false]);
    await core.ask('privacy.set', { sessionId: session.id, private: false });
    expect(await isPrivate()).toEqual([false, false, false]);
    await core.stop();
  });

  it('can’t be made so twice by taking something back', async () => {
    const core = await unlockedCore();
    const { session } = await core.say('It was a day.');
    for (const wanted of [true, false, true]) await core.ask('privacy.set', { sessionId: session.id, private: wanted });
    const [lifted] = (await core.ask('actions.list', { actionType: 'unset_private' })).items;
    expect((await core.refusal('actions.undo', { actionId: lifted?.id })).code).toBe('CONFLICT');
    expect((await core.ask('sessions.get', { sessionId: session.id })).private).toBe(true);
    await core.stop();
  });
});
