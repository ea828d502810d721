import { describe, expect, it } from 'vitest';
import { Failure } from '../failure.ts';
import { systemRandom } from '../node-ports.ts';
import { newRecoveryCode, parseRecoveryCode } from './recovery-code.ts';
import { isZeroed } from './test-support.ts';

const fixed = (bytes: Buffer) => ({ bytes: () => Buffer.from(bytes) });
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const slips = (code: string): boolean => {
  try {
    parseRecoveryCode(code);
    return false;
  } catch (error) {
    return error instanceof Failure && error.code === 'WRONG_PASSPHRASE';
  }
};

describe('a recovery code', () => {
  it('has 8 groups of 4 symbols and 2 check digits', () => {
    const code = newRecoveryCode(systemRandom);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}\d{2}$/);
    expect(parseRecoveryCode(code)).toBe(code.slice(0, -3).replaceAll('-', ''));
  });

  it('holds all 160 bits', () => {
    expect(newRecoveryCode(fixed(Buffer.alloc(20, 0)))).toBe('0000-0000-0000-0000-0000-0000-0000-0000-98');
    const bytes = Buffer.from('00443214c74254b635cf84653a56d7c675be77df', 'hex');
    expect(parseRecoveryCode(newRecoveryCode(fixed(bytes)))).toBe(alphabet);
    expect(parseRecoveryCode(newRecoveryCode(fixed(Buffer.alloc(20, 255))))).toBe('Z'.repeat(32));
  });

  it('has check digits that make the whole number leave 1 when divided by 97, by independent arithmetic', () => {
    for (let round = 0; round < 50; round++) {
      const code = newRecoveryCode(systemRandom).replaceAll('-', '');
      const value = Array.from(code.slice(0, 32)).reduce((sum, symbol) => sum * 32n + BigInt(alphabet.indexOf(symbol)), 0n);
      expect((value * 100n + BigInt(code.slice(32))) % 97n).toBe(1n);
    }
  });

  it('zeroes the random bytes it was made from', () => {
    const bytes = Buffer.alloc(20, 9);
    newRecoveryCode({ bytes: () => bytes });
    expect(isZeroed(bytes)).toBe(true);
  });

  it('is read in any case, with any spaces and dashes, and with look-alike letters', () => {
    const code = newRecoveryCode(fixed(Buffer.from('00443214c74254b635cf84653a56d7c675be77df', 'hex')));
    const expected = parseRecoveryCode(code);
    const variants = [
      code.toLowerCase(),
      code.replaceAll('-', ''),
      code.replaceAll('-', ' – '),
      `  ${code.replaceAll('-', '\n')}\t`,
      code.replaceAll('0', 'O').replaceAll('1', 'l'),
      code.replaceAll('0', 'o').replaceAll('1', 'I'),
      code.replaceAll('1', 'i').replaceAll('-', '\u2011'),
    ];
    for (const variant of variants) expect(parseRecoveryCode(variant)).toBe(expected);
  });

  it('shows every single wrong symbol', () => {
    const code = newRecoveryCode(systemRandom).replaceAll('-', '');
    for (let at = 0; at < code.length; at++) {
      for (const symbol of alphabet) {
        if (symbol !== code[at]) expect(slips(code.slice(0, at) + symbol + code.slice(at + 1)), `${symbol} at ${at}`).toBe(true);
      }
    }
  });

  it('shows every exchange of neighbours, and of any two of its 32 symbols', () => {
    const code = newRecoveryCode(systemRandom).replaceAll('-', '');
    const exchange = (one: number, other: number) => {
      const symbols = Array.from(code);
      [symbols[one], symbols[other]] = [symbols[other] ?? '', symbols[one] ?? ''];
      return symbols.join('');
    };
    for (let one = 0; one < code.length; one++) {
      for (let other = one + 1; other < code.length; other++) {
        const typed = exchange(one, other);
        if (typed !== code && (other < 32 || other === one + 1)) expect(slips(typed), `${one} and ${other}`).toBe(true);
      }
    }
  });

  it('is a slip when something is missing, too much or not a symbol', () => {
    const code = newRecoveryCode(systemRandom);
    for (const typed of [
      '',
      '-',
      code.slice(0, -1),
      code.slice(1),
      `${code}0`,
      code.replace(/^./, 'U'),
      code.replace(/^./, '😀'),
      'x'.repeat(200),
    ]) {
      expect(slips(typed), typed).toBe(true);
    }
  });
});
