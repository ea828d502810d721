import { describe, expect, it } from 'vitest';
import type { Part } from '../../../shared/entities/part.ts';
import { PartId } from '../../../shared/ids.ts';
import { clashesOf, differingExcerpts, formOf, keepMine, problemsOf, takeTheirs, updateOf } from './part-form.ts';

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
    expect(updateOf(part, { began: formOf(part), form: formOf(part) })).toEqual({ partId: part.id });
  });

  it('tells only what is different, and attributes as a whole', () => {
    const form = { ...formOf(part), name: ' The Old Planner ', fears: 'being late\n\n  noise ', hue: null };
    expect(updateOf(part, { began: formOf(part), form })).toEqual({
      partId: part.id,
      name: 'The Old Planner',
      attributes: { role: 'manager', fears: ['being late', 'noise'] },
    });
  });

  it('can empty a story', () => {
    expect(updateOf(part, { began: formOf(part), form: { ...formOf(part), story: '' } })).toEqual({ partId: part.id, story: '' });
  });

  it('leaves alone what was changed elsewhere while it was typed', () => {
    const now: Part = { ...part, name: 'The Counter', attributes: { ...part.attributes, age: 'about nine' } };
    const form = { ...formOf(part), fears: 'silence', story: 'It began earlier.' };
    expect(updateOf(now, { began: formOf(part), form })).toEqual({
      partId: part.id,
      story: 'It began earlier.',
      attributes: { role: 'manager', hue: 210, age: 'about nine', fears: ['silence'] },
    });
  });

  it('stops where what was typed was changed elsewhere too, until its person has chosen', () => {
    const now: Part = { ...part, story: 'It began with clocks.', attributes: { ...part.attributes, age: 'about nine' } };
    const current = formOf(now);
    const draft = { began: formOf(part), form: { ...formOf(part), story: 'It began earlier.', needs: 'rest' } };
    expect(clashesOf(current, draft)).toEqual(['story']);
    const [mine, theirs] = [keepMine(draft, current, 'story'), takeTheirs(draft, current, 'story')];
    expect([clashesOf(current, mine), clashesOf(current, theirs)]).toEqual([[], []]);
    expect(updateOf(now, mine)).toMatchObject({ story: 'It began earlier.', attributes: { age: 'about nine', needs: ['rest'] } });
    expect(updateOf(now, theirs)).not.toHaveProperty('story');
    // A third version is asked about again.
    expect(clashesOf({ ...current, story: 'It began with both.' }, mine)).toEqual(['story']);
  });

  it('asks nothing where both came to the same', () => {
    const now = { ...formOf(part), story: 'It began earlier.' };
    expect(clashesOf(now, { began: formOf(part), form: { ...formOf(part), story: 'It began earlier.' } })).toEqual([]);
  });

  it('shows long texts from where they begin to differ', () => {
    expect(differingExcerpts('one', 'two')).toEqual(['one', 'two']);
    const same = 'x'.repeat(10_000);
    const [one, other] = differingExcerpts(`${same}one`, `${same}two${same}`);
    expect([one.startsWith('…x'), one.endsWith('xone'), other.includes('xtwo'), other.endsWith('…')]).toEqual([true, true, true, true]);
    expect(other.length).toBeLessThan(2100);
  });

  it('says what can’t be kept, by field', () => {
    expect(problemsOf(formOf(part))).toEqual({});
    const problems = problemsOf({ ...formOf(part), name: ' ', needs: 'x'.repeat(501) });
    expect(Object.keys(problems)).toEqual(['name', 'needs']);
    expect(problemsOf({ ...formOf(part), name: '\u200B', emoji: 'text' })).toMatchObject({
      name: expect.any(String),
      emoji: 'Please choose one sign.',
    });
    expect(problemsOf({ ...formOf(part), emoji: '👩‍👧' })).toEqual({});
  });
});
