import { describe, expect, it } from 'vitest';
import { quotedIn, unquotedIn } from './quotes.ts';

describe('quotation marks', () => {
  it('hold what somebody said, and stand beside what is said of it', () => {
    expect(quotedIn('You said “the stairs” and "the door".')).toBe('the stairs\nthe door');
    expect(unquotedIn('You said “the stairs” and "the door".').replaceAll(/\s+/gu, ' ')).toBe('You said and .');
  });
});
