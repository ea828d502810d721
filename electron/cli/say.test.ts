import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { value } from '../hosts/testing/fake-core.ts';
import { temporaryFolder, testCore } from '../../tests/support/test-core.ts';
import { hashDerivation } from '../../tests/support/unlocked-core.ts';
import { emptySafetyPlan } from '../../shared/entities/safety.ts';
import { MessageId } from '../../shared/ids.ts';
import { systemIds } from '../core/node-ports.ts';
import { createCoreWithProfile, ids, message, part, proposal, run, runOn, session } from './testing.ts';

const said = message(ids.said, 'user', 'my critic is loud');
const finished = message(ids.reply, 'assistant', 'It sounds as if a part speaks up.');

/** A core whose reply is finished before the call that began it has answered. */
const coreThatReplies = () => {
  const core = createCoreWithProfile();
  core.answer('proposals.list', () => value({ items: [proposal], nextCursor: null }));
  core.answer('companion.say', () => {
    const grew = { type: 'reply.grew', sessionId: ids.session, messageId: ids.reply } as const;
    core.emit({ ...grew, from: 0, text: 'It sounds ' });
    core.emit({ ...grew, from: 10, text: 'as if a ' });
    core.emit({ type: 'reply.finished', message: finished });
    return value({ session, message: said, reply: { ...finished, content: '', metadata: { delivery: 'streaming' } } });
  });
  return core;
};

describe('say', () => {
  it('answers the session, the message, the reply and what was noticed', async () => {
    const core = coreThatReplies();
    const { json } = await run(core, ['say', 'my critic is loud', '--json']);
    const { id, kind, name, role, quote, confidence, state } = proposal;
    expect(json()).toEqual({
      sessionId: ids.session,
      messageId: ids.said,
      reply: finished.content,
      proposals: [{ id, kind, name, role, quote, confidence, state }],
    });
    expect(core.calls.at(-1)).toMatchObject({ route: 'proposals.list', input: { messageId: ids.said } });
  });

  it('lets the reply grow word by word, and loses nothing of it', async () => {
    const { out, pieces } = await run(coreThatReplies(), ['say', 'hello']);
    expect(pieces.slice(0, 3)).toEqual(['It sounds ', 'as if a ', 'part speaks up.']);
    expect(out.startsWith(`${finished.content}\n`)).toBe(true);
  });

  it('prints nothing but the value with --json', async () => {
    const { pieces } = await run(coreThatReplies(), ['say', 'hello', '--json']);
    expect(pieces).toHaveLength(1);
  });

  const sayWith = async (args: string[]) => {
    const core = coreThatReplies();
    core.answer('parts.list', () => value({ items: [part, { ...part, id: ids.user, name: 'Alma' }], nextCursor: null }));
    const result = await run(core, ['say', 'hello', ...args]);
    return { ...result, input: core.calls.find(({ route }) => route === 'companion.say')?.input };
  };

  it('takes what the session is for, with whom, which session, and who speaks', async () => {
    expect((await sayWith(['--mode', 'six_fs', '--part', 'the critic'])).input).toEqual({
      text: 'hello',
      mode: 'six_fs',
      partId: ids.part,
    });
    expect((await sayWith(['--mode', 'visit', '--part', ids.part])).input).toEqual({ text: 'hello', mode: 'visit', partId: ids.part });
    expect((await sayWith(['--session', ids.session])).input).toEqual({ text: 'hello', sessionId: ids.session });
    expect((await sayWith(['--private', '--no-memory'])).input).toEqual({ text: 'hello', private: true, remembered: false });
    expect((await sayWith([])).input).toEqual({ text: 'hello' });
    expect((await sayWith(['--as', 'self'])).input).toEqual({ text: 'hello', speaker: { kind: 'self' } });
    expect((await sayWith(['--as', '@The Critic'])).input).toEqual({ text: 'hello', speaker: { kind: 'part', partId: ids.part } });
  });

  it.each([
    [['--mode', 'dancing'], 2, /choices/u],
    [['--part', 'the critic'], 2, /--mode/u],
    [['--session', 'yesterday'], 2, /not an id/u],
    [['--mode', 'letter', '--part', 'Nobody'], 1, /no part of that name/u],
    [['--as', 'Nobody'], 1, /no part of that name/u],
  ])('says what is wrong with %j, and says nothing to the companion', async (args, status, sentence) => {
    const result = await sayWith(args);
    expect(result.status).toBe(status);
    expect(result.notes).toMatch(sentence);
    expect(result.input).toBeUndefined();
  });

  it('fails when the reply was interrupted, after printing what came', async () => {
    const core = coreThatReplies();
    core.answer('companion.say', () => {
      core.emit({ type: 'reply.finished', message: { ...finished, content: 'It so', metadata: { delivery: 'interrupted' } } });
      return value({ session, message: said, reply: { ...finished, content: '' } });
    });
    expect(await run(core, ['say', 'hello'])).toMatchObject({ status: 1, out: expect.stringContaining('It so') });
  });

  it('goes on with the guide where a model broke off', async () => {
    const core = coreThatReplies();
    const broken = { ...finished, content: 'It so', metadata: { delivery: 'interrupted', brokeOff: 'cut_off' } } as const;
    const next = message(MessageId.parse(systemIds.next()), 'assistant', 'The line was cut.');
    core.answer('companion.say', () => {
      core.emit({ type: 'reply.finished', message: broken });
      core.emit({ type: 'reply.grew', sessionId: ids.session, messageId: next.id, from: 0, text: 'The line ' });
      core.emit({ type: 'reply.finished', message: next });
      return value({ session, message: said, reply: { ...finished, content: '' } });
    });
    expect(await run(core, ['say', 'hello'])).toMatchObject({ status: 0, out: expect.stringContaining('It so …\n\nThe line was cut.') });
    const { json } = await run(core, ['say', 'hello', '--json']);
    expect(json()).toMatchObject({ reply: 'It so …\n\nThe line was cut.' });
  });

  it('ends when the profile is locked under it', async () => {
    const core = coreThatReplies();
    core.answer('companion.say', () => {
      core.emit({ type: 'lock.changed', lock: { state: 'locked' } });
      return value({ session, message: said, reply: { ...finished, content: '' } });
    });
    expect(await run(core, ['say', 'hello'])).toMatchObject({ status: 1, notes: expect.stringContaining('locked') });
  });

  it('takes a text that begins with a dash after --', async () => {
    const core = coreThatReplies();
    await run(core, ['say', '--', '-- so tired --']);
    expect(core.calls.find(({ route }) => route === 'companion.say')?.input).toEqual({ text: '-- so tired --' });
  });
});

describe('say, when somebody may be in danger', () => {
  it('shows numbers, people and the plan below the question, and with --json nothing but the reply', async () => {
    const dataDir = temporaryFolder();
    const open = async () => testCore({ dataDir, keyDerivation: hashDerivation, ids: systemIds });
    await runOn(open, ['profile', 'create', '--name', 'Mine', '--data-dir', dataDir]);
    const core = await open();
    const [profile] = (await core.ask('profiles.list', {})).profiles;
    if (!profile) throw new Error('There is no profile.');
    await core.ask('profiles.unlock', { profileId: profile.id, secret: { kind: 'passphrase', passphrase: 'correct horse' } });
    await core.ask('settings.update', { country: 'IE' });
    await core.ask('safety.addContact', { name: 'Maren', phone: '020 7946 0958' });
    await core.ask('safety.savePlan', { ...emptySafetyPlan, whatHelpsAlone: 'Shoes on\u001b[2J, to the canal.' });
    await core.stop();

    const { out, status } = await runOn(open, ['say', 'I want to kill myself tonight.', '--data-dir', dataDir]);
    expect(status).toBe(0);
    for (const words of ['not a therapist', 'call 112', 'compared on 20', 'Maren: 020 7946 0958', 'Shoes on\uFFFD[2J, to the canal.'])
      expect(out).toContain(words);
    const { out: json } = await runOn(open, ['say', 'I want to kill myself tonight.', '--json', '--data-dir', dataDir]);
    expect(Object.keys(z.looseObject({}).parse(JSON.parse(json)))).toEqual(['sessionId', 'messageId', 'reply', 'proposals']);
    expect(json).not.toContain('Maren');

    // Numbers, people and plan come with the answers to what is said next, until the person says that it is over.
    const { out: next } = await runOn(open, ['say', 'who can I call', '--data-dir', dataDir]);
    for (const words of ['call 112', 'Samaritans', 'Maren: 020 7946 0958', 'trailhead all-right']) expect(next).toContain(words);
    const { out: nextJson } = await runOn(open, ['say', 'who can I call', '--json', '--data-dir', dataDir]);
    expect(nextJson).toContain('116 123');
    expect((await runOn(open, ['all-right', '--data-dir', dataDir])).out).toContain('is over');
    expect((await runOn(open, ['all-right', '--data-dir', dataDir])).out).toContain('nothing open');
    expect((await runOn(open, ['say', 'I planted beans.', '--data-dir', dataDir])).out).not.toContain('Maren');
  });
});
