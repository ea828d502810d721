import { describe, expect, it } from 'vitest';
import type { Part } from '../../../shared/entities/part.ts';
import { PartId } from '../../../shared/ids.ts';
import { formOf, problemsOf, updateOf } from './part-form.ts';

const part: Part = {
  id: PartId.parse('01936b5e-8f00-7000-8000-000000000001'),
  name: 'The Planner',
  story: 'It began with *lists*.',
  status: 'emerging',
  confidence: 0.4,
  recentEvidence: [],
  evidenceCount: 0,
  private: false,
  attributes: { fears: ['being late', 'silence'], role: 'manager', hue: 210 },
  lastSeenAt: 1,
  createdAt: 1,
  updatedAt: 1,
};

describe('editing a part', () => {
  it('changes nothing when nothing was typed', () => {
    expect(updateOf(part, { began: part, form: formOf(part) })).toEqual({ partId: part.id });
  });

  it('tells only what is different, and attributes as a whole', () => {
    const form = { ...formOf(part), name: ' The Old Planner ', fears: 'being late\n\n  noise ', hue: null };
    expect(updateOf(part, { began: part, form })).toEqual({
      partId: part.id,
      name: 'The Old Planner',
      attributes: { role: 'manager', fears: ['being late', 'noise'] },
    });
  });

  it('can empty a story', () => {
    expect(updateOf(part, { began: part, form: { ...formOf(part), story: '' } })).toEqual({ partId: part.id, story: '' });
  });

  it('leaves alone what was changed elsewhere while it was typed', () => {
    const now: Part = { ...part, name: 'The Counter', attributes: { ...part.attributes, age: 'about nine' } };
    const form = { ...formOf(part), fears: 'silence', story: 'It began earlier.' };
    expect(updateOf(now, { began: part, form })).toEqual({
      partId: part.id,
      story: 'It began earlier.',
      attributes: { role: 'manager', hue: 210, age: 'about nine', fears: ['silence'] },
    });
  });

  it('says what can’t be kept, by field', () => {
    expect(problemsOf(formOf(part))).toEqual({});
    const problems = problemsOf({ ...formOf(part), name: ' ', needs: 'x'.repeat(501) });
    expect(Object.keys(problems)).toEqual(['name', 'needs']);
  });
});
