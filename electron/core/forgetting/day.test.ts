import { describe, expect, it } from 'vitest';
import { type WatchedCore, watchedCore } from '../../../tests/support/watched-core.ts';

const rare = 'quixotrope';
const DAY_MS = 24 * 3_600_000;
const target = { kind: 'day', day: '2026-03-03', timeZone: 'Europe/Dublin' } as const;

/** A core on the day before the one that is forgotten. */
async function theDayBefore(): Promise<WatchedCore> {
  const core = await watchedCore();
  core.clock.set(Date.UTC(2026, 2, 2, 12));
  return core;
}

async function planner(core: WatchedCore) {
  const { id } = await core.ask('parts.create', { name: 'Planner', attributes: { role: 'manager', fears: ['chaos'] }, story: 'It plans.' });
  return id;
}

describe('forgetting a day', () => {
  it('takes what was written of parts on it, which then say again what they said before', async () => {
    const core = await theDayBefore();
    const partId = await planner(core);
    const { id: other } = await core.ask('parts.create', { name: 'Other', attributes: { role: 'exile' } });
    const relationship = await core.ask('relationships.create', {
      fromPartId: partId,
      toPartId: other,
      type: 'allied',
      notes: 'As before',
    });
    const note = await core.ask('notes.create', { title: 'A note', content: 'As before' });
    core.clock.advance(DAY_MS);
    await core.ask('parts.update', {
      partId,
      story: `The ${rare} story`,
      attributes: { role: 'manager', fears: ['chaos', rare], needs: [rare], hue: 12 },
    });
    await core.ask('relationships.update', { relationshipId: relationship.id, notes: `as a ${rare}` });
    await core.ask('notes.update', { noteId: note.id, title: 'A note', content: `With a ${rare}` });
    await core.ask('assessments.record', { partId, judgement: { type: 'identification', score: 0.5 }, note: `so ${rare}` });
    await core.ask('parts.addEvidence', { partId, kind: 'body', quote: `a ${rare} chest` });
    core.clock.advance(DAY_MS);
    await core.ask('parts.setStatus', { partId, status: 'acknowledged' });
    expect(core.holding(rare)).toEqual(
      expect.arrayContaining(['parts', 'part_relationships', 'part_assessments', 'part_evidence', 'notes', 'agent_actions']),
    );
    expect(await core.ask('forgetting.preview', { target })).toMatchObject({
      ...{ parts: ['Planner'], staying: [], relationships: 1, assessments: 1, evidence: 1, notes: 1, sessions: 0 },
      shown: { evidence: [`a ${rare} chest`] },
    });
    await core.ask('forgetting.forget', { target });
    expect(core.holding(rare)).toEqual([]);
    expect(await core.ask('parts.get', { partId })).toMatchObject({
      ...{ story: 'It plans.', status: 'acknowledged', evidenceCount: 0 },
      attributes: { role: 'manager', fears: ['chaos'], hue: 12 },
    });
    expect(await core.ask('relationships.list', {})).toMatchObject([{ notes: 'As before' }]);
    expect((await core.ask('notes.list', {})).items).toMatchObject([{ title: 'A note' }]);
    expect(core.problems()).toEqual([]);
    await core.stop();
  });

  it('leaves what was written over on a later day, of which it can’t be undone any more', async () => {
    const core = await theDayBefore();
    const partId = await planner(core);
    core.clock.advance(DAY_MS);
    await core.ask('parts.update', { partId, story: `The ${rare} story` });
    core.clock.advance(DAY_MS);
    await core.ask('parts.update', { partId, story: 'It plans and rests.' });
    await core.ask('forgetting.forget', { target });
    expect(core.holding(rare)).toEqual([]);
    expect(await core.ask('parts.get', { partId })).toMatchObject({ story: 'It plans and rests.' });
    await core.stop();
  });

  it('takes a part that was made on it, unless something of another day belongs to it: then its words go, and it is said that it stays', async () => {
    const core = await theDayBefore();
    core.clock.advance(DAY_MS);
    const partId = await planner(core);
    const { id: alone } = await core.ask('parts.create', { name: `The ${rare}`, attributes: { role: 'exile' } });
    await core.ask('relationships.create', { fromPartId: partId, toPartId: alone, type: 'allied', notes: '' });
    core.clock.advance(DAY_MS);
    await core.ask('parts.addEvidence', { partId, kind: 'body', quote: 'a tight chest' });
    expect(await core.ask('forgetting.preview', { target })).toMatchObject({ parts: [`The ${rare}`, 'Planner'], staying: ['Planner'] });
    await core.ask('forgetting.forget', { target });
    expect(core.holding(rare)).toEqual([]);
    expect((await core.ask('parts.list', {})).items.map(({ name }) => name)).toEqual(['Planner']);
    expect(await core.ask('parts.get', { partId })).toMatchObject({ story: '', attributes: { role: 'manager' }, evidenceCount: 1 });
    await core.stop();
  });

  it('takes what is remembered in words that were put in its place on it', async () => {
    const core = await theDayBefore();
    const { session } = await core.say('I am at work and my boss was there. A walk by the river helped.');
    await core.ask('sessions.end', { sessionId: session.id });
    await core.ask('jobs.run', {});
    const beliefId = (await core.ask('memory.get', {})).document.practices[0]?.id;
    if (!beliefId) throw new Error('Nothing is remembered.');
    core.clock.advance(DAY_MS);
    await core.ask('memory.edit', { beliefId, text: `My ${rare} helps.` });
    core.clock.advance(DAY_MS);
    expect(await core.ask('forgetting.preview', { target })).toMatchObject({
      shown: { beliefs: [{ text: `My ${rare} helps.`, goes: true }] },
    });
    await core.ask('forgetting.forget', { target });
    expect(core.holding(rare)).toEqual([]);
    expect((await core.ask('memory.rules', {})).items).toEqual([]);
    await core.stop();
  });
});
