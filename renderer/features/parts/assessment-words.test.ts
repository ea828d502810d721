import { expect, it } from 'vitest';
import { earlierWords, judgementWords, scoreInFull, scoreWords } from './assessment-words.ts';

it('says a score as somebody would', () => {
  expect([0, 0.2, 0.5, 0.8, 1].map(scoreWords)).toEqual(['Not at all', 'A little', 'Somewhat', 'Very', 'Fully']);
  expect(scoreInFull(0.7)).toBe('Very (70 of 100)');
  expect(scoreWords(Number.NaN)).toBe('Not said');
});

it('tells two judgements of one day apart by the hour', () => {
  const noon = new Date(2026, 10, 26, 12).getTime();
  expect(earlierWords(noon, noon - 3_600_000)).toMatch(/^the same day, 11:00/u);
  expect(earlierWords(noon, noon - 86_400_000)).toContain('25');
});

it('says each kind of judgement in one line', () => {
  expect(judgementWords({ type: 'identification', score: 1 })).toBe('Fully (100 of 100)');
  expect(judgementWords({ type: 'six_fs', reached: 'befriend' })).toBe('Befriended it');
  expect(judgementWords({ type: 'self_energy', scores: { courage: 0.5, calm: 0 } })).toBe('Calm: not at all, Courage: somewhat');
});
