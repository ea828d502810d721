import { describe, expect, it } from 'vitest';
import { onePart, twoParts, unlockedCore } from '../../../tests/support/unlocked-core.ts';
import { VERSIONS_MAX } from '../../../shared/entities/session.ts';
import type { MessageId, SessionId } from '../../../shared/ids.ts';

type Core = Awaited<ReturnType<typeof unlockedCore>>;

const messagesOf = async (core: Core, sessionId: SessionId) => (await core.ask('messages.list', { sessionId })).items;

/** Resolves when the next reply of this message is finished: the earlier ones are forgotten first. */
const repliedAgain = (core: Core, messageId: MessageId) => {
  core.events.length = 0;
  return core.replied(messageId);
};

describe('making the last reply again', () => {
  it('keeps what it said as an earlier version, in the same place', async () => {
    const core = await unlockedCore();
    const { reply, session } = await core.say('It was a day.');
    const [, first] = await messagesOf(core, session.id);
    core.clock.advance(60_000);
    const done = repliedAgain(core, reply.id);
    const again = await core.ask('companion.regenerate', { messageId: reply.id });
    expect(again.reply).toMatchObject({ id: reply.id, sequence: reply.sequence, content: '', metadata: { delivery: 'streaming' } });
    await done;
    const items = await messagesOf(core, session.id);
    expect(items).toHaveLength(2);
    expect(items[1]?.content).not.toBe('');
    expect(items[1]?.content).not.toBe(first?.content);
    expect(items[1]?.metadata.versions).toEqual([
      { content: first?.content, createdAt: first?.createdAt, delivery: 'complete', provider: 'guide' },
    ]);
    expect(items[1]?.createdAt).toBeGreaterThan(first?.createdAt ?? 0);
  });

  it('keeps what came of one that was stopped, and nothing of one that was stopped before its first word', async () => {
    const core = await unlockedCore({ replyPaceMs: 5 });
    const { reply, session } = await core.ask('companion.say', { text: onePart });
    await core.ask('companion.stop', { messageId: reply.id });
    const [, stopped] = await messagesOf(core, session.id);
    expect(stopped?.metadata.delivery).toBe('interrupted');
    const done = repliedAgain(core, reply.id);
    await core.ask('companion.regenerate', { messageId: reply.id });
    await done;
    const [, again] = await messagesOf(core, session.id);
    const kept = stopped?.content === '' ? undefined : [expect.objectContaining({ content: stopped?.content, delivery: 'interrupted' })];
    expect(again?.metadata.versions).toEqual(kept);
    expect(again?.metadata.delivery).toBe('complete');
  });

  it('is refused while it is being written, for anything but the last reply, and in a session that has ended', async () => {
    const core = await unlockedCore();
    const first = await core.say('It was a day.');
    const second = await core.ask('companion.say', { text: 'And a night.' });
    expect(await core.refusal('companion.regenerate', { messageId: second.reply.id })).toMatchObject({
      code: 'CONFLICT',
      message: 'This reply is still being written. Stop it first.',
    });
    await core.replied(second.reply.id);
    for (const messageId of [first.reply.id, second.message.id])
      expect((await core.refusal('companion.regenerate', { messageId })).code).toBe('CONFLICT');
    await core.ask('sessions.end', { sessionId: first.session.id });
    expect((await core.refusal('companion.regenerate', { messageId: second.reply.id })).message).toContain('ended');
  });

  it('stops being possible rather than letting go of an earlier version', async () => {
    const core = await unlockedCore();
    const { reply, session } = await core.say('It was a day.');
    for (let at = 0; at < VERSIONS_MAX; at += 1) {
      const done = repliedAgain(core, reply.id);
      await core.ask('companion.regenerate', { messageId: reply.id });
      await done;
    }
    expect((await core.refusal('companion.regenerate', { messageId: reply.id })).message).toContain('all of it is kept');
    expect((await messagesOf(core, session.id))[1]?.metadata.versions).toHaveLength(VERSIONS_MAX);
  });
});

describe('editing what was said', () => {
  it('keeps the earlier words and the earlier reply, and answers the new ones', async () => {
    const core = await unlockedCore();
    const { message, reply, session } = await core.say('It was a day.');
    const before = await messagesOf(core, session.id);
    core.clock.advance(1000);
    const done = repliedAgain(core, reply.id);
    const edited = await core.ask('companion.edit', { messageId: message.id, text: onePart });
    expect(edited.message).toMatchObject({ id: message.id, content: onePart, metadata: { delivery: 'complete' } });
    expect(edited.reply).toMatchObject({ id: reply.id, content: '' });
    await done;
    const [words, answer] = await messagesOf(core, session.id);
    expect(words?.metadata.versions?.map(({ content }) => content)).toEqual(['It was a day.']);
    expect(words?.metadata.marks).toHaveLength(1);
    expect(answer?.content).toContain('checks everything twice');
    expect(answer?.metadata.versions?.map(({ content }) => content)).toEqual([before[1]?.content]);
    expect(await messagesOf(core, session.id)).toHaveLength(2);
  });

  it('withdraws what was offered for words that are gone, and keeps what was offered for those that stay', async () => {
    const core = await unlockedCore();
    const { message, reply, session } = await core.say(twoParts);
    const offered = (await core.ask('proposals.list', { messageId: message.id })).items;
    expect(offered).toHaveLength(2);
    const [stays, goes] = offered.toSorted((a, b) => twoParts.indexOf(a.quote) - twoParts.indexOf(b.quote));
    if (!goes) throw new Error('Nothing was offered.');
    await core.ask('proposals.postpone', { proposalId: goes.id });
    const done = repliedAgain(core, reply.id);
    await core.ask('companion.edit', { messageId: message.id, text: `It rained. ${twoParts.slice(0, twoParts.indexOf(','))}.` });
    await done;
    const left = (await core.ask('proposals.list', { messageId: message.id })).items;
    expect(left.map(({ id }) => id)).toEqual([stays?.id]);
    const [words] = await messagesOf(core, session.id);
    const [mark] = words?.metadata.marks ?? [];
    expect(words?.content.slice(mark?.start, mark?.end)).toBe(stays?.quote);
    // All that the companion did can still be taken back at once.
    await core.ask('actions.undoSession', { sessionId: session.id });
    expect((await core.ask('proposals.list', { messageId: message.id })).items).toEqual([]);
  });

  it('leaves a part that was accepted, and does not offer it again for the same words', async () => {
    const core = await unlockedCore();
    const { message, reply } = await core.say(onePart);
    const [proposal] = (await core.ask('proposals.list', { messageId: message.id })).items;
    if (!proposal) throw new Error('Nothing was offered.');
    await core.ask('proposals.accept', { proposalId: proposal.id });
    const done = repliedAgain(core, reply.id);
    await core.ask('companion.edit', { messageId: message.id, text: `${onePart} Always.` });
    await done;
    expect((await core.ask('proposals.list', { messageId: message.id })).items).toMatchObject([{ id: proposal.id, state: 'accepted' }]);
    expect((await core.ask('parts.list', {})).items).toHaveLength(1);
  });

  it('stops a reply that is still on its way and answers anew', async () => {
    const core = await unlockedCore();
    const { message, reply, session } = await core.ask('companion.say', { text: 'It was a day.' });
    await core.ask('companion.edit', { messageId: message.id, text: 'It was a night.' });
    core.events.length = 0;
    await core.replied(reply.id);
    expect((await messagesOf(core, session.id)).map(({ content }) => content !== '')).toEqual([true, true]);
  });

  it('with the same words only asks for another reply', async () => {
    const core = await unlockedCore();
    const { message, reply, session } = await core.say(onePart);
    const done = repliedAgain(core, reply.id);
    await core.ask('companion.edit', { messageId: message.id, text: onePart });
    await done;
    const [words, answer] = await messagesOf(core, session.id);
    expect(words?.metadata.versions).toBeUndefined();
    expect(answer?.metadata.versions).toHaveLength(1);
  });

  it('is possible for the last words of the person alone, and changes nothing when it is refused', async () => {
    const core = await unlockedCore();
    const first = await core.say('It was a day.');
    await core.say('And a night.');
    const before = await messagesOf(core, first.session.id);
    for (const messageId of [first.message.id, first.reply.id])
      expect((await core.refusal('companion.edit', { messageId, text: 'Not so.' })).code).toBe('CONFLICT');
    expect(await messagesOf(core, first.session.id)).toEqual(before);
  });

  it('can’t be undone', async () => {
    const core = await unlockedCore();
    const { message, reply } = await core.say('It was a day.');
    const done = repliedAgain(core, reply.id);
    await core.ask('companion.edit', { messageId: message.id, text: 'It was a night.' });
    await done;
    const actions = (await core.ask('actions.list', { actionType: 'edit_message' })).items;
    expect(actions).toMatchObject([{ undoable: false, actor: 'user' }]);
    expect((await core.refusal('actions.undo', { actionId: actions[0]?.id })).message).toContain('final');
  });
});
