import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolder, testCore } from '../../tests/support/test-core.ts';
import { hashDerivation } from '../../tests/support/unlocked-core.ts';
import { systemIds } from '../core/node-ports.ts';
import { runOn } from './testing.ts';

const Part = z.object({ id: z.string(), name: z.string(), status: z.string(), confidence: z.number() });
const Shown = Part.extend({ evidence: z.array(z.unknown()), relationships: z.array(z.unknown()), assessments: z.array(z.unknown()) });
const Row = z.strictObject({
  ...{ id: z.string(), actionType: z.string(), actor: z.string(), entityType: z.string(), entityId: z.string() },
  ...{ sessionId: z.string().nullable(), createdAt: z.iso.datetime(), revertedAt: z.iso.datetime().nullable() },
});

let dataDir: string;
const trailhead = (...args: string[]) =>
  runOn(async () => testCore({ dataDir, keyDerivation: hashDerivation, ids: systemIds }), [...args, '--data-dir', dataDir]);
const json = async <Value>(shape: z.ZodType<Value>, ...args: string[]): Promise<Value> => {
  const { status, notes, out } = await trailhead(...args, '--json');
  expect([status, notes]).toEqual([0, '']);
  return shape.parse(JSON.parse(out));
};
const refusal = async (...args: string[]) => {
  const { status, notes, out } = await trailhead(...args);
  expect(out).toBe('');
  expect(notes.trim().split('\n')).toHaveLength(1);
  return { status, notes };
};
const create = (name: string) => json(Part, 'part', 'create', name, '--role', 'manager');
const names = async () => (await json(z.array(Part), 'parts', '--sort', 'name')).map(({ name }) => name);
const actions = (...filter: string[]) => json(z.array(Row), 'actions', ...filter);

beforeEach(async () => {
  dataDir = temporaryFolder();
  await trailhead('profile', 'create', '--name', 'Mine');
});

describe('parts on the command line', () => {
  it('are made, stepped, related, judged, shown and deleted', async () => {
    const planner = await create('The Planner');
    const small = await create('The Small One');
    expect((await json(Part, 'part', 'set-status', planner.id, 'acknowledged')).status).toBe('acknowledged');
    expect(await refusal('part', 'set-status', planner.id, 'active')).toMatchObject({
      status: 1,
      notes: expect.stringContaining('evidence from two sessions'),
    });
    await json(z.object({ level: z.literal(7) }), 'relate', planner.id, small.id, '--type', 'polarized', '--level', '7');
    await json(z.unknown(), 'assess', planner.id, '--type', 'identification', '--score', '0.8', '--note', 'It was there all day.');
    expect(await json(Shown, 'part', 'show', planner.id)).toMatchObject({
      confidence: 0.8,
      relationships: [{ type: 'polarized', level: 7 }],
      assessments: [{ note: 'It was there all day.' }],
    });
    await json(z.unknown(), 'part', 'delete', small.id);
    expect(await names()).toEqual(['The Planner']);
  });

  it('get and lose words that speak for them, so that a part made by hand becomes active without a companion', async () => {
    const planner = await create('The Planner');
    const { sessionId, messageId } = await json(
      z.object({ sessionId: z.string(), messageId: z.string() }).loose(),
      'say',
      'I made lists until two.',
    );
    await json(z.unknown(), 'session', 'end');
    const later = await json(z.object({ messageId: z.string() }).loose(), 'say', 'The lists again, and no sleep.');
    const add = (...options: string[]) => ['part', 'add-evidence', planner.id, ...options];
    await json(Part, ...add('--quote', 'I made lists until two.', '--message', messageId));
    await json(Part, ...add('--quote', 'The lists again', '--kind', 'pattern', '--message', later.messageId));
    expect((await json(Part, ...add('--quote', 'It never lets me rest.', '--kind', 'direct_mention'))).confidence).toBeGreaterThan(0);
    await json(Part, 'part', 'set-status', planner.id, 'acknowledged');
    expect((await json(Part, 'part', 'set-status', planner.id, 'active')).status).toBe('active');
    const Pieces = z.object({ evidence: z.array(z.looseObject({ id: z.string(), quote: z.string(), sessionId: z.string().nullable() })) });
    const { evidence } = await json(Pieces, 'part', 'show', planner.id);
    expect(evidence.map(({ quote }) => quote).toSorted()).toEqual(['I made lists until two.', 'It never lets me rest.', 'The lists again']);
    expect(evidence.find(({ quote }) => quote.startsWith('I made'))?.sessionId).toBe(sessionId);

    await json(Part, 'part', 'remove-evidence', evidence[0]?.id ?? '');
    expect((await json(Pieces, 'part', 'show', planner.id)).evidence).toHaveLength(2);
    expect(await refusal('part', 'remove-evidence', evidence[0]?.id ?? '')).toMatchObject({ status: 1 });
    expect(await refusal(...add('--quote', 'I was calm.', '--message', messageId))).toMatchObject({ status: 1 });
    expect(await refusal(...add('--quote', '  '))).toMatchObject({ status: 2, notes: expect.stringContaining('Please give the words') });
    expect(await refusal(...add('--quote', 'x'.repeat(20_001)))).toMatchObject({ status: 2 });
  });

  it('are merged and split', async () => {
    const planner = await create('The Planner');
    const small = await create('The Small One');
    await json(z.unknown(), 'say', 'A part of me keeps making lists, all night.');
    const [proposal] = await json(z.array(z.object({ id: z.string() })), 'proposals');
    await json(Part, 'accept', proposal?.id ?? '', '--name', 'The Planner');
    expect(await json(Part, 'part', 'merge', planner.id, small.id)).toMatchObject({ id: small.id, name: 'The Small One' });
    const { evidence } = await json(Shown.extend({ evidence: z.array(z.object({ id: z.string() })) }), 'part', 'show', small.id);
    const halves = await json(
      z.object({ part: Part, newPart: Part }),
      ...['part', 'split', small.id, '--evidence', evidence[0]?.id ?? '', '--name', 'The List'],
    );
    expect([halves.part.name, halves.newPart.name]).toEqual(['The Small One', 'The List']);
  });

  it('refuse what can’t be, with one sentence', async () => {
    const planner = await create('The Planner');
    expect(await refusal('part', 'create', 'the planner')).toMatchObject({ status: 1 });
    expect(await refusal('part', 'create', 'x'.repeat(300))).toMatchObject({ status: 2 });
    expect(await refusal('part', 'merge', planner.id, planner.id)).toMatchObject({ status: 1 });
    expect(await refusal('relate', planner.id, planner.id, '--type', 'allied')).toMatchObject({ status: 2 });
    expect(await refusal('relate', planner.id, planner.id, '--type', 'enemies')).toMatchObject({ status: 2 });
    expect(await refusal('assess', planner.id, '--type', 'identification', '--score', 'much')).toMatchObject({ status: 2 });
    expect(await refusal('part', 'show', 'nobody')).toMatchObject({ status: 2 });
  });
});

describe('the way back on the command line', () => {
  it('undoes and redoes one change, and with later ones', async () => {
    const planner = await create('The Planner');
    const [made] = await actions('--limit', '1');
    await json(z.unknown(), 'part', 'set-status', planner.id, 'acknowledged');
    expect(await refusal('undo', made?.id ?? '')).toMatchObject({ status: 1, notes: expect.stringContaining('--with-later') });
    expect(await json(z.array(Row), 'undo', made?.id ?? '', '--with-later')).toHaveLength(2);
    expect(await names()).toEqual([]);
    expect(await refusal('undo', made?.id ?? '')).toMatchObject({ status: 1, notes: expect.stringContaining('undone already') });
    expect((await json(z.array(Row), 'redo', made?.id ?? '')).map(({ actionType }) => actionType)).toEqual(['redo']);
    expect(await names()).toEqual(['The Planner']);
    const [redone] = await actions('--limit', '1');
    expect((await refusal('undo', redone?.id ?? '')).notes).toContain('undo the change it was about');
  });

  it('redoes a chain, and says what has to come first', async () => {
    const planner = await create('The Planner');
    const [made] = await actions('--limit', '1');
    await json(z.unknown(), 'part', 'set-status', planner.id, 'acknowledged');
    const [moved] = await actions('--limit', '1');
    await json(z.array(Row), 'undo', made?.id ?? '', '--with-later');
    const { notes } = await refusal('redo', moved?.id ?? '');
    expect(notes).toContain(`create_part ${made?.id}`);
    expect(notes).toContain('--with-others');
    expect(await json(z.array(Row), 'redo', moved?.id ?? '', made?.id ?? '')).toHaveLength(2);
    expect(await names()).toEqual(['The Planner']);
  });

  it('takes back all the companion did in a session', async () => {
    const said = await json(z.object({ sessionId: z.string() }).loose(), 'say', 'A part of me keeps making lists, all night.');
    expect(await json(z.array(z.unknown()), 'proposals')).not.toEqual([]);
    await json(z.array(Row), 'undo-session', said.sessionId);
    expect(await json(z.array(z.unknown()), 'proposals')).toEqual([]);
    expect(await refusal('undo-session', said.sessionId)).toMatchObject({ status: 1 });
    await json(z.array(Row), 'redo-session', said.sessionId);
    const [proposal] = await json(z.array(z.object({ id: z.string() })), 'proposals');
    await json(z.unknown(), 'accept', proposal?.id ?? '', '--name', 'The Planner');
    const [accepted] = await actions('--limit', '1');
    const { notes } = await refusal('undo-session', said.sessionId);
    expect(notes).toContain(`accept_proposal ${accepted?.id}`);
    expect(notes).toContain('--with-later');
    expect(await names()).toEqual(['The Planner']);
    await json(z.array(Row), 'undo-session', said.sessionId, '--with-later');
    expect(await names()).toEqual([]);
  });

  it('lists what was done, newest first, by actor and since a moment', async () => {
    await create('The Planner');
    await json(z.unknown(), 'say', 'A part of me keeps making lists, all night.');
    const all = await actions();
    expect(all.map(({ actionType }) => actionType)).toContain('create_part');
    expect(all.at(-1)?.actionType).toBe('create_user');
    expect(new Set((await actions('--actor', 'agent')).map(({ actor }) => actor))).toEqual(new Set(['agent']));
    expect(await actions('--since', '2090-01-01')).toEqual([]);
    expect(await refusal('actions', '--since', 'yesterday-ish')).toMatchObject({ status: 2 });
    expect(await refusal('actions', '--actor', 'nobody')).toMatchObject({ status: 2 });
  });
});
