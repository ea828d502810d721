import { describe, expect, it } from 'vitest';
import { calls, fails } from '../../../../tests/support/fake-messages-api.ts';
import { type ModelCore, modelCore } from '../../../../tests/support/model-core.ts';

/** Says something in a session of its own, ends it and lets the background remember it. Answers what a server heard of that. */
async function remember(core: ModelCore, text: string): Promise<string[]> {
  const { session } = await core.say(text);
  await core.ask('sessions.end', { sessionId: session.id });
  const before = core.api.received.length;
  core.api.answers(calls([['remember', { themes: [{ theme: 'lighthouse', messages: [1] }] }]]));
  await core.ask('jobs.run', {});
  return core.api.received.slice(before).map((request) => request.text);
}

describe('the person’s model and what is remembered of a session that has ended', () => {
  it('hears nothing until the person wants it to remember, then once, and nothing again when they do not any more', async () => {
    const core = await modelCore();
    expect(await remember(core, 'The lighthouse was lit.')).toEqual([]);
    await core.ask('providers.choose', { rememberWithModel: true });
    const [asked, again] = await remember(core, 'The lighthouse went dark.');
    expect(asked).toContain('The lighthouse went dark.');
    expect(asked).not.toContain('The lighthouse was lit.');
    expect(again).toBeUndefined();
    const { themes } = (await core.ask('memory.get', {})).document;
    expect(themes.filter(({ by }) => by === 'model').map(({ text }) => text)).toEqual(['“lighthouse” came up several times.']);
    await core.ask('providers.choose', { rememberWithModel: false });
    expect(await remember(core, 'The lighthouse is lit again.')).toEqual([]);
  });

  it('is told of as missing in the line of the run when it did not answer, and what was found here is remembered', async () => {
    const core = await modelCore();
    await core.ask('providers.choose', { rememberWithModel: true });
    const { session } = await core.say('When my boss raises his voice I feel small, and I want to hide at work.');
    await core.ask('sessions.end', { sessionId: session.id });
    core.api.answers(fails(500));
    const { runs } = await core.ask('jobs.run', {});
    expect(runs).toMatchObject([{ job: 'drain_memory', outcome: 'done', effects: 1, problem: expect.any(String) }]);
    expect((await core.ask('jobs.list', {})).runs[0]).toEqual(runs[0]);
    expect((await core.ask('memory.get', {})).version).toBe(1);
  });

  it('hears nothing while connections are off, and nothing of a session that is private', async () => {
    const core = await modelCore();
    await core.ask('providers.choose', { rememberWithModel: true, online: false });
    expect(await remember(core, 'The lighthouse was lit.')).toEqual([]);
    await core.ask('providers.choose', { online: true });
    const { session } = await core.say('The lighthouse went dark.');
    await core.ask('privacy.set', { sessionId: session.id, private: true });
    expect(await remember(core, 'The lighthouse went dark again.')).toEqual([]);
  });
});
