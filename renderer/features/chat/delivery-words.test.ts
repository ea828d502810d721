import { describe, expect, it } from 'vitest';
import { endWords } from './delivery-words.ts';

describe('the end of a reply that is not whole', () => {
  it('is told apart: stopped by its person, or broken on the way', () => {
    expect(endWords({ delivery: 'interrupted' })).toBe('Stopped here.');
    expect(endWords({ delivery: 'interrupted', brokeOff: 'cut_off' })).toBe('The line to the model broke here.');
    expect(endWords({ delivery: 'interrupted', brokeOff: 'failed' })).toContain('was not you');
  });

  it('is nothing to speak of when it came to its end', () => {
    expect(endWords({ delivery: 'complete' })).toBeNull();
  });
});
