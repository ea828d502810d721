import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  begin,
  calls,
  cutsAfter,
  fails,
  finish,
  says,
  stallsAfter,
  toolAnswers,
  writeBlock,
} from '../../../tests/support/fake-messages-api.ts';
import { type ModelCore, SENTINEL_KEY, modelCore } from '../../../tests/support/model-core.ts';
import type { Message, Session } from '../../../shared/entities/session.ts';
import { STEPS_MAX } from './agent/agent-loop.ts';
import { introductions } from './guide/words/introductions.ts';
import { takeoverSentences } from './takeover-words.ts';

/** Words without the sentence of introduction that stands before whoever answers first. */
const afterIntroduction = (text: string): string =>
  introductions.reduce((rest, { text: sentence }) => (rest.startsWith(sentence) ? rest.slice(sentence.length + 2) : rest), text);
/** What the model itself said so far, as listeners heard it. */
const heard = (core: ModelCore): string =>
  afterIntroduction(core.events.flatMap((event) => (event.type === 'reply.grew' ? [event.text] : [])).join(''));

/** The reply as it stands in the database, without the introduction. */
async function stored(core: ModelCore, { reply, session }: { reply: Pick<Message, 'id'>; session: Pick<Session, 'id'> }): Promise<Message> {
  const { items } = await core.ask('messages.list', { sessionId: session.id });
  const message = items.find(({ id }) => id === reply.id);
  if (!message) throw new Error('There is no reply.');
  return { ...message, content: afterIntroduction(message.content) };
}
const replyTo = async (core: ModelCore, text: string): Promise<Message> => stored(core, await core.say(text));
const guideAnswers = (reason: keyof typeof takeoverSentences) => ({
  content: expect.stringMatching(new RegExp(`^${takeoverSentences[reason].replaceAll(/[().]/gu, String.raw`\$&`)}\n\n\\S`, 'u')),
  metadata: { delivery: 'complete', provider: 'guide', tookOver: reason },
});
const part = (core: ModelCore, name = 'The Planner') => core.ask('parts.create', { name, attributes: { role: 'manager' } });

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
    await part(core);
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

  it('the reply says first that it comes from software, once', async () => {
    const core = await modelCore();
    const [{ reply: first }, { reply: second }] = [await core.say('Hello.'), await core.say('Hello again.')];
    const { items } = await core.ask('messages.list', { sessionId: first.sessionId });
    const introduced = (id: Message['id']) => items.find((item) => item.id === id)?.metadata.introduced;
    expect([introduced(first.id), introduced(second.id)]).toEqual(['introduction.0', undefined]);
  });

  it('the guide begins what a session is for, and keeps a finished letter', async () => {
    const core = await modelCore();
    const { id: partId } = await part(core);
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

describe('the six Fs with a model', () => {
  const begun = async (core: ModelCore, partId: Message['id'] | string) => {
    const { reply, session } = await core.ask('sessions.setMode', { mode: 'six_fs', partId });
    if (!reply) throw new Error('Nobody began.');
    await core.replied(reply.id);
    return session;
  };
  const stepOf = ({ metadata }: Message) => [metadata.provider, metadata.guide?.step];

  it('go on with what the person says, so that the guide can take over at the step they are at, and the model is told it', async () => {
    const core = await modelCore();
    const { id: partId } = await part(core);
    await begun(core, partId);
    expect(stepOf(await replyTo(core, 'It is a tight band around my head.'))).toEqual(['local', 'flesh_out']);
    expect(stepOf(await replyTo(core, 'Like a clerk with a long list.'))).toEqual(['local', 'feel_toward']);
    expect(stepOf(await replyTo(core, 'I am annoyed with it.'))).toEqual(['local', 'unblend']);
    const [first, second] = core.api.received;
    expect([first?.body.system, second?.body.system]).toEqual([
      expect.stringMatching(/at this step: focus on it/u),
      expect.stringMatching(/at this step: flesh it out/u),
    ]);
    await core.api.close();
    const taken = await replyTo(core, 'Yes, it stepped aside.');
    expect(taken.metadata).toMatchObject({ tookOver: 'unreachable', guide: { step: 'feel_toward', learned: {} } });
    expect(Object.keys(taken.metadata.guide?.learned ?? {})).toEqual(['focus', 'flesh_out']);
    expect(taken.content).toContain('?');
  });

  it('hear of what was left before without an offer nobody made, and note how far they led', async () => {
    const core = await modelCore();
    const { id: partId } = await part(core);
    const session = await begun(core, partId);
    await replyTo(core, 'It is a tight band around my head.');
    await core.ask('sessions.end', { sessionId: session.id });
    const { reply, session: next } = await core.ask('companion.say', { text: 'I want to go on with it.', mode: 'six_fs', partId });
    await core.replied(reply.id);
    const goneOn = await stored(core, { reply, session: next });
    expect(goneOn.metadata).toMatchObject({ provider: 'local', guide: { step: 'flesh_out', used: [] } });
    expect(goneOn.metadata.guide?.at).toBeUndefined();
    await replyTo(core, 'Enough for today.');
    expect(await core.ask('assessments.list', { partId })).toMatchObject([
      { by: 'agent', judgement: { type: 'six_fs', reached: 'focus' } },
    ]);
  });

  it('stand where they stood when the model’s words were cut off', async () => {
    const core = await modelCore();
    const { id: partId } = await part(core);
    await begun(core, partId);
    core.api.answers(cutsAfter('It sounds as '));
    expect(stepOf(await replyTo(core, 'It is a tight band around my head.'))).toEqual(['local', 'flesh_out']);
  });
});

describe('tools', () => {
  it('are run for the person, and the model is told what came of it', async () => {
    const core = await modelCore();
    const planner = await part(core);
    core.api.answers(calls([['get_part', { partId: planner.id }]], 'Let me look.'), says('It has been busy.'));
    const reply = await replyTo(core, 'How is my planner?');
    expect(reply.content).toBe('Let me look.\n\nIt has been busy.');
    expect(reply.metadata.tools).toEqual([{ tool: 'get_part', about: 'The Planner', outcome: 'done' }]);
    expect(core.events.filter(({ type }) => type === 'reply.tool')).toMatchObject([{ at: 0, use: { about: 'The Planner' } }]);
    const [, second] = core.api.received;
    expect(second && toolAnswers(second)).toMatchObject([{ isError: false, content: expect.stringContaining('The Planner') }]);
    expect(second?.text).not.toMatch(/"thread/u);
  });

  it('called side by side are each answered, in one request', async () => {
    const core = await modelCore();
    const planner = await part(core);
    core.api.answers(
      calls([
        ['get_part', { partId: planner.id }],
        ['search_parts', {}],
        ['list_recent_actions', {}],
      ]),
      says('Done.'),
    );
    const reply = await replyTo(core, 'Look around.');
    expect(reply.metadata.tools?.map(({ tool }) => tool)).toEqual(['get_part', 'search_parts', 'list_recent_actions']);
    const [, second] = core.api.received;
    expect(second && toolAnswers(second)).toHaveLength(3);
  });

  it('given bad input, or called by a name there is none of, answer an error; a good call after one sets things right', async () => {
    const core = await modelCore();
    core.api.answers(
      calls([['get_part', { partId: 'the planner', userId: 'somebody else' }]]),
      calls([['search_parts', {}]]),
      calls([['delete_everything', {}]]),
      says('Never mind.'),
    );
    const reply = await replyTo(core, 'Look around.');
    expect(reply).toMatchObject({ content: 'Never mind.', metadata: { delivery: 'complete' } });
    const [, second, third, fourth] = core.api.received;
    expect(second && toolAnswers(second)).toMatchObject([{ isError: true, content: expect.stringContaining('partId') }]);
    expect(second?.text).not.toContain('"error":"the planner');
    expect(third && toolAnswers(third)).toMatchObject([{ isError: false }]);
    expect(fourth && toolAnswers(fourth)).toMatchObject([{ isError: true }]);
  });

  it('that fail twice in a row end the turn politely', async () => {
    const core = await modelCore();
    core.api.answers(calls([['get_part', {}]]), calls([['get_part', { partId: 7 }]]), says('This is never asked for.'));
    const reply = await replyTo(core, 'Look around.');
    expect(core.api.received).toHaveLength(2);
    expect(reply).toMatchObject({ content: expect.stringContaining('it did not work'), metadata: { delivery: 'complete' } });
  });

  it('called without end are bounded', async () => {
    const core = await modelCore();
    core.api.answers(calls([['search_parts', {}]]));
    const reply = await replyTo(core, 'Look around.');
    expect(core.api.received).toHaveLength(STEPS_MAX);
    expect(reply).toMatchObject({ content: expect.stringContaining('enough for one reply'), metadata: { delivery: 'complete' } });
    for (const { body } of core.api.received) expect(body.max_tokens).toBeLessThanOrEqual(4096);
  });
});

describe('when the model can’t answer, the guide does, in the same message, and says why', () => {
  it.each([
    ['401, which is not tried again', 401, {}, 'refused', 1],
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
    expect(await stored(core, { reply, session })).toMatchObject(guideAnswers('timed_out'));
  });

  it('when a server sends the request on to another address', async () => {
    const core = await modelCore();
    core.api.answers((response) => void response.writeHead(307, { location: 'http://192.0.2.1/v1/messages' }).end());
    expect(await replyTo(core, 'Hello.')).toMatchObject(guideAnswers('unreachable'));
  });
});

describe('a reply that has begun', () => {
  it('and is cut keeps what came, marked interrupted', async () => {
    const core = await modelCore();
    core.api.answers(cutsAfter('It sounds as '));
    const reply = await replyTo(core, 'Hello.');
    expect(reply).toMatchObject({ content: 'It sounds as ', metadata: { delivery: 'interrupted', provider: 'local' } });
    expect(reply.metadata.tookOver).toBeUndefined();
  });

  it('and stalls keeps what came', async () => {
    const core = await modelCore('anthropic');
    core.api.answers(stallsAfter('It sounds as '));
    const { reply, session } = await core.ask('companion.say', { text: 'Hello.' });
    await expect.poll(() => heard(core)).toBe('It sounds as ');
    core.clock.advance(31_000);
    await core.replied(reply.id);
    expect(await stored(core, { reply, session })).toMatchObject({ content: 'It sounds as ', metadata: { delivery: 'interrupted' } });
  });

  it('can be stopped at any moment: what came is kept, and the server sees it', async () => {
    const core = await modelCore();
    core.api.answers(stallsAfter('It sounds as '));
    const { reply, session } = await core.ask('companion.say', { text: 'Hello.' });
    await expect.poll(() => heard(core)).toBe('It sounds as ');
    await core.ask('companion.stop', { messageId: reply.id });
    await core.api.received[0]?.hungUp;
    expect(await stored(core, { reply, session })).toMatchObject({ content: 'It sounds as ', metadata: { delivery: 'interrupted' } });
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
    expect(await stored(core, { reply, session })).toMatchObject({ content: words, metadata: { delivery: 'interrupted' } });
  });

  it('and reaches its length says so', async () => {
    const core = await modelCore();
    core.api.answers(says('and so on', 'max_tokens'));
    expect(await replyTo(core, 'Hello.')).toMatchObject({ content: 'and so on\n\n(This is as long as one reply can be.)' });
  });
});

describe('the key of a provider', () => {
  it('is sent to its provider and is nowhere else: not in answers, events, errors, the log, the export or readable on the disk', async () => {
    const core = await modelCore('anthropic');
    core.api.answers(fails(401));
    const seen: unknown[] = [await core.say('Hello.')];
    expect(core.api.received[0]?.headers['authorization'] ?? core.api.received[0]?.headers['x-api-key']).toContain(SENTINEL_KEY);
    for (const route of ['providers.get', 'settings.get', 'actions.list', 'providers.preview'] as const)
      seen.push(await core.ask(route, {}));
    seen.push(await core.ask('providers.test', { server: { kind: 'anthropic' } }));
    seen.push(await core.refusal('providers.keepKey', { kind: 'anthropic', key: `${SENTINEL_KEY} ${SENTINEL_KEY}` }));
    seen.push(await core.refusal('providers.keepKey', { kind: SENTINEL_KEY, key: SENTINEL_KEY }));
    seen.push(core.events, core.log, core.exportText());
    expect(JSON.stringify(seen)).not.toContain(SENTINEL_KEY);
    const files = readdirSync(core.dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.some(({ name }) => name === 'trailhead.db')).toBe(true);
    for (const { name, parentPath } of files) expect(readFileSync(join(parentPath, name)).includes(SENTINEL_KEY), name).toBe(false);
    expect(await core.ask('providers.get', {})).toMatchObject({ hasKey: { anthropic: true, local: false } });
  });

  it('can be replaced and removed', async () => {
    const core = await modelCore('anthropic');
    await core.ask('providers.keepKey', { kind: 'anthropic', key: 'another' });
    await core.say('Hello.');
    expect(core.api.received[0]?.headers['authorization']).toBe('Bearer another');
    expect(await core.ask('providers.removeKey', { kind: 'anthropic' })).toMatchObject({ hasKey: { anthropic: false } });
    expect(await core.ask('providers.removeKey', { kind: 'anthropic' })).toMatchObject({ hasKey: { anthropic: false } });
  });
});

describe('trying a server', () => {
  it('lists its models', async () => {
    const core = await modelCore();
    const trial = await core.ask('providers.test', { server: { kind: 'local', baseUrl: core.api.address } });
    expect(trial).toMatchObject({ outcome: 'reached', models: ['small-model', 'large-model'] });
  });

  it('says in clear words when nothing is there, and reaches nobody while connections are off', async () => {
    const core = await modelCore();
    const server = { kind: 'local', baseUrl: core.api.address } as const;
    await core.ask('providers.choose', { online: false });
    const before = core.api.connections();
    expect(await core.ask('providers.test', { server })).toMatchObject({ outcome: 'failed', reason: 'offline' });
    expect(core.api.connections()).toBe(before);
    await core.ask('providers.choose', { online: true });
    await core.api.close();
    expect(await core.ask('providers.test', { server })).toMatchObject({
      outcome: 'failed',
      reason: 'unreachable',
      message: expect.stringContaining('Start Ollama'),
    });
  });
});
