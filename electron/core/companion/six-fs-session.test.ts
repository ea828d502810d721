import { describe, expect, it } from 'vitest';
import { begun, lastOf, moved, newest, partOf, told } from '../../../tests/support/guided.ts';
import { type TestCore, testCore, testIds } from '../../../tests/support/test-core.ts';
import { hashDerivation, onePart, passphrase, unlockedCore } from '../../../tests/support/unlocked-core.ts';

describe('the six Fs in a session', () => {
  const answers = ['A band around my head', 'Like a clerk with cold hands', 'Curious', 'It wants nothing to go wrong'];

  it('are gone on with after a restart, from what is stored alone', async () => {
    const core = await unlockedCore();
    await begun(core, 'six_fs', await partOf(core));
    for (const text of answers.slice(0, 2)) await told(core, { text });
    await core.stop();
    const after = testCore({ dataDir: core.dataDir, keyDerivation: hashDerivation, ids: testIds(9000), clock: core.clock });
    await after.ask('profiles.unlock', { profileId: core.profile.id, secret: { kind: 'passphrase', passphrase } });
    expect((await told(after, { text: 'Curious' })).metadata.guide).toMatchObject({ step: 'befriend' });
    await after.stop();
  });

  it('left in one session are offered in the next, with the part’s name and the place', async () => {
    const core = await unlockedCore();
    const partId = await partOf(core);
    await begun(core, 'six_fs', partId);
    for (const text of answers) await told(core, { text });
    const left = await moved(core, { kind: 'leave' });
    expect(left.metadata.guide).toMatchObject({ step: 'fear', at: 'left' });
    expect(await core.ask('sessions.active', {})).toMatchObject({ mode: 'write' });
    await core.ask('sessions.end', { sessionId: left.sessionId });

    const opened = await begun(core, 'six_fs', partId);
    expect(opened.content).toMatch(/The Planner.*what it fears.*\?/u);
    expect((await told(core, { text: 'yes' })).metadata.guide).toMatchObject({ step: 'fear' });
    const end = await told(core, { text: 'That we are sent away' });
    expect(end.metadata.guide).toMatchObject({ step: 'close' });
    expect(end.content).toContain('“That we are sent away”');
  });

  it('keep no copy of the person’s words: what was learned is where it was said', async () => {
    const core = await unlockedCore();
    await begun(core, 'six_fs', await partOf(core));
    const { message, reply } = await core.ask('companion.say', { text: 'A band around my head' });
    await core.replied(reply.id);
    const { guide } = (await newest(core, reply.sessionId)).metadata;
    expect(guide?.learned).toEqual({ focus: message.id });
    expect(JSON.stringify(guide)).not.toContain('band');
  });

  it('note how far they led when they end or are left: the companion’s own judgement, once, which can be undone', async () => {
    const core = await unlockedCore();
    const partId = await partOf(core);
    await begun(core, 'six_fs', partId);
    for (const text of answers.slice(0, 2)) await told(core, { text });
    expect(await core.ask('assessments.list', { partId })).toEqual([]);
    await moved(core, { kind: 'leave' });
    await expect
      .poll(() => core.ask('assessments.list', { partId }))
      .toMatchObject([{ by: 'agent', judgement: { type: 'six_fs', reached: 'flesh_out' } }]);
    await begun(core, 'six_fs', partId);
    await moved(core, { kind: 'leave' });
    expect(await core.ask('assessments.list', { partId })).toHaveLength(1);
    const action = await lastOf(core, 'record_assessment');
    expect(action).toMatchObject({ actor: 'agent', undoable: true });
    await core.ask('actions.undo', { actionId: action.id });
    expect(await core.ask('assessments.list', { partId })).toEqual([]);
  });

  it('never make or change a part by themselves', async () => {
    const core = await unlockedCore();
    const partId = await partOf(core);
    const before = await core.ask('parts.get', { partId });
    await begun(core, 'six_fs', partId);
    for (const text of [...answers, 'That we are sent away', 'thank you']) await told(core, { text });
    const { updatedAt: _now, ...after } = await core.ask('parts.get', { partId });
    expect(before).toMatchObject(after);
    expect((await core.ask('parts.list', {})).items).toHaveLength(1);
  });

  const offered = async (core: TestCore) => (await core.ask('proposals.list', {})).items;

  it('offer a part that was met without a name at their end, under the words it was found in, and make none', async () => {
    const core = await unlockedCore();
    await begun(core, 'six_fs');
    const { message, reply } = await core.ask('companion.say', { text: 'The weatherman' });
    await core.replied(reply.id);
    for (const text of answers) await told(core, { text });
    expect(await offered(core)).toEqual([]);
    const end = await told(core, { text: 'That we are sent away' });
    expect(end.content).toMatch(/suggestion.*“The weatherman”|“The weatherman”.*suggestion/u);
    await expect
      .poll(() => offered(core))
      .toMatchObject([{ name: 'The Weatherman', quote: 'The weatherman', messageId: message.id, state: 'open' }]);
    const [proposal] = await offered(core);
    const { items } = await core.ask('messages.list', { sessionId: end.sessionId });
    expect(items.find(({ id }) => id === message.id)?.metadata.marks).toEqual([
      { start: 0, end: 14, role: proposal?.role, proposalId: proposal?.id },
    ]);
    expect((await core.ask('parts.list', {})).items).toEqual([]);
    const action = await lastOf(core, 'propose_part');
    expect(action).toMatchObject({ actor: 'agent', undoable: true });
    // Said no to, it is not offered again for the same words, nor spoken of.
    await core.ask('proposals.decline', { proposalId: proposal?.id ?? '' });
    await told(core, { text: 'another part' });
    for (const text of ['The weatherman', ...answers]) await told(core, { text });
    expect((await told(core, { text: 'That we are sent away' })).content).not.toContain('suggestion');
    expect(await offered(core)).toHaveLength(1);
  });

  it('offer nothing twice: what was noticed on the way stands there already, and what became a part is called by its name', async () => {
    const core = await unlockedCore();
    await begun(core, 'six_fs');
    await told(core, { text: onePart });
    const [proposal] = await offered(core);
    await core.ask('proposals.accept', { proposalId: proposal?.id ?? '', name: 'Twice' });
    expect((await told(core, { text: 'A band around my head' })).content).toContain('Twice');
    for (const text of [...answers.slice(1), 'That we are sent away']) await told(core, { text });
    expect(await offered(core)).toHaveLength(1);
  });

  it('begin anew when they are chosen again at their end, and not before', async () => {
    const core = await unlockedCore();
    const partId = await partOf(core);
    await begun(core, 'six_fs', partId);
    expect((await core.ask('sessions.setMode', { mode: 'six_fs' })).reply).toBeNull();
    await moved(core, { kind: 'go_to', step: 'close' });
    expect((await begun(core, 'six_fs')).metadata.guide).toMatchObject({ step: 'focus', partId });
    await moved(core, { kind: 'go_to', step: 'close' });
    expect((await moved(core, { kind: 'begin' })).metadata.guide).toMatchObject({ step: 'focus', partId });
  });

  it('say when they were through that nothing stays open, and offer nothing to take up', async () => {
    const core = await unlockedCore();
    const partId = await partOf(core);
    await begun(core, 'six_fs', partId);
    await moved(core, { kind: 'go_to', step: 'close' });
    expect((await moved(core, { kind: 'leave' })).content).not.toMatch(
      /taken up again|marked for another time|keep the place|go on from here/u,
    );
    expect((await begun(core, 'six_fs', partId)).metadata.guide).toMatchObject({ step: 'focus' });
  });

  it('skip and go where they are told to', async () => {
    const core = await unlockedCore();
    await begun(core, 'six_fs');
    expect((await moved(core, { kind: 'skip' })).metadata.guide).toMatchObject({ step: 'focus' });
    expect((await moved(core, { kind: 'go_to', step: 'fear' })).metadata.guide).toMatchObject({ step: 'fear' });
    expect((await told(core, { text: 'go back to focus' })).metadata.guide).toMatchObject({ step: 'focus' });
  });
});
