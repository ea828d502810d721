import { describe, expect, it } from 'vitest';
import { newestSchema, testDatabase } from '../../../tests/support/test-database.ts';
import { testClock } from '../../../tests/support/test-core.ts';
import { unlockedCore } from '../../../tests/support/unlocked-core.ts';
import { emptySafetyPlan } from '../../../shared/entities/safety.ts';
import { createActionBus } from '../actions/action-bus.ts';
import { companionOf, personOf } from '../actions/actor.ts';
import { actionDefinitions, derivations } from '../open-profile.ts';
import { createPart } from '../parts/part-actions.ts';
import { proposePart, proposeRelationship } from '../proposals/proposal-actions.ts';
import { createSafetyService } from '../safety/safety-service.ts';
import { createPrivacyService } from '../privacy/privacy-service.ts';
import { createSessionService } from '../sessions/session-service.ts';
import { createUser } from '../settings/settings-actions.ts';
import { createSettingsService } from '../settings/settings-service.ts';
import { createCompanionService } from './companion-service.ts';
import type { DetectSafety } from './heed-safety.ts';
import type { CompanionProvider, CompanionRequest } from './provider.ts';

/** A companion that writes down when it is asked what, beside a detector that knows three words. */
async function watched() {
  const { alice, ids, scopeOf } = await testDatabase();
  const actor = personOf(alice);
  const base = { scopeOf: () => scopeOf(alice) };
  const clock = testClock();
  const bus = createActionBus({
    ...base,
    ...{
      definitions: actionDefinitions,
      derivations,
      upcast: (patch) => patch,
      schemaVersion: newestSchema,
      clock,
      ids,
      onCommit: () => undefined,
    },
  });
  bus.perform(actor, createUser, {});
  const order: string[] = [];
  const requests: CompanionRequest[] = [];
  const detectSafety: DetectSafety = (text) => {
    order.push('detected');
    return { label: text.includes('danger') ? 'crisis' : text.includes('heavy') ? 'concern' : 'none' };
  };
  const provider: CompanionProvider = {
    name: 'test',
    async *reply(request) {
      order.push(`asked while ${safety.state(actor).label ?? 'nothing'} is open`);
      requests.push(request);
      yield { type: 'text', text: 'How was that?' };
    },
  };
  const safety = createSafetyService({ ...base, bus });
  const sessions = createSessionService({ ...base, bus, clock });
  const settings = createSettingsService({ ...base, bus });
  let finished = (_content: string): void => undefined;
  const companion = createCompanionService({
    recall: () => null,
    ...base,
    privacy: createPrivacyService({ ...base, bus }),
    ...{ bus, sessions, settings, safety, detectSafety, clock, paceMs: 0, keyedDigest: (text: string) => text },
    ...{ companions: { nameOf: () => provider.name, forReply: () => provider }, guide: { ...provider, name: 'guide' } },
    country: () => null,
    emit: (event) => event.type === 'reply.finished' && finished(event.message.content),
    onFailure: (error) => {
      throw error;
    },
  });
  const say = async (text: string) => {
    const reply = new Promise<string>((resolve) => (finished = resolve));
    const said = companion.say(actor, { text });
    return { ...said, content: await reply };
  };
  return { actor, bus, safety, sessions, order, requests, say };
}

describe('danger in words', () => {
  it('is found before any companion is asked, and a heavy word is known when it is', async () => {
    const { order, requests, say } = await watched();
    await say('a plain day');
    expect(order).toEqual(['detected', 'asked while nothing is open']);
    order.length = 0;
    const { content, reply } = await say('a heavy day');
    expect(order).toEqual(['detected', 'asked while concern is open']);
    expect(requests.map(({ safetyOpen }) => safetyOpen)).toEqual([false, true]);
    // One gentle sentence first, then the companion’s own reply.
    expect(content).toMatch(/\?.*\n\nHow was that\?$/su);
    expect(reply.metadata.provider).toBe('test');
  });

  it('is answered by the machine itself and reaches no companion; the next message does, and tells it', async () => {
    const { order, requests, say, sessions, actor } = await watched();
    const { content, message, reply, session } = await say('danger');
    expect(order).toEqual(['detected']);
    expect(requests).toEqual([]);
    expect(reply.metadata.provider).toBe('safety');
    expect(content).toContain('?');
    expect(content).toContain('software');
    expect(content).toContain('Under Help');
    // Nothing is blocked: the words are kept as they were written.
    expect(sessions.messages(actor, { sessionId: session.id, window: { at: 'end' }, limit: 5 }).items[0]).toEqual(message);
    // Now it is said who answers: the machine's own words were not the companion's.
    expect((await say('and then')).content).toMatch(/^I am .*\n\nHow was that\?$/su);
    expect(requests).toMatchObject([{ safetyOpen: true }]);
  });

  it('raises one flag a session: again only when a concern becomes a crisis, or in another session', async () => {
    const { actor, safety, sessions, say } = await watched();
    const labels = () => safety.state(actor).open.map(({ label }) => label);
    const { session } = await say('heavy');
    await say('heavy');
    expect(labels()).toEqual(['concern']);
    await say('danger');
    await say('danger');
    await say('heavy');
    expect(labels()).toEqual(['crisis', 'concern']);
    sessions.end(actor, session.id);
    await say('heavy');
    expect(labels()).toHaveLength(2);
    await say('danger');
    expect(labels()).toEqual(['crisis', 'crisis', 'concern']);
  });

  it('is asked about in other words each time, also in another session', async () => {
    const { actor, sessions, say } = await watched();
    const asked: string[] = [];
    for (let at = 0; at < 10; at += 1) {
      const { content, session } = await say('danger');
      asked.push(content);
      if (at % 3 === 2) sessions.end(actor, session.id);
    }
    for (const [at, words] of asked.entries()) expect(words).not.toBe(asked[at - 1]);
    expect(new Set(asked.slice(0, 5)).size).toBe(5);
    for (const words of asked) expect(words.match(/software|program/gu), words).not.toBeNull();
  });

  it('never brings the person’s plan or people to a companion', async () => {
    const { actor, safety, requests, say } = await watched();
    safety.savePlan(actor, { ...emptySafetyPlan, warningSigns: 'quixotrope signs', whomToAsk: 'quixotrope' });
    safety.addContact(actor, { name: 'Quixotrope', phone: '116 quixotrope', notes: 'quixotrope' });
    await say('heavy');
    await say('danger');
    await say('a plain day');
    expect(requests).toHaveLength(2);
    expect(JSON.stringify(requests)).not.toMatch(/quixotrope/iu);
  });
});

describe('while a crisis is open', () => {
  const exile = 'There is a small lonely child in me who was left behind. A part of me keeps making lists.';

  it('exiles are not offered; protectors are, and all of them again once it is over', async () => {
    const core = await unlockedCore();
    const roles = async (messageId: string) =>
      (await core.ask('proposals.list', { limit: 200 })).items.filter((one) => one.messageId === messageId).map(({ role }) => role);
    await core.say('I want to kill myself tonight.');
    const during = await roles((await core.say(exile)).message.id);
    expect(during).not.toContain('exile');
    expect(during).toContain('manager');
    await core.ask('safety.clear', {});
    expect(await roles((await core.say(exile)).message.id)).toContain('exile');
  });

  it('nobody may offer an exile or what one is protected by, with whatever tool', async () => {
    const { actor, bus, safety, say } = await watched();
    const { message } = await say('danger');
    const offer = { messageId: message.id, name: 'The Small One', role: 'exile' as const, quote: 'danger', confidence: 0.5 };
    expect(() => bus.perform(companionOf(actor.userId), proposePart, offer)).toThrow('work with exiles rests');
    const [fromPartId, toPartId] = (['manager', 'exile'] as const).map(
      (role) => bus.perform(actor, createPart, { name: `The ${role}`, attributes: { role } }).value,
    );
    if (!fromPartId || !toPartId) throw new Error('There are two parts.');
    const relationship = { messageId: message.id, fromPartId, toPartId, level: 0, quote: 'danger', confidence: 0.5 };
    expect(() => bus.perform(companionOf(actor.userId), proposeRelationship, { ...relationship, type: 'protector-exile' })).toThrow(
      'rests',
    );
    bus.perform(companionOf(actor.userId), proposeRelationship, { ...relationship, type: 'allied' });
    safety.clear(actor);
    bus.perform(companionOf(actor.userId), proposePart, offer);
  });
});
