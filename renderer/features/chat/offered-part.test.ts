import { describe, expect, it } from 'vitest';
import { offerQuestion, partOffered } from './offered-part.ts';

const parts = [{ name: 'The Planner' }, { name: 'Ünlü' }];

describe('an offer of a part', () => {
  it('asks by name for one there is, however it is written', () => {
    expect(offerQuestion(partOffered(' the planner', parts))).toBe('Is this The Planner?');
  });

  it('asks whether it is one at all for one there is not', () => {
    expect(partOffered('The Critic', parts)).toBeNull();
    expect(offerQuestion(null)).toBe('Might a part of you be speaking here?');
  });
});
