import { describe, expect, it } from 'vitest';
import { placeWords } from './place-words.ts';

describe('where words go, as the header says it', () => {
  it('is a provider by its name', () => {
    expect(placeWords({ to: 'anthropic', staysHere: null }).place).toBe('Anthropic');
  });

  it('is this computer for what is private, whoever was chosen, and says why', () => {
    const { place, explanation } = placeWords({ to: 'guide', staysHere: 'private' });
    expect(place).toBe('On this computer');
    expect(explanation).toContain('private');
  });

  it('is this computer for the guide and for a model that runs here', () => {
    for (const to of ['guide', 'local'] as const) expect(placeWords({ to, staysHere: null }).place).toBe('On this computer');
  });
});
