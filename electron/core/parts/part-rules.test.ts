import { describe, expect, it } from 'vitest';
import { unlockedCore } from '../../../tests/support/unlocked-core.ts';
import { partStatuses } from '../../../shared/entities/part.ts';
import { keptConfidence } from './confidence.ts';
import { missingFor, statusSteps } from './lifecycle.ts';

describe('a part’s status', () => {
  it('goes one step at a time, and back from integrated to active', () => {
    const full = { evidence: 3, sessions: 2 };
    const allowed = partStatuses.flatMap((from) =>
      partStatuses.filter((to) => missingFor({ ...full, status: from }, to, 'user') === null).map((to) => `${from} ${to}`),
    );
    expect(allowed).toEqual(['emerging acknowledged', 'acknowledged active', 'active integrated', 'integrated active']);
  });

  it('is acknowledged and integrated by the person alone', () => {
    expect(missingFor({ status: 'emerging', evidence: 9, sessions: 9 }, 'acknowledged', 'agent')).not.toBeNull();
    expect(missingFor({ status: 'active', evidence: 9, sessions: 9 }, 'integrated', 'scheduler')).not.toBeNull();
    expect(missingFor({ status: 'acknowledged', evidence: 3, sessions: 2 }, 'active', 'agent')).toBeNull();
  });

  it('says what is missing before it is active', () => {
    const missing = (evidence: number, sessions: number) => statusSteps({ status: 'acknowledged', evidence, sessions })[0]?.missing;
    expect(missing(3, 1)).toBe('It needs evidence from a second session.');
    expect(missing(2, 2)).toBe('It needs one more piece of evidence.');
    expect(missing(0, 0)).toBe('It needs 3 more pieces of evidence, and evidence from two sessions.');
    expect(missing(3, 2)).toBeNull();
  });
});

describe('an active part', () => {
  it('that is left with too little evidence is acknowledged again, in the same change; undone, it is as it was', async () => {
    const core = await unlockedCore();
    const { session } = await core.say('There is a part of me that checks everything twice.');
    const proposalId = (await core.ask('proposals.list', {})).items[0]?.id ?? '';
    const { part: first } = await core.ask('proposals.accept', { proposalId, name: 'The Checker' });
    const partId = first?.id ?? '';
    await core.ask('parts.setStatus', { partId, status: 'acknowledged' });
    await core.ask('sessions.end', { sessionId: session.id });
    const { message } = await core.say('It checks the door, and the stove.');
    for (const quote of ['checks the door', 'the stove'])
      await core.ask('parts.addEvidence', { partId, kind: 'behaviour', quote, messageId: message.id });
    await core.ask('parts.setStatus', { partId, status: 'active' });
    const all = (await core.ask('parts.evidence', { partId })).items.map(({ id }) => id);
    const split = { partId, evidenceIds: all, name: 'Another', role: 'manager' as const };
    expect((await core.ask('parts.previewSplit', split)).part.status).toBe('acknowledged');
    expect((await core.ask('parts.split', split)).part.status).toBe('acknowledged');
    const [made] = (await core.ask('actions.list', { limit: 1 })).items;
    await core.ask('actions.undo', { actionId: made?.id ?? '' });
    expect((await core.ask('parts.get', { partId })).status).toBe('active');
    await core.ask('parts.removeEvidence', { evidenceId: all[0] ?? '' });
    expect((await core.ask('parts.get', { partId })).status).toBe('acknowledged');
  });

  it('is not integrated without the evidence an active one needs', () => {
    expect(missingFor({ status: 'active', evidence: 0, sessions: 0 }, 'integrated', 'user')).toContain('3 more pieces of evidence');
  });
});

describe('a part’s kept confidence', () => {
  it('follows from its evidence alone, whatever the day is, and the person’s own judgement outranks it', () => {
    const evidence = [{ kind: 'pattern' as const, observedAt: 1000 }];
    expect(keptConfidence(evidence, null)).toBeCloseTo(0.3);
    expect(keptConfidence([...evidence, { kind: 'body' as const, observedAt: 1000 }], null)).toBeGreaterThan(0.3);
    expect(keptConfidence(evidence, 0.9)).toBe(0.9);
    expect(keptConfidence([], null)).toBe(0);
  });
});

describe('bad input about parts', () => {
  it('has a named error or a safe result', async () => {
    const core = await unlockedCore();
    const one = await core.ask('parts.create', { name: 'One', attributes: { role: 'manager' } });
    const two = await core.ask('parts.create', { name: 'Two', attributes: { role: 'exile' } });
    const codes = async (calls: [string, unknown][]) => {
      const found: string[] = [];
      for (const [route, input] of calls) found.push((await core.refusal(route, input)).code);
      return found;
    };
    expect(
      await codes([
        ['parts.create', { name: 'x'.repeat(300), attributes: { role: 'manager' } }],
        ['parts.create', { name: 'ONE', attributes: { role: 'manager' } }],
        ['parts.update', { partId: two.id, name: ' one ' }],
        ['relationships.create', { fromPartId: one.id, toPartId: one.id, type: 'allied' }],
        ['relationships.create', { fromPartId: one.id, toPartId: two.id, type: 'polarized', level: 11 }],
        ['relationships.create', { fromPartId: one.id, toPartId: two.id, type: 'allied', level: 3 }],
        ['parts.setStatus', { partId: one.id, status: 'active' }],
        ['assessments.record', { partId: one.id, judgement: { type: 'identification', score: Number.NaN } }],
        ['parts.addEvidence', { partId: one.id, kind: 'body', quote: 'x', messageId: one.id }],
        ['parts.merge', { partId: one.id, intoPartId: one.id }],
        ['parts.addEvidence', { partId: one.id, kind: 'body', quote: ' \n ' }],
        ['assessments.record', { partId: one.id, judgement: { type: 'self_energy', scores: {} } }],
      ]),
    ).toEqual([
      ...[
        'INVALID_INPUT',
        'CONFLICT',
        'CONFLICT',
        'CONFLICT',
        'INVALID_INPUT',
        'CONFLICT',
        'CONFLICT',
        'INVALID_INPUT',
        'NOT_FOUND',
        'CONFLICT',
        'INVALID_INPUT',
        'INVALID_INPUT',
      ],
    ]);
    await core.ask('relationships.create', { fromPartId: one.id, toPartId: two.id, type: 'polarized', level: 5 });
    expect((await core.refusal('relationships.create', { fromPartId: two.id, toPartId: one.id, type: 'polarized' })).code).toBe('CONFLICT');
    const before = (await core.ask('actions.list', {})).items.length;
    await core.ask('parts.update', { partId: one.id, name: 'One', attributes: { role: 'manager' } });
    expect((await core.ask('actions.list', {})).items).toHaveLength(before);
    const story = '<script>alert(1)</script>'.repeat(40_000);
    expect((await core.ask('parts.update', { partId: one.id, story })).story).toBe(story);
  });
});

describe('the map', () => {
  it('keeps where parts were put, forgets them when asked, and makes no action of it', async () => {
    const core = await unlockedCore();
    const part = await core.ask('parts.create', { name: 'One', attributes: { role: 'manager', hue: 200 } });
    const actions = (await core.ask('actions.list', {})).items.length;
    await core.ask('map.keepPositions', { positions: [{ partId: part.id, x: 3, y: -4 }] });
    expect(await core.ask('map.get', {})).toMatchObject({
      parts: [{ name: 'One', hue: 200 }],
      positions: [{ partId: part.id, x: 3, y: -4 }],
    });
    await core.ask('map.forgetPositions', {});
    expect((await core.ask('map.get', {})).positions).toEqual([]);
    expect((await core.ask('actions.list', {})).items).toHaveLength(actions);
  });
});
