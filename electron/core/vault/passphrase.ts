import { PASSPHRASE_MIN } from '../../../shared/entities/profile.ts';
import { Failure } from '../failure.ts';

/**
 * The form a passphrase is derived from: NFKC (Unicode Standard Annex 15), so that the same letters typed on another
 * keyboard or system, composed or decomposed, open the same profile. Spaces stay as they were typed.
 */
export const normalisePassphrase = (passphrase: string): string => passphrase.normalize('NFKC');

/**
 * Judges a passphrase that is being chosen. One that is only tried is never judged, so that a rule made stricter
 * later locks nobody out.
 * @throws Failure `WEAK_PASSPHRASE`
 */
export function requireStrongPassphrase(passphrase: string): void {
  const symbols = Array.from(normalisePassphrase(passphrase));
  if (symbols.every((symbol) => symbol.trim() === '')) {
    throw weak('A passphrase needs something besides spaces. A few words that mean something to you work well.');
  }
  if (symbols.length < PASSPHRASE_MIN) {
    throw weak(`A passphrase needs at least ${PASSPHRASE_MIN} characters. A few words that mean something to you work well.`);
  }
  if (new Set(symbols).size === 1) {
    throw weak('One character repeated is easy to guess. A few words that mean something to you work well.');
  }
}

const weak = (message: string): Failure => new Failure('WEAK_PASSPHRASE', message);
