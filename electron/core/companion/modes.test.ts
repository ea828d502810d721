import { describe, expect, it } from 'vitest';
import { readableCore, storedIn } from '../../../tests/support/exported.ts';
import { begun, lastOf, moved, newest, partOf, told } from '../../../tests/support/guided.ts';
import { onePart, unlockedCore } from '../../../tests/support/unlocked-core.ts';
import { PartId } from '../../../shared/ids.ts';

const nobody = PartId.parse('01900000-0000-7000-8000-ffffffffffff');

describe('a mode', () => {
  it('begins a session that has none, and opens it with a sentence of the companion’s', async () => {
    const core = await unlockedCore();
    const partId = await partOf(core);
    const { session, reply } = await core.ask('sessions.setMode', { mode: 'six_fs', partId });
    expect(session).toMatchObject({ mode: 'six_fs', partId, status: 'active' });
    expect(reply).toMatchObject({ role: 'assistant', metadata: { delivery: 'streaming' } });
    await core.replied(reply?.id ?? '');
    expect(await newest(core, session.id)).toMatchObject({
      content: expect.stringContaining('?'),
      metadata: { guide: { step: 'focus', partId } },
    });
  });

  it('chosen again changes nothing and says nothing', async () => {
    const core = await unlockedCore();
    await begun(core, 'six_fs');
    const before = (await core.ask('actions.list', {})).items.length;
    expect((await core.ask('sessions.setMode', { mode: 'six_fs' })).reply).toBeNull();
    expect((await core.ask('actions.list', {})).items).toHaveLength(before);
  });

  it('can be taken back, like every change of what a session is for', async () => {
    const core = await unlockedCore();
    const partId = await partOf(core);
    await core.say('Hello there.');
    await begun(core, 'visit', partId);
    const action = await lastOf(core, 'set_session_mode');
    await core.ask('actions.undo', { actionId: action.id });
    expect(await core.ask('sessions.active', {})).toMatchObject({ mode: 'write', partId: null });
  });

  it('changed twice is taken back step by step, or both at once from the older one', async () => {
    const core = await unlockedCore();
    const partId = await partOf(core);
    await begun(core, 'visit', partId);
    await core.ask('sessions.setMode', { mode: 'write' });
    const [later, older] = (await core.ask('actions.list', {})).items.filter(({ actionType }) => actionType === 'set_session_mode');
    if (!later || !older) throw new Error('The mode was not changed twice.');
    expect((await core.refusal('actions.undo', { actionId: older.id })).conflict?.laterActions).toMatchObject([{ id: later.id }]);
    await core.ask('actions.undo', { actionId: later.id });
    expect(await core.ask('sessions.active', {})).toMatchObject({ mode: 'visit', partId });
    await core.ask('actions.redo', { actionIds: [later.id] });
    await core.ask('actions.undo', { actionId: older.id, withLater: true });
    expect(await core.ask('sessions.active', {})).toMatchObject({ mode: 'write', partId: null });
  });

  it('that needs a part is refused without one, an unknown part is not found, and nothing is begun', async () => {
    const core = await unlockedCore();
    for (const mode of ['letter', 'visit']) {
      expect((await core.refusal('sessions.setMode', { mode })).code).toBe('INVALID_INPUT');
      expect((await core.refusal('companion.say', { text: 'Hello', mode })).code).toBe('INVALID_INPUT');
    }
    expect((await core.refusal('sessions.setMode', { mode: 'six_fs', partId: nobody })).code).toBe('NOT_FOUND');
    expect((await core.refusal('companion.say', { text: 'Hello', mode: 'letter', partId: nobody })).code).toBe('NOT_FOUND');
    expect((await core.refusal('companion.say', { text: 'Hello', partId: nobody })).code).toBe('INVALID_INPUT');
    expect((await core.ask('sessions.list', {})).items).toEqual([]);
  });

  it('of an ended session stays', async () => {
    const core = await unlockedCore();
    const { session } = await core.say('Hello there.');
    await core.ask('sessions.end', { sessionId: session.id });
    for (const mode of ['write', 'six_fs'])
      expect((await core.refusal('sessions.setMode', { sessionId: session.id, mode })).code).toBe('CONFLICT');
    expect((await core.refusal('companion.move', { move: { kind: 'skip' } })).code).toBe('NOT_FOUND');
  });

  it('has only the moves that belong to it', async () => {
    const core = await unlockedCore();
    await core.say('Hello there.');
    for (const move of [{ kind: 'skip' }, { kind: 'leave' }, { kind: 'begin' }, { kind: 'finish_letter' }, { kind: 'go_to', step: 'fear' }])
      expect((await core.refusal('companion.move', { move })).code).toBe('CONFLICT');
    expect((await core.refusal('companion.move', { move: { kind: 'go_to', step: 'unblend' } })).code).toBe('INVALID_INPUT');
  });
});

describe('a dialogue', () => {
  it('keeps each line as its speaker’s, by the name the part had then, and looks for nobody in a part’s own line', async () => {
    const core = await unlockedCore();
    const partId = await partOf(core);
    const asPart = await core.ask('companion.say', { text: onePart, speaker: { kind: 'part', partId } });
    await core.replied(asPart.reply.id);
    expect(asPart.session.mode).toBe('dialogue');
    expect(asPart.message.metadata).toMatchObject({ speaker: { kind: 'part', partId, name: 'The Planner' } });
    expect(asPart.message.metadata.marks).toBeUndefined();
    await core.ask('parts.update', { partId, name: 'The Keeper' });
    const asSelf = await core.ask('companion.say', { text: onePart });
    await core.replied(asSelf.reply.id);
    expect(asSelf.message.metadata).toMatchObject({ speaker: { kind: 'self' }, marks: [{}] });
    const { items } = await core.ask('messages.list', { sessionId: asSelf.session.id });
    expect(items[0]?.metadata.speaker).toEqual({ kind: 'part', partId, name: 'The Planner' });
    expect(items.filter(({ role }) => role === 'assistant').every(({ metadata }) => metadata.speaker === undefined)).toBe(true);
  });

  it('refuses a speaker nobody knows, and speakers outside of it', async () => {
    const core = await unlockedCore();
    expect((await core.refusal('companion.say', { text: 'Hello', speaker: { kind: 'part', partId: nobody } })).code).toBe('NOT_FOUND');
    expect((await core.refusal('companion.say', { text: 'Hello', mode: 'write', speaker: { kind: 'self' } })).code).toBe('INVALID_INPUT');
    expect((await core.ask('sessions.list', {})).items).toEqual([]);
  });
});

describe('a letter', () => {
  const lettersIn = (core: Parameters<typeof storedIn>[0]) => storedIn(core).notes;

  it('is kept when it is said to be finished: the person’s lines since it began, and nothing else', async () => {
    const core = await readableCore();
    const partId = await partOf(core);
    const { session } = await core.say('Before the letter.');
    await begun(core, 'letter', partId);
    for (const text of ['Dear Planner,\n\nI saw you today.', 'You may rest.', 'That’s the letter']) await told(core, { text });
    expect(lettersIn(core)).toMatchObject([
      {
        kind: 'letter',
        partId,
        sessionId: session.id,
        title: 'Letter to The Planner',
        content: 'Dear Planner,\n\nI saw you today.\n\nYou may rest.',
      },
    ]);
    // What comes next is no letter, until another one is begun.
    expect(await told(core, { text: 'That felt good.' })).toMatchObject({ metadata: { guide: { mode: 'write' } } });
    await begun(core, 'letter', partId);
    await told(core, { text: 'And another thing.' });
    await moved(core, { kind: 'finish_letter' });
    expect(lettersIn(core).map(({ content }) => content)).toEqual(expect.arrayContaining(['And another thing.']));
    expect(lettersIn(core)).toHaveLength(2);
  });

  it('is not interrupted by what was noticed in it: that is said once it is kept, if there is anything to decide', async () => {
    const core = await unlockedCore();
    const explained = /suggestion/u;
    const partId = await partOf(core);
    await begun(core, 'letter', partId);
    expect((await told(core, { text: `Dear Planner, ${onePart}` })).content).not.toMatch(explained);
    expect((await moved(core, { kind: 'finish_letter' })).content).toMatch(explained);
    await begun(core, 'letter', partId);
    await told(core, { text: 'Dear Planner, a part of me feels lost.' });
    for (const { id, state } of (await core.ask('proposals.list', {})).items)
      if (state === 'open') await core.ask('proposals.decline', { proposalId: id });
    expect((await told(core, { text: 'That’s the letter' })).content).not.toMatch(explained);
  });

  it('offers nobody the part it is written to: that one is spoken to, and does not speak', async () => {
    const core = await unlockedCore();
    await begun(core, 'letter', await partOf(core));
    await told(core, { text: 'Dear Planner, the part of me that plans may rest. There is a part of me that feels lost.' });
    const offered = (await core.ask('proposals.list', {})).items.map(({ name }) => name);
    expect(offered).not.toContain('The Planner');
    expect(offered).toHaveLength(1);
  });

  it('to a part in pain is kept and said to be kept while exiles rest', async () => {
    const core = await unlockedCore();
    await begun(core, 'letter', await partOf(core, 'The Small One', 'exile'));
    await told(core, { text: 'Dear small one, you may rest.' });
    await core.say('I want to kill myself tonight.');
    expect((await told(core, { text: 'That’s the letter' })).content).toContain('The Small One');
    expect((await core.ask('notes.list', {})).items).toHaveLength(1);
  });

  it('can be undone, and an empty one is not kept', async () => {
    const core = await readableCore();
    await begun(core, 'letter', await partOf(core));
    expect((await moved(core, { kind: 'finish_letter' })).metadata.guide?.at).toBeUndefined();
    expect(lettersIn(core)).toEqual([]);
    await told(core, { text: 'You may rest.' });
    await moved(core, { kind: 'finish_letter' });
    const action = await lastOf(core, 'create_note');
    expect(action).toMatchObject({ actor: 'user', undoable: true });
    await core.ask('actions.undo', { actionId: action.id });
    expect(lettersIn(core)).toEqual([]);
  });
});

describe('how somebody wants to be listened to', () => {
  it('holds for the session, whatever it is for meanwhile, and not for the next one', async () => {
    const core = await unlockedCore();
    await told(core, { text: 'Please stop quoting me' });
    await begun(core, 'visit', await partOf(core));
    for (const text of ['I wanted to see it again.', 'It needed some rest.', 'I felt near to it.', 'It wants to go on.'])
      expect((await told(core, { text })).content).not.toContain('“');
    await core.ask('sessions.setMode', { mode: 'write' });
    const last = await told(core, { text: onePart });
    expect(last.content).not.toContain('“');
    expect(last.metadata.guide?.wishes).toEqual(['no_quotes']);
    await core.ask('sessions.end', { sessionId: last.sessionId });
    expect((await told(core, { text: onePart })).content).toContain('“');
  });
});
