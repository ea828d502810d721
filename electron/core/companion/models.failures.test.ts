import { describe, expect, it } from 'vitest';
import { begin, cutsAfter, fails, says, stallsAfter, writeBlock } from '../../../tests/support/fake-messages-api.ts';
import type { Message } from '../../../shared/entities/session.ts';
import type { SessionId } from '../../../shared/ids.ts';
import { type ModelCore, heard, modelCore, replyTo, storedReply } from '../../../tests/support/model-core.ts';
import { takeoverSentences } from './takeover-words.ts';

const guideAnswers = (reason: keyof typeof takeoverSentences) => ({
  content: expect.stringMatching(new RegExp(`^${takeoverSentences[reason][0]?.text.replaceAll(/[().]/gu, String.raw`\$&`)}\n\n\\S`, 'u')),
  metadata: { delivery: 'complete', provider: 'guide', tookOver: reason },
});
const newest = async (core: ModelCore, sessionId: SessionId): Promise<Message> => {
  const { items } = await core.ask('messages.list', { sessionId });
  const message = items.at(-1);
  if (!message) throw new Error('Nothing was said.');
  return message;
};

describe('when the model can’t answer, the guide does, in the same message, and says why', () => {
  it.each([
    ['401, which is not tried again', 401, {}, 'key_refused', 1],
    ['403', 403, {}, 'key_refused', 1],
    ['400', 400, {}, 'refused', 1],
    ['429 with retry-after', 429, { 'retry-after-ms': '3' }, 'busy', 3],
    ['529', 529, { 'retry-after-ms': '3' }, 'busy', 3],
    ['500', 500, { 'retry-after-ms': '3' }, 'failed', 3],
  ] as const)('after %s', async (_name, status, headers, reason, requests) => {
    const core = await modelCore('anthropic');
    core.api.answers(fails(status, headers));
    expect(await replyTo(core, 'A part of me is tired.')).toMatchObject(guideAnswers(reason));
    expect(core.api.received).toHaveLength(requests);
  });

  it('but not when a second try goes well', async () => {
    const core = await modelCore('anthropic');
    core.api.answers(fails(529, { 'retry-after-ms': '3' }), fails(429, { 'retry-after-ms': '3' }), says('Here I am.'));
    expect(await replyTo(core, 'Hello.')).toMatchObject({ content: 'Here I am.', metadata: { provider: 'anthropic' } });
  });

  it('waits as long as a busy server asks for, in seconds', async () => {
    const core = await modelCore('anthropic');
    core.api.answers(fails(429, { 'retry-after': '1' }), says('Here I am.'));
    const began = performance.now();
    expect(await replyTo(core, 'Hello.')).toMatchObject({ content: 'Here I am.' });
    expect(performance.now() - began).toBeGreaterThan(990);
  });

  it('after a line that is cut before a word came', async () => {
    const core = await modelCore();
    core.api.answers(cutsAfter(''));
    expect(await replyTo(core, 'Hello.')).toMatchObject(guideAnswers('cut_off'));
  });

  it('when no server is there', async () => {
    const core = await modelCore();
    await core.api.close();
    expect(await replyTo(core, 'Hello.')).toMatchObject(guideAnswers('unreachable'));
  });

  it('when the cable is out', async () => {
    const noRoute = Object.assign(new Error('getaddrinfo ENOTFOUND api.anthropic.com'), { code: 'ENOTFOUND' });
    const core = await modelCore('anthropic', { fetch: () => Promise.reject(new TypeError('fetch failed', { cause: noRoute })) });
    expect(await replyTo(core, 'Hello.')).toMatchObject(guideAnswers('offline'));
  });

  it('when there is no key', async () => {
    const core = await modelCore('anthropic');
    await core.ask('providers.removeKey', { kind: 'anthropic' });
    expect(await replyTo(core, 'Hello.')).toMatchObject(guideAnswers('no_key'));
    expect(core.api.connections()).toBe(0);
  });

  it('when it answers with nothing at all', async () => {
    const core = await modelCore();
    core.api.answers(says(''));
    expect(await replyTo(core, 'Hello.')).toMatchObject(guideAnswers('refused'));
  });

  it('when it is silent for too long; and the server sees that nobody waits any more', async () => {
    const core = await modelCore();
    core.api.answers(stallsAfter(''));
    const { reply, session } = await core.ask('companion.say', { text: 'Hello.' });
    await expect.poll(() => core.api.received.length).toBe(1);
    core.clock.advance(91_000);
    await core.replied(reply.id);
    await core.api.received[0]?.hungUp;
    expect(await storedReply(core, { reply, session })).toMatchObject(guideAnswers('timed_out'));
  });

  it('when a server sends the request on to another address', async () => {
    const core = await modelCore();
    core.api.answers((response) => void response.writeHead(307, { location: 'http://192.0.2.1/v1/messages' }).end());
    expect(await replyTo(core, 'Hello.')).toMatchObject(guideAnswers('unreachable'));
  });
});

it('the reason is said in other words the next time, and after that the guide just answers', async () => {
  const core = await modelCore();
  await core.api.close();
  const replies = [];
  for (const text of ['It was a day.', 'It rained.', 'There was soup.', 'I went to bed.'])
    replies.push((await replyTo(core, text)).content);
  const [one, two] = takeoverSentences.unreachable;
  expect(replies.map((reply) => [one, two].find((line) => line && reply.startsWith(line.text))?.id ?? null)).toEqual([
    one?.id,
    two?.id,
    null,
    null,
  ]);
  expect(replies.slice(2).join(' ')).not.toContain('built-in guide');
});

describe('a reply that has begun', () => {
  it('and is cut keeps what came, marked interrupted', async () => {
    const core = await modelCore();
    core.api.answers(cutsAfter('It sounds as '));
    const reply = await replyTo(core, 'Hello.');
    expect(reply).toMatchObject({
      content: 'It sounds as ',
      metadata: { delivery: 'interrupted', provider: 'local', brokeOff: 'cut_off' },
    });
    expect(reply.metadata.tookOver).toBeUndefined();
  });

  it('and is cut is followed by the guide in the same session, which says why and answers what was written', async () => {
    const core = await modelCore();
    core.api.answers(cutsAfter('It sounds as '));
    const { reply, message, session } = await core.ask('companion.say', { text: 'A part of me is tired.' });
    await expect.poll(async () => (await newest(core, session.id)).metadata.delivery).toBe('complete');
    const next = await newest(core, session.id);
    expect(next.id).not.toBe(reply.id);
    expect(next).toMatchObject(guideAnswers('cut_off'));

    // Other words are answered in the place of the guide’s reply; what the model had begun stays.
    core.api.answers(says('Here I am.'));
    core.events.length = 0;
    const edited = await core.ask('companion.edit', { messageId: message.id, text: 'A part of me is awake.' });
    expect(edited.reply.id).toBe(next.id);
    await core.replied(next.id);
    expect(await newest(core, session.id)).toMatchObject({ content: 'Here I am.', metadata: { delivery: 'complete', provider: 'local' } });
  });

  it('and stalls keeps what came', async () => {
    const core = await modelCore('anthropic');
    core.api.answers(stallsAfter('It sounds as '));
    const { reply, session } = await core.ask('companion.say', { text: 'Hello.' });
    await expect.poll(() => heard(core)).toBe('It sounds as ');
    core.clock.advance(31_000);
    await core.replied(reply.id);
    expect(await storedReply(core, { reply, session })).toMatchObject({ content: 'It sounds as ', metadata: { delivery: 'interrupted' } });
  });

  it('can be stopped at any moment: what came is kept, and the server sees it', async () => {
    const core = await modelCore();
    core.api.answers(stallsAfter('It sounds as '));
    const { reply, session } = await core.ask('companion.say', { text: 'Hello.' });
    await expect.poll(() => heard(core)).toBe('It sounds as ');
    await core.ask('companion.stop', { messageId: reply.id });
    await core.api.received[0]?.hungUp;
    const stopped = await storedReply(core, { reply, session });
    expect(stopped).toMatchObject({ content: 'It sounds as ', metadata: { delivery: 'interrupted' } });
    expect(stopped.metadata.brokeOff).toBeUndefined();
    expect((await newest(core, session.id)).id).toBe(reply.id);
    expect(core.clock.waits()).toBe(0);
  });

  it('takes no longer than two minutes in all, however busy it looks', async () => {
    const core = await modelCore('anthropic');
    let write = (_text: string): void => undefined;
    core.api.answers((response) => {
      begin(response);
      write = (text) => writeBlock(response, 0, { type: 'text', text });
      write('one ');
    });
    const { reply, session } = await core.ask('companion.say', { text: 'Hello.' });
    let words = 'one ';
    await expect.poll(() => heard(core)).toBe(words);
    // Never silent for long, and never done.
    for (let word = 2; word <= 5; word += 1) {
      core.clock.advance(25_000);
      write('and ');
      words += 'and ';
      await expect.poll(() => heard(core)).toBe(words);
    }
    core.clock.advance(21_000);
    await core.replied(reply.id);
    expect(await storedReply(core, { reply, session })).toMatchObject({ content: words, metadata: { delivery: 'interrupted' } });
  });

  it('and reaches its length says so', async () => {
    const core = await modelCore();
    core.api.answers(says('and so on', 'max_tokens'));
    expect(await replyTo(core, 'Hello.')).toMatchObject({ content: 'and so on\n\n(This is as long as one reply can be.)' });
  });
});
