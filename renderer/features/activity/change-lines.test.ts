import { describe, expect, it } from 'vitest';
import { changeLines } from './change-lines.ts';
import { obstaclesWords } from './field-words.ts';
import { sampleAction, sampleChange } from './testing.ts';

const linesOf = (...changes: ReturnType<typeof sampleChange>[]) =>
  changeLines(sampleAction({ changes })).map(({ what, before, after }) => [what, before, after]);

describe('before and after', () => {
  it('shows one field', () => {
    expect(linesOf(sampleChange({ before: 'Planner', after: 'The Planner' }))).toEqual([['Name', 'Planner', 'The Planner']]);
  });

  it('says what a session is for as a person chooses it', () => {
    expect(linesOf(sampleChange({ table: 'sessions', field: 'metadata.mode', before: 'six_fs', after: 'dialogue' }))).toEqual([
      ['What it is for', 'Get to know a part', 'A dialogue'],
    ]);
  });

  it('shows a row that came field by field, in words, without bookkeeping', () => {
    const after = { userId: 'x', attributes: { role: 'manager', hue: 210 }, status: 'emerging', name: 'The Planner', story: '' };
    expect(linesOf(sampleChange({ field: null, after }))).toEqual([
      ['Name', null, 'The Planner'],
      ['Status', null, 'Emerging'],
      ['Role', null, 'Manager'],
      ['Colour', null, '210°'],
    ]);
  });

  it('shows only what differs inside a value that was replaced', () => {
    const before = { role: 'unknown', fears: ['being late'] };
    const after = { role: 'unknown', fears: ['being late', 'silence'] };
    expect(linesOf(sampleChange({ field: 'attributes', before, after }))).toEqual([['Fears', 'being late', 'being late, silence']]);
  });

  it('tells a judgement as one line, and nothing of a pull that is not there', () => {
    const judgement = { type: 'self_energy', scores: { calm: 0.6, courage: 0.2 } };
    const judged = sampleChange({ table: 'partAssessments', field: null, after: { content: { judgement, by: 'user', note: '' } } });
    expect(linesOf(judged)).toEqual([['Judgement', null, 'How much Self is there toward it: Calm: somewhat, Courage: a little']]);
    const related = { relationshipType: 'allied', polarizationLevel: 0 };
    expect(linesOf(sampleChange({ table: 'partRelationships', field: null, after: related }))).toEqual([
      ['Kind of relationship', null, 'Allied'],
    ]);
    const polarized = sampleChange({ table: 'partRelationships', field: 'polarizationLevel', before: 3, after: 7 });
    expect(linesOf(polarized)).toEqual([['How strongly they pull', '3 of 10', '7 of 10']]);
  });

  it('names parts behind identifiers', () => {
    const change = sampleChange({ table: 'partEvidence', field: 'partId', before: 'a', after: 'b' });
    const [line] = changeLines(sampleAction({ changes: [change] }), new Map([['b', 'The Hider']]));
    expect(line).toMatchObject({ what: 'Evidence of', before: 'A part that is no longer here', after: 'The Hider' });
  });
});

it.each([
  ['parts.name', 'The part itself: name'],
  ['partEvidence', 'Its evidence'],
  ['parts.somethingNew', 'The part itself'],
  ['newTable.field', 'Something else'],
])('says %s in words', (field, words) => {
  expect(obstaclesWords([field])).toEqual([words]);
});

it('names what stands in the way once, as closely as it can', () => {
  expect(obstaclesWords(['parts.name', 'parts', 'partEvidence'])).toEqual(['The part itself: name', 'Its evidence']);
});
