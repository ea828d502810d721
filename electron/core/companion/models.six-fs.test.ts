import { describe, expect, it } from 'vitest';
import { cutsAfter } from '../../../tests/support/fake-messages-api.ts';
import { type ModelCore, modelCore, replyTo, storedReply, createPlanner } from '../../../tests/support/model-core.ts';
import type { Message } from '../../../shared/entities/session.ts';

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
    const { id: partId } = await createPlanner(core);
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
    const { id: partId } = await createPlanner(core);
    const session = await begun(core, partId);
    await replyTo(core, 'It is a tight band around my head.');
    await core.ask('sessions.end', { sessionId: session.id });
    const { reply, session: next } = await core.ask('companion.say', { text: 'I want to go on with it.', mode: 'six_fs', partId });
    await core.replied(reply.id);
    const goneOn = await storedReply(core, { reply, session: next });
    expect(goneOn.metadata).toMatchObject({ provider: 'local', guide: { step: 'flesh_out', used: [] } });
    expect(goneOn.metadata.guide?.at).toBeUndefined();
    await replyTo(core, 'Enough for today.');
    expect(await core.ask('assessments.list', { partId })).toMatchObject([
      { by: 'agent', judgement: { type: 'six_fs', reached: 'focus' } },
    ]);
  });

  it('stand where they stood when the model’s words were cut off', async () => {
    const core = await modelCore();
    const { id: partId } = await createPlanner(core);
    await begun(core, partId);
    core.api.answers(cutsAfter('It sounds as '));
    expect(stepOf(await replyTo(core, 'It is a tight band around my head.'))).toEqual(['local', 'flesh_out']);
  });
});
