import { Failure } from '../failure.ts';
import type { Random } from '../ports.ts';

/**
 * A recovery code is 160 random bits as 32 symbols of Crockford's base 32 (https://www.crockford.com/base32.html: no I, L,
 * O or U) in 8 groups of 4, then two check digits: `7K3M-…-QZ0V-48`.
 *
 * The check digits follow ISO/IEC 7064, MOD 97-10, the scheme of bank account numbers: the whole code read as one number,
 * symbols in base 32 and check digits in base 10, leaves 1 when divided by 97. Crockford's own check symbol would be `*`,
 * `~`, `$` or `=` in one code out of nine, which is hard to read to somebody over the telephone.
 * Caught for certain: every single wrong symbol or digit (two values differ by less than 97, a prime), every exchange of
 * two neighbours, and every exchange of any two of the 32 symbols (32 has the order 48 modulo 97, more than there are
 * positions). Of all other errors, 96 in 97.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretBytes = 20;
const secretSymbols = 32;
const groupSize = 4;
const checkModulus = 97;
const wellFormed = new RegExp(`^[${alphabet}]{${secretSymbols}}$`);

/** Makes a new code in the form people write down. It is shown once and kept nowhere. */
export function newRecoveryCode(random: Random): string {
  const bytes = random.bytes(secretBytes);
  try {
    const symbols = encode(bytes);
    const groups = symbols.match(new RegExp(`.{${groupSize}}`, 'g')) ?? [];
    return [...groups, checkDigits(symbols)].join('-');
  } finally {
    bytes.fill(0);
  }
}

/**
 * Reads a code as people type it: any case, any spaces and hyphens, O for 0, I or L for 1.
 * Answers its 32 symbols, the text the wrapping key is derived from.
 * @throws Failure `WRONG_PASSPHRASE` for a slip of typing, found without any derivation
 */
export function parseRecoveryCode(code: string): string {
  const typed = code
    .normalize('NFKC')
    .toUpperCase()
    // Word processors turn hyphens into dashes, and a printed line may be broken anywhere.
    .replace(/[\s\p{Pd}\u2212]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const symbols = typed.slice(0, secretSymbols);
  const check = typed.slice(secretSymbols);
  if (!wellFormed.test(symbols) || check !== checkDigits(symbols)) {
    throw new Failure(
      'WRONG_PASSPHRASE',
      'There seems to be a typing slip in this recovery code. It has 8 groups of 4 symbols and ends with 2 digits; please compare it with your note.',
    );
  }
  return symbols;
}

/** Five bytes are eight symbols, so 20 bytes leave no bits over. */
function encode(bytes: Buffer): string {
  let symbols = '';
  let pending = 0;
  let pendingBits = 0;
  for (const byte of bytes) {
    pending = (pending << 8) | byte;
    pendingBits += 8;
    while (pendingBits >= 5) {
      pendingBits -= 5;
      symbols += alphabet.charAt((pending >> pendingBits) & 31);
      pending &= (1 << pendingBits) - 1;
    }
  }
  return symbols;
}

/** Two decimal digits, 02 to 98, that make the whole number leave 1 when divided by 97. */
function checkDigits(symbols: string): string {
  let remainder = 0;
  for (const symbol of symbols) remainder = (remainder * alphabet.length + alphabet.indexOf(symbol)) % checkModulus;
  const check = checkModulus + 1 - ((remainder * 100) % checkModulus);
  return String(check).padStart(2, '0');
}
