import { expect, it } from 'vitest';
import { counted, dayWords, isSameDay, momentWords } from './dates.ts';

const noon = new Date(2026, 10, 23, 12).getTime();
const hour = 3_600_000;

it('calls the nearest days by name', () => {
  expect(dayWords(noon - hour, noon)).toBe('Today');
  expect(dayWords(noon - 13 * hour, noon)).toBe('Yesterday');
  expect(momentWords(noon, noon)).toMatch(/^today, /);
  expect(dayWords(noon - 72 * hour, noon)).toMatch(/20/);
  expect(dayWords(noon - 24 * 400 * hour, noon)).toMatch(/2025/);
});

it('compares days where the person is', () => {
  expect(isSameDay(noon, noon + 11 * hour)).toBe(true);
  expect(isSameDay(noon, noon + 13 * hour)).toBe(false);
});

it('counts with the right noun', () => {
  expect(counted(1, 'message', 'messages')).toBe('1 message');
  expect(counted(0, 'message', 'messages')).toBe('0 messages');
});
