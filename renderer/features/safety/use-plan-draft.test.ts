import { describe, expect, it } from 'vitest';
import { emptySafetyPlan } from '../../../shared/entities/safety.ts';
import { changedSince } from './use-plan-draft.ts';

describe('a draft of the plan', () => {
  const kept = { ...emptySafetyPlan, warningSigns: 'I stop answering.', worthLivingFor: 'The garden.' };

  it('is used up once all of it is kept', () => {
    expect(changedSince({ warningSigns: 'I stop answering.', worthLivingFor: 'The garden.' }, kept)).toEqual({});
  });

  it('keeps what was typed while it was being kept, also where words were taken out', () => {
    expect(changedSince({ warningSigns: 'I stop answering. I', worthLivingFor: '' }, kept)).toEqual({
      warningSigns: 'I stop answering. I',
      worthLivingFor: '',
    });
  });
});
