import { describe, expect, it } from 'vitest';
import { calls, says, toolAnswers } from '../../../../tests/support/fake-messages-api.ts';
import { type ModelCore, modelCore } from '../../../../tests/support/model-core.ts';
import type { Part } from '../../../../shared/entities/part.ts';
import { tools } from './tools.ts';

/** A session in which the person has said something, with two parts there are. */
async function atWork() {
  const core = await modelCore();
  const { message, session } = await core.say('My planner and my sleeper never agree, and my jaw is tight.');
  const [planner, sleeper] = await Promise.all(
    ['The Planner', 'The Sleeper'].map((name) => core.ask('parts.create', { name, attributes: { role: 'manager' } })),
  );
  if (!planner || !sleeper) throw new Error('There are no parts.');
  return { core, message, session, planner, sleeper, use: (...uses: [string, unknown][]) => use(core, uses) };
}

/** Lets the model call these tools in one reply, one step after the other with a good call between, and answers what it was told. */
async function use(core: ModelCore, uses: [string, unknown][]) {
  const before = core.api.received.length;
  core.api.answers(...uses.flatMap((one) => [calls([one]), calls([['search_parts', {}]])]), says('Done.'));
  await core.say('Go on.');
  const told = core.api.received.slice(before + 1).map((request) => toolAnswers(request)[0]);
  return told
    .filter((_answer, at) => at % 2 === 0)
    .map((answer) => ({ failed: answer?.isError ?? true, data: dataIn(answer?.content ?? '') }));
}

const dataIn = (content: string): unknown => {
  const value: unknown = JSON.parse(content);
  return typeof value === 'object' && value !== null && 'data' in value ? value.data : value;
};
const newestAction = async (core: ModelCore, actionType: string) => (await core.ask('actions.list', { actionType, limit: 1 })).items[0];
const partNow = (core: ModelCore, { id }: Part) => core.ask('parts.get', { partId: id });

describe('the tools of the companion', () => {
  it('are these, each with a strict schema; what is not built has none', () => {
    expect(tools.map(({ description }) => description.name)).toEqual([
      ...['search_conversations', 'search_parts', 'get_part', 'list_recent_actions', 'get_memory', 'propose_part', 'propose_relationship'],
      ...['add_evidence', 'update_part', 'record_assessment', 'write_note', 'undo_action'],
    ]);
    for (const { description } of tools) {
      expect(description.input_schema, description.name).toMatchObject({ type: 'object', additionalProperties: false });
      expect(JSON.stringify(description)).not.toMatch(/userId|actor/u);
    }
  });

  it('propose a part, which creates nothing; the words are marked, and are not offered twice or against a no', async () => {
    const { core, message, use: run } = await atWork();
    const offer = { messageId: message.id, name: 'The Jaw', role: 'manager', quote: 'my jaw is tight', confidence: 0.6 };
    const before = (await core.ask('parts.list', {})).items.length;
    const [first, again] = await run(['propose_part', offer], ['propose_part', offer]);
    expect([first?.failed, again?.failed]).toEqual([false, true]);
    expect((await core.ask('parts.list', {})).items).toHaveLength(before);
    const proposal = (await core.ask('proposals.list', { messageId: message.id })).items.find(({ name }) => name === 'The Jaw');
    expect(proposal).toMatchObject({ state: 'open', quote: 'my jaw is tight', kind: 'part' });
    const { items } = await core.ask('messages.list', { sessionId: message.sessionId });
    const mark = items.find(({ id }) => id === message.id)?.metadata.marks?.find(({ proposalId }) => proposalId === proposal?.id);
    expect(message.content.slice(mark?.start, mark?.end)).toBe('my jaw is tight');
    if (proposal) await core.ask('proposals.decline', { proposalId: proposal.id });
    const [declined] = await run(['propose_part', offer]);
    expect(declined).toMatchObject({ failed: true, data: { error: expect.stringContaining('said no') } });
  });

  it('offer nothing for words that the person said no to, also when what was declined is forgotten since', async () => {
    const { core, message, use: run } = await atWork();
    const offer = { name: 'The Jaw', role: 'manager', quote: 'my jaw is tight', confidence: 0.6 };
    await run(['propose_part', { messageId: message.id, ...offer }]);
    const proposal = (await core.ask('proposals.list', { messageId: message.id })).items.find(({ name }) => name === 'The Jaw');
    if (!proposal) throw new Error('Nothing was offered.');
    await core.ask('proposals.decline', { proposalId: proposal.id });
    await core.ask('forgetting.forget', { target: { kind: 'message', messageId: message.id } });
    const again = await core.say('Again my jaw is tight.');
    const [refused] = await run(['propose_part', { messageId: again.message.id, ...offer }]);
    expect(refused).toMatchObject({ failed: true, data: { error: expect.stringContaining('said no') } });
  });

  it('propose a relationship, which the person accepts', async () => {
    const { core, message, planner, sleeper, use: run } = await atWork();
    const offer = { messageId: message.id, fromPartId: planner.id, toPartId: sleeper.id, type: 'polarized', level: 6 };
    const [done] = await run(['propose_relationship', { ...offer, quote: 'never agree', confidence: 0.6 }]);
    expect(done?.failed).toBe(false);
    expect(await core.ask('relationships.list', {})).toEqual([]);
    const proposal = (await core.ask('proposals.list', { messageId: message.id })).items.find(({ kind }) => kind === 'relationship');
    if (!proposal) throw new Error('Nothing was offered.');
    await core.ask('proposals.accept', { proposalId: proposal.id });
    expect(await core.ask('relationships.list', {})).toMatchObject([{ type: 'polarized', level: 6 }]);
  });

  it('add evidence only in words that stand, as quoted, in a message of the person’s own', async () => {
    const { core, message, session, planner, use: run } = await atWork();
    const { items } = await core.ask('messages.list', { sessionId: session.id });
    const reply = items.find(({ role }) => role === 'assistant');
    const evidence = { partId: planner.id, messageId: message.id, kind: 'body' };
    const results = await run(
      ['add_evidence', { ...evidence, quote: 'my jaw is tight' }],
      ['add_evidence', { ...evidence, quote: 'My jaw is tight' }],
      ['add_evidence', { ...evidence, messageId: reply?.id, quote: 'Hello' }],
    );
    expect(results.map(({ failed }) => failed)).toEqual([false, true, true]);
    expect(await partNow(core, planner)).toMatchObject({
      evidenceCount: 1,
      recentEvidence: [{ quote: 'my jaw is tight', messageId: message.id }],
    });
  });

  it('change a part, judge it and write a note: as the companion, in this session, each to be taken back', async () => {
    const { core, planner, session, use: run } = await atWork();
    const results = await run(
      ['update_part', { partId: planner.id, story: 'It began in spring.', attributes: { fears: ['rest'] } }],
      ['record_assessment', { partId: planner.id, judgement: { type: 'six_fs', reached: 'focus' }, note: 'It was met.' }],
      ['write_note', { title: 'Ask again', content: 'About spring.', partId: planner.id }],
    );
    expect(results.map(({ failed }) => failed)).toEqual([false, false, false]);
    expect(await partNow(core, planner)).toMatchObject({ story: 'It began in spring.', attributes: { role: 'manager', fears: ['rest'] } });
    expect(await core.ask('assessments.list', { partId: planner.id })).toMatchObject([{ by: 'agent', note: 'It was met.' }]);
    expect((await core.ask('notes.list', {})).items).toMatchObject([{ title: 'Ask again', partId: planner.id, sessionId: session.id }]);
    for (const actionType of ['update_part', 'record_assessment', 'create_note'])
      expect(await newestAction(core, actionType), actionType).toMatchObject({ actor: 'agent', sessionId: session.id, undoable: true });
    await core.ask('actions.undoSession', { sessionId: session.id });
    expect(await partNow(core, planner)).toMatchObject({ story: '', attributes: { role: 'manager' } });
    expect((await core.ask('notes.list', {})).items).toEqual([]);
  });

  it('undo what the companion did in this session and nothing else', async () => {
    const { core, planner, session, use: run } = await atWork();
    const mine = await newestAction(core, 'create_part');
    await run(['update_part', { partId: planner.id, story: 'It began in spring.' }]);
    const theirs = await newestAction(core, 'update_part');
    const [notYours, undone] = await run(['undo_action', { actionId: mine?.id }], ['undo_action', { actionId: theirs?.id }]);
    expect([notYours?.failed, undone?.failed]).toEqual([true, false]);
    expect(await partNow(core, planner)).toMatchObject({ story: '' });

    await run(['update_part', { partId: planner.id, story: 'Another time.' }]);
    const earlier = await newestAction(core, 'update_part');
    await core.ask('sessions.end', { sessionId: session.id });
    const [elsewhere, recent] = await run(['undo_action', { actionId: earlier?.id }], ['list_recent_actions', {}]);
    expect([elsewhere?.failed, recent?.data]).toEqual([true, []]);
  });

  it('find what was said, whatever its letter case, and tell who said it', async () => {
    const { message, use: run } = await atWork();
    const [found, operators] = await run(
      ['search_conversations', { words: 'JAW tight' }],
      ['search_conversations', { words: '" OR NEAR(' }],
    );
    expect(found?.data).toMatchObject([{ messageId: message.id, by: 'person' }]);
    expect(operators?.failed).toBe(false);
  });
});

describe('what a reply says it changed', () => {
  it('names each change by the action that takes it back, and looking up by none', async () => {
    const { core, message, session, planner, use: run } = await atWork();
    await run(
      ['add_evidence', { partId: planner.id, messageId: message.id, kind: 'body', quote: 'my jaw is tight' }],
      ['update_part', { partId: planner.id, story: 'It keeps lists.' }],
      ['write_note', { title: 'Lists', content: 'Come back to the lists.' }],
      ['propose_part', { messageId: message.id, name: 'The Jaw', role: 'manager', quote: 'jaw is tight', confidence: 0.6 }],
    );
    const { items } = await core.ask('messages.list', { sessionId: session.id });
    const uses = items.at(-1)?.metadata.tools ?? [];
    expect(uses.filter(({ tool }) => tool === 'search_parts').every(({ changed }) => changed === undefined)).toBe(true);
    const changes = uses.flatMap(({ tool, changed }) => (changed ? [{ tool, changed }] : []));
    expect(changes.map(({ tool }) => tool)).toEqual(['add_evidence', 'update_part', 'write_note', 'propose_part']);
    const [evidence, update, note, offer] = changes;
    expect(evidence?.changed.partId).toBe(planner.id);
    expect(note?.changed.noteId).toBe((await core.ask('notes.list', {})).items[0]?.id);
    expect(offer?.changed.proposalId).toBe((await core.ask('proposals.list', {})).items.find(({ name }) => name === 'The Jaw')?.id);
    for (const change of [note, update, evidence]) {
      if (!change) throw new Error('Nothing was changed.');
      await core.ask('actions.undo', { actionId: change.changed.actionId });
    }
    expect((await core.ask('notes.list', {})).items).toEqual([]);
    expect(await partNow(core, planner)).toMatchObject({ story: planner.story, evidenceCount: planner.evidenceCount });
  });
});
