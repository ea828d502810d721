import { describe, expect, it } from 'vitest';
import { begin, finish, says, writeBlock } from '../../../tests/support/fake-messages-api.ts';
import { heard, modelCore, replyTo, storedReply, createPlanner } from '../../../tests/support/model-core.ts';
import type { Message } from '../../../shared/entities/session.ts';

describe.each(['anthropic', 'local'] as const)('a model of the kind %s', (kind) => {
  it('answers word by word through the real library, into the database and to whoever listens', async () => {
    const core = await modelCore(kind);
    core.api.answers(async (response) => {
      begin(response);
      for (const [index, text] of ['It sounds ', 'as if ', 'rest is ', 'near.'].entries()) {
        const seen = core.events.length;
        writeBlock(response, index, { type: 'text', text });
        // Each piece has arrived before the next one leaves.
        await expect.poll(() => core.events.length).toBeGreaterThan(seen);
      }
      finish(response, 'end_turn');
    });
    const reply = await replyTo(core, 'It was a day.');
    expect(reply).toMatchObject({ content: 'It sounds as if rest is near.', metadata: { delivery: 'complete', provider: kind } });
    const grown = core.events.flatMap((event) => (event.type === 'reply.grew' ? [event.text] : []));
    expect(grown.slice(-4)).toEqual(['It sounds ', 'as if ', 'rest is ', 'near.']);
    expect(heard(core)).toBe(reply.content);
  });

  it('is sent the request that was shown beforehand and nothing else: no thread, no word about this computer', async () => {
    const core = await modelCore(kind);
    await createPlanner(core);
    const text = 'Part of me plans everything.';
    const { request } = await core.ask('providers.preview', { text });
    const { message } = await core.say(text);
    const [sent] = core.api.received;
    const shown = JSON.stringify(request?.body).replaceAll('00000000-0000-7000-8000-000000000000', message.id);
    expect(JSON.parse(sent?.text ?? '')).toEqual(JSON.parse(shown));
    expect(request?.address).toBe(`${kind === 'local' ? core.api.address : 'https://api.anthropic.com'}/v1/messages`);
    expect(sent?.path).toBe('/v1/messages');
    expect(Object.keys(sent?.body ?? {}).toSorted()).toEqual(['max_tokens', 'messages', 'model', 'stream', 'system', 'tools']);
    expect(sent?.text).not.toMatch(/thread|previous_message|metadata|container/iu);
    const headers = Object.keys(sent?.headers ?? {}).filter(
      (name) => !['host', 'connection', 'content-length', 'accept-encoding', 'accept-language', 'sec-fetch-mode'].includes(name),
    );
    expect(headers.toSorted()).toEqual(['accept', 'anthropic-version', 'authorization', 'content-type', 'user-agent']);
    expect(sent?.headers['user-agent']).toBe('Trailhead');
  });
});

describe('beside a model', () => {
  it('the machine itself answers a crisis: no server hears of it, and nobody takes over', async () => {
    const core = await modelCore();
    const reply = await replyTo(core, 'I want to kill myself tonight.');
    expect(reply.metadata).toEqual({ delivery: 'complete', provider: 'safety' });
    expect(core.api.connections()).toBe(0);
  });

  it('a new concern is met with one gentle sentence, and then the model answers, told that care is needed', async () => {
    const core = await modelCore();
    core.api.answers(says('I hear you.'));
    const reply = await replyTo(core, 'I wish I could just disappear.');
    expect(reply.content).toMatch(/\?.*\n\nI hear you\.$/su);
    expect(reply.metadata.provider).toBe('local');
    expect(core.api.received[0]?.text).toContain('Safety comes first');
  });

  it('is told which question stands before its own words, so that it asks none, and only then', async () => {
    const core = await modelCore();
    await replyTo(core, 'It was a day.');
    const concern = 'I wish I could just disappear.';
    const { request } = await core.ask('providers.preview', { text: concern });
    const { message, reply } = await core.say(concern);
    const [asked = ''] = (await storedReply(core, { reply, session: { id: message.sessionId } })).content.split('\n\n');
    expect(asked).toContain('?');
    await replyTo(core, 'There is soup.');
    const [usual, careful, later] = core.api.received.map(({ body }) => body.system);
    expect(careful).toContain(asked);
    expect(careful).toMatch(/Ask nothing in this reply/u);
    expect(careful).not.toMatch(/ask gently how safe/iu);
    for (const other of [usual, later]) expect(other).not.toMatch(/Ask nothing in this reply/u);
    expect(later).toMatch(/ask gently how safe/iu);
    // What was shown beforehand is what was sent, the first time and while it is open.
    const shownAs = (body: unknown, id: string): unknown =>
      JSON.parse(JSON.stringify(body).replaceAll('00000000-0000-7000-8000-000000000000', id));
    expect(JSON.parse(core.api.received[1]?.text ?? '')).toEqual(shownAs(request?.body, message.id));
    await replyTo(core, 'There is bread.');
    const again = await core.ask('providers.preview', { text: concern });
    const { message: second } = await core.say(concern);
    expect(core.api.received[4]?.body.system).toMatch(/Ask nothing in this reply/u);
    expect(core.api.received[4]?.body.system).not.toContain(asked);
    expect(JSON.parse(core.api.received[4]?.text ?? '')).toEqual(shownAs(again.request?.body, second.id));
  });

  it('the reply says first that it comes from software, once', async () => {
    const core = await modelCore();
    const [{ reply: first }, { reply: second }] = [await core.say('Hello.'), await core.say('Hello again.')];
    const { items } = await core.ask('messages.list', { sessionId: first.sessionId });
    const introduced = (id: Message['id']) => items.find((item) => item.id === id)?.metadata.introduced;
    expect([introduced(first.id), introduced(second.id)]).toEqual(['introduction.0', undefined]);
  });

  it('the guide begins what a session is for, and keeps a finished letter', async () => {
    const core = await modelCore();
    const { id: partId } = await createPlanner(core);
    const { reply, session } = await core.ask('sessions.setMode', { mode: 'letter', partId });
    if (!reply) throw new Error('Nobody began the letter.');
    await core.replied(reply.id);
    const written = await replyTo(core, 'Dear planner, you may rest.');
    const finished = await replyTo(core, 'I am finished.');
    const { items } = await core.ask('messages.list', { sessionId: session.id });
    expect(items.find(({ id }) => id === reply.id)?.metadata.provider).toBe('guide');
    expect([written.metadata.provider, finished.metadata.provider]).toEqual(['local', 'guide']);
    expect((await core.ask('notes.list', {})).items).toMatchObject([{ kind: 'letter', content: 'Dear planner, you may rest.', partId }]);
  });
});
