import { describe, expect, it } from 'vitest';
import { readableCore } from '../../../tests/support/exported.ts';
import { hashDerivation, passphrase, unlockedCore } from '../../../tests/support/unlocked-core.ts';
import { testClock, testCore, testIds } from '../../../tests/support/test-core.ts';
import { newestSchema, testDatabase } from '../../../tests/support/test-database.ts';
import { type SafetyContact, SAFETY_CONTACTS_MAX, emptySafetyPlan } from '../../../shared/entities/safety.ts';
import { createActionBus } from '../actions/action-bus.ts';
import { companionOf, personOf } from '../actions/actor.ts';
import { raiseSafetyFlag, safetyActions, safetyPlanDerivation } from './safety-actions.ts';
import { createSafetyService } from './safety-service.ts';

const danger = 'I want to kill myself tonight.';
const heavy = 'My brother took his own life ten years ago and today it hurts again.';

const newestAction = async (core: Awaited<ReturnType<typeof unlockedCore>>) => {
  const [action] = (await core.ask('actions.list', { limit: 1 })).items;
  if (!action) throw new Error('Nothing was done yet.');
  return action;
};

describe('a hard moment', () => {
  it('is open from the message that showed it on, and stands in the activity as the companion’s', async () => {
    const core = await unlockedCore();
    expect(await core.ask('safety.state', {})).toEqual({ label: null, open: [] });
    const { message, session } = await core.say(danger);
    expect(await core.ask('safety.state', {})).toMatchObject({
      label: 'crisis',
      open: [{ label: 'crisis', messageId: message.id, sessionId: session.id, raisedAt: message.createdAt, clearedAt: null }],
    });
    const raised = (await core.ask('actions.list', { actionType: 'raise_safety_flag' })).items;
    expect(raised).toMatchObject([{ actor: 'agent', sessionId: session.id, undoable: false }]);
    expect(core.events).toContainEqual(expect.objectContaining({ type: 'data.changed', entities: expect.arrayContaining(['safety']) }));
  });

  it('survives a new session, a lock and a restart', async () => {
    const core = await unlockedCore();
    const { session } = await core.say(danger);
    const before = await core.ask('safety.state', {});
    await core.ask('sessions.end', { sessionId: session.id });
    await core.say('It was a day.');
    expect(await core.ask('safety.state', {})).toEqual(before);
    await core.ask('profiles.lock', {});
    expect((await core.refusal('safety.state', {})).code).toBe('LOCKED');
    await core.unlock();
    expect(await core.ask('safety.state', {})).toEqual(before);
    await core.stop();

    const again = testCore({ dataDir: core.dataDir, keyDerivation: hashDerivation, ids: testIds(9000) });
    await again.ask('profiles.unlock', { profileId: core.profile.id, secret: { kind: 'passphrase', passphrase } });
    expect(await again.ask('safety.state', {})).toEqual(before);
    await again.stop();
  });

  it('ends when its person says so, once, and undoing that brings it back', async () => {
    const core = await unlockedCore();
    await core.say(heavy);
    await core.say(danger);
    const before = await core.ask('safety.state', {});
    expect(before.open.map(({ label }) => label)).toEqual(['crisis', 'concern']);
    expect(await core.ask('safety.clear', {})).toEqual({ label: null, open: [] });
    const cleared = await newestAction(core);
    expect(cleared).toMatchObject({ actionType: 'clear_safety_flag', actor: 'user', undoable: true });
    await core.ask('safety.clear', {});
    expect((await newestAction(core)).id).toBe(cleared.id);
    await core.ask('actions.undo', { actionId: cleared.id });
    expect(await core.ask('safety.state', {})).toEqual(before);
  });

  it('can’t be ended or undone by the companion, nor by undoing what the companion did', async () => {
    const { alice, connection: _connection, fill, ids, scopeOf } = await testDatabase();
    const { messages } = fill(alice);
    const base = { scopeOf: () => scopeOf(alice) };
    const bus = createActionBus({
      ...base,
      ...{ definitions: safetyActions, derivations: [safetyPlanDerivation], upcast: (patch) => patch, schemaVersion: newestSchema },
      ...{ clock: testClock(), ids, onCommit: () => undefined },
    });
    const safety = createSafetyService({ ...base, bus });
    const { actionId } = bus.perform(companionOf(alice), raiseSafetyFlag, { label: 'crisis', messageId: messages.id });
    expect(() => safety.clear(companionOf(alice))).toThrow('Only the person themselves');
    expect(() => safety.clear({ kind: 'scheduler', userId: alice })).toThrow('Only the person themselves');
    expect(() => bus.undo(companionOf(alice), [actionId], true)).toThrow('final');
    expect(safety.safetyOpen(companionOf(alice))).toBe(true);
    safety.clear(personOf(alice));
    expect(safety.safetyOpen(companionOf(alice))).toBe(false);

    const core = await unlockedCore();
    const { session } = await core.say(`${danger} A part of me wants to rest.`);
    await core.ask('actions.undoSession', { sessionId: session.id });
    expect((await core.ask('safety.state', {})).label).toBe('crisis');
  });
});

const plan = { ...emptySafetyPlan, warningSigns: 'I stop answering the phone.', worthLivingFor: 'The garden, and Otto.' };

describe('the plan for hard moments', () => {
  it('is nothing until something is written, then kept as it was written, also after a lock', async () => {
    const core = await unlockedCore();
    expect(await core.ask('safety.plan', {})).toBeNull();
    const written = { ...plan, whatHelpsAlone: '  walk\n\nkettle  ' };
    expect(await core.ask('safety.savePlan', written)).toEqual(written);
    await core.ask('profiles.lock', {});
    await core.unlock();
    expect(await core.ask('safety.plan', {})).toEqual(written);
  });

  it('is one action each time it changes, and none when it does not', async () => {
    const core = await unlockedCore();
    await core.ask('safety.savePlan', emptySafetyPlan);
    expect(await core.ask('safety.plan', {})).toBeNull();
    await core.ask('safety.savePlan', plan);
    const first = await newestAction(core);
    await core.ask('safety.savePlan', plan);
    expect((await newestAction(core)).id).toBe(first.id);
    await core.ask('safety.savePlan', { ...plan, warningSigns: 'I cancel things.' });
    const second = await newestAction(core);
    expect(second.changes).toMatchObject([{ field: 'content.warningSigns', before: plan.warningSigns, after: 'I cancel things.' }]);
    await core.ask('actions.undo', { actionId: second.id });
    expect(await core.ask('safety.plan', {})).toEqual(plan);
    await core.ask('actions.undo', { actionId: first.id });
    expect(await core.ask('safety.plan', {})).toBeNull();
  });

  it('is not there twice: making an undone one again is refused once there is another', async () => {
    const core = await unlockedCore();
    await core.ask('safety.savePlan', plan);
    const first = await newestAction(core);
    await core.ask('actions.undo', { actionId: first.id });
    await core.ask('safety.savePlan', { ...plan, warningSigns: 'I cancel things.' });
    expect((await core.refusal('actions.redo', { actionIds: [first.id] })).code).toBe('CONFLICT');
    expect(await core.ask('safety.plan', {})).toMatchObject({ warningSigns: 'I cancel things.' });
  });

  it('is in the export, unreadable on the disk, and refused when it is too long', async () => {
    const core = await readableCore();
    await core.ask('safety.savePlan', plan);
    expect(core.exportText()).toContain('The garden, and Otto.');
    const error = await core.refusal('safety.savePlan', { ...plan, professionals: 'marmalade'.repeat(2000) });
    expect(error.code).toBe('INVALID_INPUT');
    expect(JSON.stringify(error)).not.toContain('marmalade');
    expect((await core.refusal('safety.savePlan', { ...plan, warningSigns: 'half \ud83c' })).code).toBe('INVALID_INPUT');
  });
});

describe('the people on the list', () => {
  const withPeople = async (...names: string[]) => {
    const core = await unlockedCore();
    const people: SafetyContact[] = [];
    for (const name of names) people.push(await core.ask('safety.addContact', { name, phone: '116 123' }));
    const order = async () => (await core.ask('safety.contacts', {})).map(({ name }) => name);
    const person = (name: string) => {
      const found = people.find((one) => one.name === name);
      if (!found) throw new Error(`Nobody is called ${name}.`);
      return { contactId: found.id };
    };
    return { core, order, person };
  };

  it('stand in the order they came, and move one place at a time', async () => {
    const { core, order, person } = await withPeople('Ada', 'Ben', 'Cleo');
    expect(await order()).toEqual(['Ada', 'Ben', 'Cleo']);
    await core.ask('safety.moveContact', { ...person('Cleo'), direction: 'up' });
    expect(await order()).toEqual(['Ada', 'Cleo', 'Ben']);
    await core.ask('safety.moveContact', { ...person('Ada'), direction: 'down' });
    expect(await order()).toEqual(['Cleo', 'Ada', 'Ben']);
    const last = await newestAction(core);
    await core.ask('safety.moveContact', { ...person('Ben'), direction: 'down' });
    expect((await newestAction(core)).id).toBe(last.id);
    await core.ask('actions.undo', { actionId: last.id });
    expect(await order()).toEqual(['Ada', 'Cleo', 'Ben']);
  });

  it('change, go, and come back where they were', async () => {
    const { core, order, person } = await withPeople('Ada', 'Ben', 'Cleo');
    expect(await core.ask('safety.updateContact', { ...person('Ben'), phone: '0171 5', notes: 'after six' })).toMatchObject({
      name: 'Ben',
      phone: '0171 5',
      notes: 'after six',
    });
    await core.ask('safety.removeContact', person('Ben'));
    expect(await order()).toEqual(['Ada', 'Cleo']);
    await core.ask('actions.undo', { actionId: (await newestAction(core)).id });
    expect(await core.ask('safety.contacts', {})).toMatchObject([{ name: 'Ada' }, { name: 'Ben', phone: '0171 5' }, { name: 'Cleo' }]);
    expect((await core.refusal('safety.removeContact', { contactId: '01900000-0000-7000-8000-ffffffffffff' })).code).toBe('NOT_FOUND');
  });

  it('that came to share a place after an undo are told apart by the next move', async () => {
    const { core, order, person } = await withPeople('Ada', 'Ben');
    const added = await newestAction(core);
    await core.ask('actions.undo', { actionId: added.id });
    const { id } = await core.ask('safety.addContact', { name: 'Cleo' });
    await core.ask('actions.redo', { actionIds: [added.id] });
    expect(await order()).toEqual(['Ada', 'Ben', 'Cleo']);
    await core.ask('safety.moveContact', { contactId: id, direction: 'up' });
    expect(await order()).toEqual(['Ada', 'Cleo', 'Ben']);
    await core.ask('safety.moveContact', { ...person('Ada'), direction: 'down' });
    expect(await order()).toEqual(['Cleo', 'Ada', 'Ben']);
  });

  it('are not more than one can look through, have names, and numbers of one line', async () => {
    const { core } = await withPeople();
    for (let at = 0; at < SAFETY_CONTACTS_MAX; at += 1) await core.ask('safety.addContact', { name: `Friend ${at}` });
    expect((await core.refusal('safety.addContact', { name: 'One more' })).code).toBe('CONFLICT');
    for (const input of [
      { name: ' ' },
      { name: 'Ada', phone: '1\n2' },
      { name: 'Ada', phone: '9'.repeat(61) },
      { name: 'Ada', phone: '\ud83c' },
    ])
      expect((await core.refusal('safety.addContact', input)).code, JSON.stringify(input)).toBe('INVALID_INPUT');
  });
});
