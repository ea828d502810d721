import { describe, expect, it } from 'vitest';
import { actionSentence, actionTypeWords } from './action-words.ts';
import { sampleAction, sampleChange } from './testing.ts';

describe('an action in words', () => {
  it('names the part and the fields that changed', () => {
    const changes = [sampleChange({ before: 'Planner', after: 'The Planner' }), sampleChange({ field: 'attributes.role' })];
    expect(actionSentence(sampleAction({ changes }))).toBe('You changed the name and role of “The Planner”.');
  });

  it('tells a new part from further words for one', () => {
    const proposal = sampleChange({ table: 'proposals', field: 'state', label: 'The Hider', before: 'open', after: 'accepted' });
    const part = sampleChange({ field: null, label: 'The Hider', after: { name: 'The Hider' } });
    const accepted = sampleAction({ actionType: 'accept_proposal' });
    expect(actionSentence({ ...accepted, changes: [part, proposal] })).toBe('You accepted “The Hider” as a part.');
    expect(actionSentence({ ...accepted, changes: [proposal] })).toBe('You accepted words that speak for “The Hider”.');
  });

  it('tells a step, and who took it', () => {
    const changes = [sampleChange({ field: 'status', before: 'acknowledged', after: 'active' })];
    expect(actionSentence(sampleAction({ actionType: 'set_part_status', actor: 'agent', changes }))).toBe(
      'The companion moved “The Planner” from acknowledged to active.',
    );
  });

  it('names both ends of a relationship when they are known', () => {
    const after = { fromPartId: 'a', toPartId: 'b' };
    const changes = [sampleChange({ table: 'partRelationships', field: null, label: null, after })];
    const action = sampleAction({ actionType: 'create_relationship', changes });
    expect(actionSentence(action, new Map(Object.entries({ a: 'The Planner', b: 'The Hider' })))).toBe(
      'You connected “The Planner” and “The Hider”.',
    );
    expect(actionSentence(action)).toBe('You connected two parts.');
  });

  it('tells what the person did to the memory from what was done in the background', () => {
    const said = (actionType: string, actor: 'user' | 'scheduler' = 'user') => actionSentence(sampleAction({ actionType, actor }));
    expect(said('revise_memory', 'scheduler')).toMatch(/brought memory up to date\.$/u);
    expect(said('correct_memory')).toBe('You said that something remembered is wrong.');
    expect(said('restore_memory')).toBe('You restored an earlier version of memory.');
    for (const actionType of ['reword_memory', 'keep_out_of_memory', 'take_back_memory', 'revise_memory'])
      expect(said(actionType)).not.toContain('up to date');
  });

  it('has words for every kind, with or without changes, and for kinds it does not know', () => {
    for (const actionType of [...Object.keys(actionTypeWords), 'something_new']) {
      expect(actionSentence(sampleAction({ actionType }))).toMatch(/^You .+[^.]\.$/u);
    }
  });
});
