import { describe, expect, it } from 'vitest';
import { PASSPHRASE_MIN } from '../../../shared/entities/profile.ts';
import { Failure } from '../failure.ts';
import { normalisePassphrase, requireStrongPassphrase } from './passphrase.ts';

const refusal = (text: string): Failure => {
  try {
    requireStrongPassphrase(text);
  } catch (error) {
    if (error instanceof Failure) return error;
  }
  throw new Error('it was accepted');
};

describe('a new passphrase', () => {
  it.each(['quiet river', 'пароль для меня', '  spaces around  ', 'aaaaaaab', '🌊🌲🌊🌲🌊🌲🌊🌲'])('may be “%s”', (text) => {
    expect(() => requireStrongPassphrase(text)).not.toThrow();
  });

  it.each([
    ['too short', 'river'],
    ['seven emoji, which are fourteen UTF-16 units', '🌊🌲🌊🌲🌊🌲🌊'],
    ['short once normalised', 'e\u0301'.repeat(PASSPHRASE_MIN - 2) + 'x'],
    ['one character repeated', 'a'.repeat(20)],
    ['one character repeated once normalised', 'aａaａaａaａaａ'],
    ['only spaces', ' '.repeat(12)],
    ['only white space of several kinds', ' \t\u00a0\u2003\u3000 \n \t '],
    ['empty', ''],
  ])('is refused when it is %s', (_why, text) => {
    const failure = refusal(text);
    expect(failure.code).toBe('WEAK_PASSPHRASE');
    expect(failure.message).toMatch(/^[A-Z].*\.$/);
  });

  it('is not quoted in the refusal', () => {
    expect(refusal('hunter2').message).not.toContain('hunter2');
  });
});

describe('normalising', () => {
  it('makes composed, decomposed and wide letters one', () => {
    expect(normalisePassphrase('cafe\u0301 ｒiver')).toBe(normalisePassphrase('caf\u00e9 river'));
  });

  it('keeps spaces and capitals as they were typed', () => {
    expect(normalisePassphrase('  Two  words ')).toBe('  Two  words ');
  });
});
