import { describe, expect, it } from 'vitest';
import type { UnlockedCore } from '../../../tests/support/unlocked-core.ts';
import { unlockedCore } from '../../../tests/support/unlocked-core.ts';

const newest = async (core: UnlockedCore) => {
  const [action] = (await core.ask('actions.list', { limit: 1 })).items;
  if (!action) throw new Error('Nothing has happened yet.');
  return action;
};
const partNames = async (core: UnlockedCore) => (await core.ask('parts.list', { sort: 'name' })).items.map(({ name }) => name);
const makePart = (core: UnlockedCore, name: string) => core.ask('parts.create', { name, attributes: { role: 'manager' } });

/** Two parts with evidence, a relationship and a judgement between and about them. */
async function family(core: UnlockedCore) {
  const planner = await makePart(core, 'The Planner');
  const small = await makePart(core, 'The Small One');
  core.clock.advance(1000);
  await core.ask('parts.addEvidence', { partId: planner.id, kind: 'pattern', quote: 'lists again' });
  await core.ask('parts.addEvidence', { partId: small.id, kind: 'emotion', quote: 'so alone' });
  await core.ask('relationships.create', { fromPartId: planner.id, toPartId: small.id, type: 'protector-exile' });
  await core.ask('assessments.record', { partId: planner.id, judgement: { type: 'identification', score: 0.8 } });
  core.clock.advance(1000);
  const state = async () => ({
    parts: await core.ask('parts.list', { sort: 'name' }),
    evidence: [await core.ask('parts.evidence', { partId: planner.id }), await core.ask('parts.evidence', { partId: small.id })],
    relationships: await core.ask('relationships.list', {}),
    assessments: await core.ask('assessments.list', { partId: planner.id }),
  });
  return { planner, small, state };
}

describe('undoing', () => {
  it('brings a deleted part back with its evidence, relationships and judgements, as they were', async () => {
    const core = await unlockedCore();
    const { planner, state } = await family(core);
    const before = await state();
    await core.ask('parts.delete', { partId: planner.id });
    expect(await partNames(core)).toEqual(['The Small One']);
    await core.ask('actions.undo', { actionId: (await newest(core)).id });
    expect(await state()).toEqual(before);
  });

  it('restores both sides of a merge and of a split', async () => {
    const core = await unlockedCore();
    const { planner, small, state } = await family(core);
    const before = await state();
    const merged = await core.ask('parts.merge', { partId: small.id, intoPartId: planner.id });
    expect([merged.evidenceCount, await partNames(core), await core.ask('relationships.list', {})]).toEqual([2, ['The Planner'], []]);
    await core.ask('actions.undo', { actionId: (await newest(core)).id });
    expect(await state()).toEqual(before);
    const [piece] = (await core.ask('parts.evidence', { partId: planner.id })).items;
    const split = { partId: planner.id, evidenceIds: piece ? [piece.id] : [], name: 'The List', role: 'manager' as const };
    const { newPart } = await core.ask('parts.split', split);
    expect(newPart.recentEvidence).toEqual([piece]);
    await core.ask('actions.undo', { actionId: (await newest(core)).id });
    expect(await state()).toEqual(before);
  });

  it('is refused when later work rests on it, naming the fields and that work; and undoes it along when asked to', async () => {
    const core = await unlockedCore();
    const part = await makePart(core, 'Before');
    const made = await newest(core);
    await core.ask('parts.update', { partId: part.id, name: 'After' });
    const renamed = await newest(core);
    const { code, conflict } = await core.refusal('actions.undo', { actionId: made.id });
    expect(code).toBe('CONFLICT');
    expect(conflict?.fields).toContain('parts.name');
    expect(conflict?.laterActions.map(({ id }) => id)).toEqual([renamed.id]);
    const undone = await core.ask('actions.undo', { actionId: made.id, withLater: true });
    expect(undone.map(({ about }) => about)).toEqual([renamed.id, made.id]);
    expect(await partNames(core)).toEqual([]);
  });

  it('of an old change leaves later ones of other fields alone', async () => {
    const core = await unlockedCore();
    const part = await makePart(core, 'Before');
    await core.ask('parts.update', { partId: part.id, name: 'After' });
    const renamed = await newest(core);
    await core.ask('parts.update', { partId: part.id, story: 'It began in spring.' });
    await core.ask('actions.undo', { actionId: renamed.id });
    expect(await core.ask('parts.get', { partId: part.id })).toMatchObject({ name: 'Before', story: 'It began in spring.' });
  });

  it('is refused for what is undone already, for what is final, and when another part has the name by now', async () => {
    const core = await unlockedCore();
    const part = await makePart(core, 'One');
    await core.ask('parts.update', { partId: part.id, name: 'Two' });
    const renamed = await newest(core);
    await makePart(core, 'One');
    const taken = await core.refusal('actions.undo', { actionId: renamed.id });
    expect([taken.code, taken.conflict?.fields]).toEqual(['CONFLICT', ['parts.name']]);
    await core.ask('actions.undo', { actionId: (await newest(core)).id });
    await core.ask('actions.undo', { actionId: renamed.id });
    expect((await core.refusal('actions.undo', { actionId: renamed.id })).message).toContain('undone already');
    expect((await core.refusal('actions.redo', { actionIds: [(await core.ask('actions.list', {})).items.at(-2)?.id] })).code).toBe(
      'CONFLICT',
    );
    await core.say('Hello.');
    const message = (await core.ask('actions.list', { actionType: 'post_message' })).items[0];
    expect((await core.refusal('actions.undo', { actionId: message?.id })).message).toContain('final');
  });

  it('of a rename is refused while a later part was made under the old name, even if that part is deleted by now', async () => {
    const core = await unlockedCore();
    const part = await makePart(core, 'The Planner');
    await core.ask('parts.update', { partId: part.id, name: 'The Keeper' });
    const renamed = await newest(core);
    const second = await makePart(core, 'the planner');
    const made = await newest(core);
    await core.ask('parts.delete', { partId: second.id });
    const deleted = await newest(core);
    const { conflict } = await core.refusal('actions.undo', { actionId: renamed.id });
    expect([conflict?.fields, conflict?.laterActions.map(({ id }) => id)]).toEqual([['parts.name'], [deleted.id, made.id]]);
    await core.ask('actions.undo', { actionId: renamed.id, withLater: true });
    expect(await partNames(core)).toEqual(['The Planner']);
  });

  it('of an accepted proposal opens it again, and of all the companion did in a session takes back what was built on it', async () => {
    const core = await unlockedCore();
    const { session } = await core.say('Part of me wants to rest, but another part keeps the lists going.');
    const [first] = (await core.ask('proposals.list', {})).items;
    await core.ask('proposals.accept', { proposalId: first?.id ?? '' });
    await core.ask('actions.undo', { actionId: (await newest(core)).id });
    expect((await core.ask('proposals.list', { state: 'open' })).items).toHaveLength(2);
    await core.ask('proposals.accept', { proposalId: first?.id ?? '' });
    await core.ask('actions.undoSession', { sessionId: session.id, withLater: true });
    expect(await partNames(core)).toEqual([]);
    expect((await core.ask('proposals.list', {})).items).toEqual([]);
    expect((await core.refusal('actions.undoSession', { sessionId: session.id })).code).toBe('CONFLICT');
  });
});

describe('undoing all the companion did in a session', () => {
  /** What the companion offered was accepted, and the person went on with it. */
  async function builtOn(core: UnlockedCore) {
    const { session } = await core.say('Part of me wants to rest, but another part keeps the lists going.');
    const offered = (await core.ask('proposals.list', {})).items;
    const part = (await core.ask('proposals.accept', { proposalId: offered[0]?.id ?? '' })).part;
    await core.ask('parts.update', { partId: part?.id ?? '', story: 'It began in spring.' });
    return { session, offered };
  }

  it('is refused while the person built on it, with every one of their own later changes, and changes nothing', async () => {
    const core = await unlockedCore();
    const { session, offered } = await builtOn(core);
    const names = await partNames(core);
    const { code, conflict } = await core.refusal('actions.undoSession', { sessionId: session.id });
    expect([code, conflict?.laterActions.map(({ actionType }) => actionType)]).toEqual(['CONFLICT', ['update_part', 'accept_proposal']]);
    expect(conflict?.fields).not.toEqual([]);
    expect(await partNames(core)).toEqual(names);
    expect((await core.ask('proposals.list', {})).items).toHaveLength(offered.length);
  });

  it('takes the person’s own changes along only when asked to, and undoes just the companion’s when nothing was built on them', async () => {
    const core = await unlockedCore();
    const { session } = await builtOn(core);
    await core.ask('actions.undoSession', { sessionId: session.id, withLater: true });
    expect(await partNames(core)).toEqual([]);
    const other = await unlockedCore();
    const said = await other.say('Part of me wants to rest.');
    await makePart(other, 'Mine');
    await other.ask('actions.undoSession', { sessionId: said.session.id });
    expect([await partNames(other), (await other.ask('proposals.list', {})).items]).toEqual([['Mine'], []]);
  });

  it('can be made again at once, and says so when there is nothing to make again', async () => {
    const core = await unlockedCore();
    const { session } = await core.say('Part of me wants to rest, but another part keeps the lists going.');
    const before = (await core.ask('proposals.list', {})).items;
    expect((await core.refusal('actions.redoSession', { sessionId: session.id })).message).toContain('nothing of the companion’s');
    const undone = await core.ask('actions.undoSession', { sessionId: session.id });
    const redone = await core.ask('actions.redoSession', { sessionId: session.id });
    expect(redone.map(({ about }) => about)).toEqual(undone.map(({ about }) => about).toReversed());
    expect((await core.ask('proposals.list', {})).items).toEqual(before);
  });
});

describe('what a refused undo lists', () => {
  it('is everything that would be undone along with it, also what rests on what rests on it', async () => {
    const core = await unlockedCore();
    const part = await makePart(core, 'A');
    await core.ask('parts.addEvidence', { partId: part.id, kind: 'emotion', quote: 'so afraid' });
    const added = await newest(core);
    const [piece] = (await core.ask('parts.evidence', { partId: part.id })).items;
    const { newPart } = await core.ask('parts.split', { partId: part.id, evidenceIds: [piece?.id ?? ''], name: 'C', role: 'exile' });
    await core.ask('parts.update', { partId: newPart.id, story: 'It hides.' });
    await core.ask('parts.update', { partId: newPart.id, attributes: { role: 'exile', fears: ['the dark'] } });
    await core.ask('assessments.record', { partId: newPart.id, judgement: { type: 'identification', score: 0.7 } });
    const last = await newest(core);
    const { conflict } = await core.refusal('actions.undo', { actionId: added.id });
    expect((await newest(core)).id).toBe(last.id);
    const undone = await core.ask('actions.undo', { actionId: added.id, withLater: true });
    const along = undone.map(({ about }) => about).filter((about) => about !== added.id);
    expect(new Set(conflict?.laterActions.map(({ id }) => id))).toEqual(new Set(along));
    expect(conflict?.laterActions.map(({ actionType }) => actionType)).toEqual([
      'record_assessment',
      'update_part',
      'update_part',
      'split_part',
    ]);
  });
});

describe('redoing', () => {
  it('is refused in its own words when later work set the same, and undoes that first when asked to', async () => {
    const core = await unlockedCore();
    const part = await makePart(core, 'Before');
    await core.ask('parts.update', { partId: part.id, name: 'One' });
    const first = await newest(core);
    await core.ask('actions.undo', { actionId: first.id });
    await core.ask('parts.update', { partId: part.id, name: 'Two' });
    const second = await newest(core);
    const { message, conflict } = await core.refusal('actions.redo', { actionIds: [first.id] });
    expect(message).toBe('Later changes are in the way. Undo those first, then this can be made again.');
    expect([conflict?.fields, conflict?.laterActions.map(({ id }) => id), conflict?.earlierActions]).toEqual([
      ['parts.name'],
      [second.id],
      [],
    ]);
    await core.ask('actions.redo', { actionIds: [first.id], withOthers: true });
    expect(await partNames(core)).toEqual(['One']);
  });

  it('is refused in its own words when what it rests on is undone, and makes that again first when asked to', async () => {
    const core = await unlockedCore();
    const part = await makePart(core, 'Before');
    const made = await newest(core);
    await core.ask('parts.update', { partId: part.id, name: 'One' });
    const renamed = await newest(core);
    await core.ask('parts.update', { partId: part.id, name: 'Two' });
    const again = await newest(core);
    await core.ask('actions.undo', { actionId: made.id, withLater: true });
    const { message, conflict } = await core.refusal('actions.redo', { actionIds: [again.id] });
    expect(message).toBe('It rests on changes that are undone. Make those again first, or all of them together.');
    expect([conflict?.laterActions, conflict?.earlierActions.map(({ id }) => id)]).toEqual([[], [made.id, renamed.id]]);
    expect(await partNames(core)).toEqual([]);
    await core.ask('actions.redo', { actionIds: [again.id], withOthers: true });
    expect(await partNames(core)).toEqual(['Two']);
  });

  it('of a chain makes all of it again at once, whatever the order it is named in', async () => {
    const core = await unlockedCore();
    const part = await makePart(core, 'Before');
    const made = await newest(core);
    await core.ask('parts.update', { partId: part.id, name: 'After' });
    const undone = await core.ask('actions.undo', { actionId: made.id, withLater: true });
    await core.ask('actions.redo', { actionIds: undone.flatMap(({ about }) => about ?? []) });
    expect(await partNames(core)).toEqual(['After']);
  });

  it('is what an undo of an undo is told to be', async () => {
    const core = await unlockedCore();
    await makePart(core, 'One');
    const made = await newest(core);
    await core.ask('actions.undo', { actionId: made.id });
    const undo = await newest(core);
    expect((await core.refusal('actions.undo', { actionId: undo.id })).message).toBe(
      'This is itself an undo. To take it back, redo the change it was about.',
    );
    await core.ask('actions.redo', { actionIds: [made.id] });
    const redo = await newest(core);
    expect((await core.refusal('actions.undo', { actionId: redo.id })).message).toContain('undo the change it was about');
    expect((await core.refusal('actions.redo', { actionIds: [undo.id] })).message).not.toContain('final');
  });
});

describe('a preview of a merge or a split', () => {
  it('shows what would come of it, and none of it happens', async () => {
    const core = await unlockedCore();
    const [planner, small, third] = [await makePart(core, 'Planner'), await makePart(core, 'Small'), await makePart(core, 'Third')];
    await core.ask('parts.addEvidence', { partId: small.id, kind: 'emotion', quote: 'so afraid' });
    await core.ask('relationships.create', { fromPartId: planner.id, toPartId: small.id, type: 'protector-exile' });
    await core.ask('relationships.create', { fromPartId: small.id, toPartId: third.id, type: 'allied' });
    const before = await core.ask('map.get', {});
    const last = await newest(core);
    const events: string[] = [];
    const end = core.subscribe(({ type }) => events.push(type));
    const merge = { partId: small.id, intoPartId: planner.id };
    const merged = await core.ask('parts.previewMerge', merge);
    const [evidence] = (await core.ask('parts.evidence', { partId: small.id })).items;
    const split = { partId: small.id, evidenceIds: [evidence?.id ?? ''], name: 'Smaller', role: 'exile' as const };
    const previewed = await core.ask('parts.previewSplit', split);
    expect([previewed.part.evidenceCount, previewed.newPart.evidenceCount]).toEqual([0, 1]);
    expect((await core.refusal('parts.previewMerge', { partId: small.id, intoPartId: small.id })).code).toBe('CONFLICT');
    expect((await core.refusal('parts.previewSplit', { ...split, name: 'third' })).code).toBe('CONFLICT');
    end();
    expect(events).toEqual([]);
    expect(await core.ask('map.get', {})).toEqual(before);
    expect((await newest(core)).id).toBe(last.id);
    expect((await core.ask('parts.get', { partId: small.id })).evidenceCount).toBe(1);
    const made = await core.ask('parts.merge', merge);
    expect(merged.part).toEqual(made);
    expect(merged.relationships).toEqual(await core.ask('relationships.list', { partId: planner.id }));
    expect(merged.relationships.map(({ type }) => type)).toEqual(['allied']);
  });
});

describe('the evidence of a judgement', () => {
  async function judged(core: UnlockedCore) {
    const part = await makePart(core, 'A');
    await core.ask('parts.addEvidence', { partId: part.id, kind: 'emotion', quote: 'so afraid' });
    const added = await newest(core);
    const evidenceIds = (await core.ask('parts.evidence', { partId: part.id })).items.map(({ id }) => id);
    await core.ask('assessments.record', { partId: part.id, judgement: { type: 'six_fs', reached: 'find' }, evidenceIds });
    const quotes = async () =>
      (await core.ask('assessments.list', { partId: part.id })).map(({ evidence }) => evidence.map(({ quote }) => quote));
    return { part, added, recorded: await newest(core), evidenceIds, quotes };
  }

  it('can’t be undone under it, and the judgement not made again without it', async () => {
    const core = await unlockedCore();
    const { added, recorded, quotes } = await judged(core);
    expect(await quotes()).toEqual([['so afraid']]);
    expect((await core.refusal('actions.undo', { actionId: added.id })).conflict?.laterActions.map(({ id }) => id)).toEqual([recorded.id]);
    await core.ask('actions.undo', { actionId: added.id, withLater: true });
    expect((await core.refusal('actions.redo', { actionIds: [recorded.id] })).conflict?.earlierActions.map(({ id }) => id)).toEqual([
      added.id,
    ]);
  });

  it('stays with it when a split moves the words away, and leaves it when they are removed, until that is undone', async () => {
    const core = await unlockedCore();
    const { part, evidenceIds, quotes } = await judged(core);
    await core.ask('parts.split', { partId: part.id, evidenceIds, name: 'C', role: 'exile' });
    expect(await quotes()).toEqual([['so afraid']]);
    await core.ask('parts.removeEvidence', { evidenceId: evidenceIds[0] ?? '' });
    expect(await quotes()).toEqual([[]]);
    await core.ask('actions.undo', { actionId: (await newest(core)).id });
    expect(await quotes()).toEqual([['so afraid']]);
  });
});

describe('a merge', () => {
  it('joins what is known of both, keeps the notes of every relationship, and says beforehand what goes', async () => {
    const core = await unlockedCore();
    const make = (name: string, more: object) => core.ask('parts.create', { name, attributes: { role: 'manager' as const, ...more } });
    const planner = await make('Planner', { feelings: ['tense'], fears: ['chaos'], emoji: '📋' });
    const worrier = await make('Worrier', {
      feelings: ['Tense', 'tired'],
      needs: ['rest'],
      fears: ['being late'],
      age: 'seven',
      emoji: '😟',
    });
    const small = await make('Small', {});
    const relate = (fromPartId: string, toPartId: string, notes: string) =>
      core.ask('relationships.create', { fromPartId, toPartId, type: 'protector-exile', notes });
    await relate(planner.id, small.id, 'Keeps it busy.');
    await relate(small.id, worrier.id, 'Worries for it.');
    await core.ask('relationships.create', {
      fromPartId: planner.id,
      toPartId: worrier.id,
      type: 'polarized',
      level: 4,
      notes: 'They argue.',
    });
    const merge = { partId: worrier.id, intoPartId: planner.id };
    const preview = await core.ask('parts.previewMerge', merge);
    expect(preview.goes.fields).toEqual(['name', 'emoji']);
    expect(preview.goes.between.map(({ notes }) => notes)).toEqual(['They argue.']);
    expect(preview.goes.outdone.map(({ notes }) => notes)).toEqual(['Worries for it.']);
    const merged = await core.ask('parts.merge', merge);
    expect(merged.attributes).toEqual({
      role: 'manager',
      feelings: ['tense', 'tired'],
      needs: ['rest'],
      fears: ['chaos', 'being late'],
      age: 'seven',
      emoji: '📋',
    });
    expect(merged.story).toBe('They argue.');
    expect((await core.ask('relationships.list', {})).map(({ notes }) => notes)).toEqual(['Keeps it busy.\n\nWorries for it.']);
  });
});

describe('the activity', () => {
  it('tells who did what, before and after, newest first, by actor, type, part and page', async () => {
    const core = await unlockedCore();
    const part = await makePart(core, 'Before');
    await core.ask('parts.update', { partId: part.id, name: 'After', attributes: { role: 'exile' } });
    const renamed = await newest(core);
    expect(renamed).toMatchObject({ actionType: 'update_part', actor: 'user', undoable: true, revertedAt: null });
    expect(renamed.changes.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['name', 'Before', 'After'],
      ['attributes.role', 'manager', 'exile'],
    ]);
    expect((await core.ask('actions.list', { partId: part.id })).items.map(({ actionType }) => actionType)).toEqual([
      'update_part',
      'create_part',
    ]);
    const other = await makePart(core, 'Other');
    await core.ask('relationships.create', { fromPartId: other.id, toPartId: part.id, type: 'allied' });
    expect((await core.ask('actions.list', { partId: part.id })).items[0]?.actionType).toBe('create_relationship');
    await core.ask('actions.undo', { actionId: (await newest(core)).id });
    await core.ask('parts.delete', { partId: other.id });
    expect((await core.ask('actions.list', { actor: 'agent' })).items).toEqual([]);
    const page = await core.ask('actions.list', { limit: 1 });
    const next = await core.ask('actions.list', { limit: 1, cursor: page.nextCursor ?? '' });
    expect([page.items[0]?.actionType, next.items[0]?.actionType]).toEqual(['delete_part', 'undo']);
  });
});
