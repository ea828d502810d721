import { describe, expect, it } from 'vitest';
import { readableCore, storedIn } from '../../../tests/support/exported.ts';
import { testCore, testIds } from '../../../tests/support/test-core.ts';
import { type UnlockedCore, hashDerivation, onePart, passphrase, unlockedCore } from '../../../tests/support/unlocked-core.ts';
import type { RouteInput } from '../../../shared/contracts/index.ts';
import type { GuideMove } from '../../../shared/entities/guide.ts';
import type { PartRole } from '../../../shared/entities/part.ts';
import type { Message, SessionMode } from '../../../shared/entities/session.ts';
import { PartId, type SessionId } from '../../../shared/ids.ts';
import type { TestCore } from '../../../tests/support/test-core.ts';
import { introductions } from './guide/words/introductions.ts';
import { INTRODUCED_EVERY_MS, useIn } from './introduction.ts';

const MINUTE = 60_000;
const nobody = PartId.parse('01900000-0000-7000-8000-ffffffffffff');

const partOf = async (core: TestCore, name = 'The Planner', role: PartRole = 'manager') =>
  (await core.ask('parts.create', { name, attributes: { role } })).id;
const newest = async (core: TestCore, sessionId: SessionId): Promise<Message> => {
  const { items } = await core.ask('messages.list', { sessionId });
  const message = items.at(-1);
  if (!message) throw new Error('Nothing was said.');
  return message;
};
const told = async (core: TestCore, input: RouteInput<'companion.say'>): Promise<Message> => {
  const { reply } = await core.ask('companion.say', input);
  await core.replied(reply.id);
  return newest(core, reply.sessionId);
};
const begun = async (core: TestCore, mode: SessionMode, partId?: PartId): Promise<Message> => {
  const { reply } = await core.ask('sessions.setMode', { mode, ...(partId && { partId }) });
  if (!reply) throw new Error('It was not opened.');
  await core.replied(reply.id);
  return newest(core, reply.sessionId);
};
const moved = async (core: TestCore, move: GuideMove): Promise<Message> => {
  const { reply } = await core.ask('companion.move', { move });
  await core.replied(reply.id);
  return newest(core, reply.sessionId);
};

const lastOf = async (core: TestCore, actionType: string) => {
  const action = (await core.ask('actions.list', {})).items.find((one) => one.actionType === actionType);
  if (!action) throw new Error(`There is no ${actionType}.`);
  return action;
};

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

describe('the introduction as software', () => {
  const isIntroduced = ({ content }: Message) => introductions.some(({ text }) => content.startsWith(text));
  const written = async (core: UnlockedCore, text: string) => told(core, { text });

  it('stands before the first reply there is, in one sentence, and not before the next ones', async () => {
    const core = await unlockedCore();
    const first = await written(core, 'Hello there.');
    expect(first.metadata.introduced).toBe('introduction.0');
    expect(isIntroduced(first)).toBe(true);
    for (let at = 0; at < 5; at += 1) expect(isIntroduced(await written(core, `More ${at}.`))).toBe(false);
    await core.ask('sessions.end', { sessionId: first.sessionId });
    expect(isIntroduced(await written(core, 'A new session.'))).toBe(false);
  });

  it('comes again after three hours of use, in other words, and breaks do not count', async () => {
    const core = await unlockedCore();
    const introduced: number[] = [];
    const seen = new Set<string>();
    let used = 0;
    for (let at = 0; used <= 7 * 3_600_000; at += 1) {
      const reply = await written(core, `Note ${at}.`);
      if (reply.metadata.introduced) {
        introduced.push(used);
        seen.add(reply.metadata.introduced);
      }
      const isBreak = at % 7 === 6;
      core.clock.advance(isBreak ? 45 * MINUTE : 20 * MINUTE);
      if (!isBreak) used += 20 * MINUTE;
    }
    expect(introduced).toEqual([0, INTRODUCED_EVERY_MS, 2 * INTRODUCED_EVERY_MS]);
    expect(seen.size).toBe(3);
  });

  it('counts the time between messages, without breaks and without what a clock set back takes away', () => {
    expect(useIn([])).toBe(0);
    expect(useIn([0, 10 * MINUTE, 39 * MINUTE])).toBe(39 * MINUTE);
    expect(useIn([0, 30 * MINUTE, 31 * MINUTE])).toBe(MINUTE);
    expect(useIn([50 * MINUTE, 0, MINUTE])).toBe(MINUTE);
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
