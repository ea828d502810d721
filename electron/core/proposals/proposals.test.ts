import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableCore, storedIn } from '../../../tests/support/exported.ts';
import { type UnlockedCore, onePart, twoParts, unlockedCore } from '../../../tests/support/unlocked-core.ts';
import type { RouteInput } from '../../../shared/contracts/index.ts';
import type { Proposal } from '../../../shared/entities/proposal.ts';
import { failureIn } from '../../../tests/support/failure-in.ts';
import { testClock } from '../../../tests/support/test-core.ts';
import { newestSchema, testDatabase } from '../../../tests/support/test-database.ts';
import { createActionBus } from '../actions/action-bus.ts';
import { type Actor, companionOf, personOf } from '../actions/actor.ts';
import { upcast } from '../actions/upcast.ts';
import { actionDefinitions, derivations } from '../open-profile.ts';
import { createPart } from '../parts/part-actions.ts';
import { deletePart, mergeParts } from '../parts/part-unions.ts';
import { deleteRelationship } from '../relationships/relationship-actions.ts';
import { relationshipRepository } from '../relationships/relationship-repository.ts';
import { postMessage, startSession } from '../sessions/session-actions.ts';
import { createUser } from '../settings/settings-actions.ts';
import { acceptProposal, proposeRelationship } from './proposal-actions.ts';
import { digestOfWords, proposalRepository } from './proposal-repository.ts';

async function offered(core: UnlockedCore, text: string): Promise<Proposal> {
  const { message } = await core.say(text);
  const [proposal] = (await core.ask('proposals.list', { messageId: message.id })).items;
  if (!proposal) throw new Error('nothing was noticed');
  return proposal;
}
/** Accepts a part that was offered. */
async function acceptPart(core: UnlockedCore, input: RouteInput<'proposals.accept'>) {
  const { part, proposal } = await core.ask('proposals.accept', input);
  if (!part) throw new Error('no part came of it');
  return { part, proposal };
}
const proposals = async (core: UnlockedCore) => (await core.ask('proposals.list', {})).items;
const parts = async (core: UnlockedCore) => (await core.ask('parts.list', {})).items;

describe('what is noticed in a message', () => {
  it('is offered in the person’s own words, marked there, and makes no part', async () => {
    const core = await unlockedCore();
    const { message } = await core.say(twoParts);
    const found = await proposals(core);
    expect(found).toHaveLength(2);
    expect(await parts(core)).toEqual([]);
    for (const { id, kind, messageId, partId, quote, sessionId, state } of found) {
      expect({ kind, state, messageId, sessionId, partId }).toEqual({
        ...{ kind: 'part', state: 'open', messageId: message.id, sessionId: message.sessionId, partId: null },
      });
      const mark = message.metadata.marks?.find(({ proposalId }) => proposalId === id);
      expect(message.content.slice(mark?.start, mark?.end)).toBe(quote);
    }
  });

  it('is recorded as the companion’s doing, and the message as the person’s', async () => {
    const core = await readableCore();
    await core.say(onePart);
    const actions = storedIn(core).agentActions.map(({ actionType, payload }) => [actionType, payload.actor]);
    expect(actions).toEqual([
      ['create_user', 'user'],
      ['start_session', 'user'],
      ['post_message', 'user'],
      ['propose_part', 'agent'],
      ['mark_message', 'agent'],
      ['post_message', 'agent'],
    ]);
  });

  it('is at most a dozen suggestions', async () => {
    const core = await unlockedCore();
    const words = [
      'rest',
      'run',
      'sing',
      'cry',
      'shout',
      'sleep',
      'leave',
      'stay',
      'hide',
      'work',
      'play',
      'fight',
      'eat',
      'dance',
      'wait',
    ];
    await core.say(words.map((word) => `A part of me wants to ${word} tonight.`).join(' '));
    expect((await proposals(core)).length).toBe(12);
  });

  it('keeps the proposal that is on offer for the same words', async () => {
    const core = await unlockedCore();
    const first = await offered(core, onePart);
    const { message } = await core.say(onePart.toUpperCase().replace('EVERYTHING', 'everything'));
    expect(await proposals(core)).toHaveLength(1);
    for (const { proposalId } of message.metadata.marks ?? []) expect(proposalId).toBe(first.id);
  });
});

describe('a proposal', () => {
  it('accepted makes an emerging part with the words as its first evidence', async () => {
    const core = await unlockedCore();
    const { id, name, quote, role, messageId, sessionId } = await offered(core, onePart);
    core.clock.advance(1000);
    const { part, proposal } = await acceptPart(core, { proposalId: id });
    expect(proposal).toMatchObject({ id, state: 'accepted', partId: part.id, name });
    expect(part).toMatchObject({ name, status: 'emerging', story: '', attributes: { role }, evidenceCount: 1 });
    expect(part.recentEvidence).toMatchObject([
      { kind: 'direct_mention', quote, messageId, sessionId, observedAt: core.clock.now() - 1000 },
    ]);
    expect(part.confidence).toBeCloseTo(0.35, 6);
    expect(await parts(core)).toEqual([part]);
  });

  it('can be accepted under a name of the person’s own', async () => {
    const core = await unlockedCore();
    const { id } = await offered(core, onePart);
    const { part, proposal } = await acceptPart(core, { proposalId: id, name: '  השומר 🛡️ ' });
    expect([part.name, proposal.name]).toEqual(['השומר 🛡️', 'השומר 🛡️']);
    expect((await core.refusal('proposals.accept', { proposalId: id, name: ' ' })).code).toBe('INVALID_INPUT');
  });

  it('accepted under the name of a part there is adds its words to that part', async () => {
    const core = await unlockedCore();
    const first = await offered(core, onePart);
    const { part } = await acceptPart(core, { proposalId: first.id, name: 'Watchful' });
    const second = await offered(core, 'Part of me wants to hide under the table.');
    const again = await acceptPart(core, { proposalId: second.id, name: 'WATCHFUL' });
    expect(again.part).toMatchObject({ id: part.id, name: 'Watchful', evidenceCount: 2 });
    expect(again.part.confidence).toBeGreaterThan(part.confidence);
    expect(await parts(core)).toHaveLength(1);
  });

  it('declined is not offered again for the same words, and makes nothing', async () => {
    const core = await unlockedCore();
    const { id } = await offered(core, onePart);
    expect(await core.ask('proposals.decline', { proposalId: id })).toMatchObject({ state: 'declined', partId: null });
    const { message } = await core.say(`${onePart.replace('everything', 'Everything')} Really.`);
    expect(message.metadata.marks).toBeUndefined();
    expect(await proposals(core)).toHaveLength(1);
    expect(await parts(core)).toEqual([]);
  });

  it('is made under the name of the part whose words they are, and adds to it with a yes', async () => {
    const core = await unlockedCore();
    const { part } = await acceptPart(core, { proposalId: (await offered(core, onePart)).id, name: 'Agnes' });
    const named = await offered(core, 'On the train Agnes made me count the bags again.');
    expect(named).toMatchObject({ name: 'Agnes', role: part.attributes.role, partId: null });
    const more = await core.ask('proposals.accept', { proposalId: named.id });
    expect(more.part).toMatchObject({ id: part.id, evidenceCount: 2 });
    await core.ask('proposals.accept', {
      proposalId: (await offered(core, 'A part of me checks the bags everywhere, and then everything else.')).id,
      name: 'Agnes',
    });
    const usual = await offered(core, 'There is a part of me that checks my bags until they close.');
    expect(usual).toMatchObject({ name: 'Agnes', state: 'open' });
    await core.ask('proposals.decline', { proposalId: usual.id });
    const { message } = await core.say('There is a part of me that checks my bags until they close!');
    expect(message.metadata.marks).toBeUndefined();
    expect(await parts(core)).toHaveLength(1);
  });

  it('can wait, and then be accepted or declined', async () => {
    const core = await unlockedCore();
    const { id } = await offered(core, onePart);
    expect(await core.ask('proposals.postpone', { proposalId: id })).toMatchObject({ state: 'later' });
    expect((await core.ask('proposals.list', { state: 'later' })).items).toHaveLength(1);
    expect((await acceptPart(core, { proposalId: id })).proposal.state).toBe('accepted');
  });

  it('declined by mistake can still be accepted', async () => {
    const core = await unlockedCore();
    const { id } = await offered(core, onePart);
    await core.ask('proposals.decline', { proposalId: id });
    expect((await acceptPart(core, { proposalId: id })).proposal.state).toBe('accepted');
  });

  it('accepted once can’t be answered again', async () => {
    const core = await unlockedCore();
    const { id } = await offered(core, onePart);
    await acceptPart(core, { proposalId: id });
    for (const route of ['proposals.accept', 'proposals.decline', 'proposals.postpone'] as const)
      expect((await core.refusal(route, { proposalId: id })).code, route).toBe('CONFLICT');
    expect((await parts(core)).map(({ evidenceCount }) => evidenceCount)).toEqual([1]);
  });

  it('that is not there is not found', async () => {
    const core = await unlockedCore();
    for (const route of ['proposals.accept', 'proposals.decline', 'proposals.postpone'] as const)
      expect((await core.refusal(route, { proposalId: '01900000-0000-7000-8000-ffffffffffff' })).code, route).toBe('NOT_FOUND');
  });
});

describe('the list of proposals', () => {
  it('comes newest first, page by page, and can be asked for a state, a session or a message', async () => {
    const core = await unlockedCore();
    const first = await offered(core, onePart);
    await core.ask('sessions.end', { sessionId: first.sessionId });
    const { message } = await core.say(twoParts);
    await core.ask('proposals.decline', { proposalId: first.id });
    const all = await proposals(core);
    expect(all).toHaveLength(3);
    expect(all.at(-1)?.id).toBe(first.id);
    const { items, nextCursor } = await core.ask('proposals.list', { limit: 2 });
    const rest = await core.ask('proposals.list', { limit: 2, cursor: nextCursor ?? '' });
    expect([...items, ...rest.items]).toEqual(all);
    expect(rest.nextCursor).toBeNull();
    expect((await core.ask('proposals.list', { state: 'declined' })).items.map(({ id }) => id)).toEqual([first.id]);
    expect((await core.ask('proposals.list', { sessionId: first.sessionId })).items).toHaveLength(1);
    expect((await core.ask('proposals.list', { messageId: message.id, state: 'open' })).items).toHaveLength(2);
  });
});

describe('the digest of words', () => {
  it('is the same however they are spaced, capitalised or punctuated, and another for other words', () => {
    const word = fc.stringMatching(/^[a-zé0-9]{1,8}$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.constantFrom(' ', '  ', ', ', '… '), word, (words, gap, other) => {
        expect(digestOfWords(` ${words.join(gap).toUpperCase()}!`)).toBe(digestOfWords(words.join(' ')));
        expect(digestOfWords([...words, other].join(' '))).not.toBe(digestOfWords(words.join(' ')));
      }),
    );
  });

  it('tells signs apart where there are no words', () => {
    expect(digestOfWords('🌱')).not.toBe(digestOfWords('🔥'));
  });
});

describe('a proposal of a relationship', () => {
  async function between() {
    const database = await testDatabase();
    const scopeOf = (actor: Actor) => database.scopeOf(actor.userId);
    const bus = createActionBus({
      ...{ scopeOf, definitions: actionDefinitions, derivations, upcast, schemaVersion: newestSchema },
      ...{ clock: testClock(), ids: database.ids, onCommit: () => undefined },
    });
    const me = personOf(database.alice);
    bus.perform(me, createUser, {});
    const sessionId = bus.perform(me, startSession, {}).value;
    const message = { sessionId, role: 'user' as const, content: 'They never agree.', metadata: { delivery: 'complete' as const } };
    const messageId = bus.perform(me, postMessage, message).value;
    const [one, other] = ['One', 'Other'].map((name) => bus.perform(me, createPart, { name, attributes: { role: 'manager' } }).value);
    if (!one || !other) throw new Error('There are no parts.');
    const offer = {
      messageId,
      fromPartId: one,
      toPartId: other,
      type: 'polarized' as const,
      level: 6,
      quote: 'never agree',
      confidence: 0.6,
    };
    const { value: proposalId, actionId } = bus.perform(companionOf(me.userId), proposeRelationship, offer);
    const proposal = () => scopeOf(me).use(proposalRepository).get(proposalId);
    const relationships = () => scopeOf(me).use(relationshipRepository).all();
    return {
      ...bus,
      me,
      one,
      other,
      offer,
      proposalId,
      actionId,
      proposal,
      relationships,
      accept: () => bus.perform(me, acceptProposal, { proposalId }),
    };
  }

  it('creates nothing by itself; accepted, it relates the two; undone, it is open again', async () => {
    const { accept, me, proposal, relationships, undo } = await between();
    expect([proposal()?.name, relationships()]).toEqual(['One – Other', []]);
    const { actionId, value } = accept();
    expect(relationships()).toMatchObject([{ id: value.relationshipId, type: 'polarized', level: 6 }]);
    expect(proposal()).toMatchObject({ state: 'accepted', relationshipId: value.relationshipId, partId: null });
    undo(me, [actionId], false);
    expect([proposal()?.state, relationships()]).toEqual(['open', []]);
  });

  it('of what is there already, or of a part with itself, is refused', async () => {
    const { accept, me, offer, one, perform } = await between();
    accept();
    expect(failureIn(() => perform(me, proposeRelationship, offer)).code).toBe('CONFLICT');
    expect(failureIn(() => perform(me, proposeRelationship, { ...offer, toPartId: one })).code).toBe('CONFLICT');
  });

  it('is declined when the relationship is deleted, goes with a part that goes, and comes back with it', async () => {
    const { accept, me, one, perform, proposal, undo } = await between();
    const { relationshipId } = accept().value;
    if (!relationshipId) throw new Error('no relationship came of it');
    const removed = perform(me, deleteRelationship, { relationshipId }).actionId;
    expect(proposal()).toMatchObject({ state: 'declined', relationshipId: null });
    undo(me, [removed], false);
    expect(proposal()?.state).toBe('accepted');
    const deleted = perform(me, deletePart, { partId: one }).actionId;
    expect(proposal()).toBeUndefined();
    undo(me, [deleted], false);
    expect(proposal()).toMatchObject({ state: 'accepted', relationshipId });
  });

  it('between two parts that are merged is gone', async () => {
    const { me, one, other, perform, proposal } = await between();
    perform(me, mergeParts, { partId: one, intoPartId: other });
    expect(proposal()).toBeUndefined();
  });
});
