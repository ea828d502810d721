import { describe, expect, it } from 'vitest';
import { liveWith, watchedCore } from '../../../tests/support/watched-core.ts';

const rare = 'quixotrope';
const withRareWord = `There is a part of me that checks the ${rare} twice.`;
const harmless = 'There is a part of me that wants to rest.';

describe('forgetting a message', () => {
  it('leaves its words nowhere: in no table, index, version, action or page of the file, nor in the log beside it', async () => {
    const core = await watchedCore();
    const { messageId, sessionId, partId } = await liveWith(core, withRareWord);
    // Evidence that was taken away again stands in the audit trail alone.
    const added = await core.ask('parts.addEvidence', { partId, kind: 'body', quote: `the ${rare}`, messageId });
    const spare = added.recentEvidence.find(({ quote }) => quote === `the ${rare}`);
    if (!spare) throw new Error('The evidence is not there.');
    await core.ask('parts.addEvidence', { partId, kind: 'body', quote: 'a tight chest' });
    await core.ask('parts.removeEvidence', { evidenceId: spare.id });
    expect(core.holding(rare)).toEqual(
      expect.arrayContaining(['messages', 'part_evidence', 'agent_actions', 'the search index', 'a page']),
    );

    await core.ask('forgetting.forget', { target: { kind: 'message', messageId } });
    expect(core.holding(rare)).toEqual([]);
    expect(core.logSize()).toBe(0);
    expect(core.problems()).toEqual([]);
    expect((await core.ask('messages.list', { sessionId })).items).toEqual([]);
    // The part was the person's own decision; what spoke for it in other words still does.
    const part = await core.ask('parts.get', { partId });
    expect(part.recentEvidence.map(({ quote }) => quote)).toEqual(['a tight chest']);
    await core.stop();
  });

  it('says before what it takes along, and changes nothing by saying so', async () => {
    const core = await watchedCore();
    const { messageId } = await liveWith(core, withRareWord);
    const before = core.holding(rare);
    const preview = await core.ask('forgetting.preview', { target: { kind: 'message', messageId } });
    expect(preview).toMatchObject({ messages: 2, proposals: 1, evidence: 1, parts: ['The Checker'] });
    const actions = (await core.ask('actions.list', { limit: 200 })).items;
    expect(core.holding(rare)).toEqual(before);
    await core.ask('forgetting.forget', { target: { kind: 'message', messageId } });
    const after = (await core.ask('actions.list', { limit: 200 })).items;
    expect(after.map(({ id }) => id)).toEqual(actions.map(({ id }) => id));
    expect(actions.filter((action, at) => action.changes.length > 0 && after[at]?.changes.length === 0)).toHaveLength(preview.actions);
    await core.stop();
  });

  it('leaves emptied actions that say why they can’t be undone, and the others as they were', async () => {
    const core = await watchedCore();
    const { messageId, partId, sessionId } = await liveWith(core, withRareWord);
    await core.ask('parts.addEvidence', { partId, kind: 'body', quote: 'a tight chest' });
    await core.ask('forgetting.forget', { target: { kind: 'message', messageId } });
    const actions = (await core.ask('actions.list', { limit: 200 })).items;
    const accept = actions.find(({ actionType }) => actionType === 'accept_proposal');
    expect(accept).toMatchObject({ undoable: false, changes: [], actor: 'user' });
    expect((await core.refusal('actions.undo', { actionId: accept?.id })).message).toContain('forgotten on purpose');
    const evidence = actions.find(({ actionType }) => actionType === 'add_evidence');
    if (!evidence) throw new Error('The action is not there.');
    await core.ask('actions.undo', { actionId: evidence.id });
    expect((await core.ask('parts.get', { partId })).recentEvidence).toEqual([]);
    expect((await core.refusal('actions.undoSession', { sessionId })).message).toContain('nothing of the companion’s');
    await core.stop();
  });

  it('titles an ended session anew when the title was made of its words', async () => {
    const core = await watchedCore();
    const { message, session } = await core.say(withRareWord);
    await core.say('It was a night.');
    expect((await core.ask('sessions.end', { sessionId: session.id })).title).toContain(rare);
    await core.ask('forgetting.forget', { target: { kind: 'message', messageId: message.id } });
    expect((await core.ask('sessions.get', { sessionId: session.id })).title).toBe('It was a night');
    expect(core.holding(rare)).toEqual([]);
    await core.stop();
  });

  it('leaves what others said: a reply goes alone, and other messages stay', async () => {
    const core = await watchedCore();
    const first = await core.say(harmless);
    const second = await core.say('It was a night.');
    await core.ask('forgetting.forget', { target: { kind: 'message', messageId: second.reply.id } });
    const ids = (await core.ask('messages.list', { sessionId: first.session.id })).items.map(({ id }) => id);
    expect(ids).toEqual([first.message.id, first.reply.id, second.message.id]);
    expect((await core.ask('proposals.list', {})).items).toHaveLength(1);
    await core.stop();
  });

  it('stops its reply first, so that nothing is written after it', async () => {
    const core = await watchedCore();
    const { message, session } = await core.ask('companion.say', { text: harmless });
    await core.ask('forgetting.forget', { target: { kind: 'message', messageId: message.id } });
    expect((await core.ask('messages.list', { sessionId: session.id })).items).toEqual([]);
    expect(core.log).toEqual([]);
    await core.stop();
  });
});

describe('forgetting a session', () => {
  it('leaves the other sessions alone', async () => {
    const core = await watchedCore();
    const first = await core.say(harmless);
    await core.ask('sessions.end', { sessionId: first.session.id });
    const second = await core.say(withRareWord);
    const before = (await core.ask('messages.list', { sessionId: second.session.id })).items;
    await core.ask('forgetting.forget', { target: { kind: 'session', sessionId: first.session.id } });
    expect((await core.ask('messages.list', { sessionId: second.session.id })).items).toEqual(before);
    expect((await core.ask('sessions.list', {})).items.map(({ id }) => id)).toEqual([second.session.id]);
    await core.stop();
  });
});
